import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openWorkspace, restorePrevious, salvageWorkspace } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../../support/workspace-files.ts'

const old = (name: string) => readFileSync(new URL(`../../../../fixtures/workspaces/schema-1/${name}`, import.meta.url))

/** A workspace of version 1 with a generation before its last save. */
function former(): MemoryFileSystem {
  const files = new MemoryFileSystem()
  for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
  files.put(fileIn('records.previous.json'), old('records.json'))
  files.put(fileIn('workspace.previous.json'), old('workspace.json'))
  return files
}

it('mends a damaged manifest without passing over anything that was saved', async () => {
  const files = await savedTwice()
  files.put(fileIn('workspace.json'), Buffer.alloc(10))
  await restorePrevious(FOLDER, testEnvironment(files))
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect(workspace.info.name).toBe('Secretariat')
  expect([workspace.revision, [...workspace.heads()].length]).toEqual([2, 2])
  await workspace.close()
})

it('puts the previous state of an old version in place and keeps the damaged file under a dated name', async () => {
  const files = former()
  files.put(fileIn('records.json'), Buffer.from('{"form'))
  await restorePrevious(FOLDER, testEnvironment(files))
  const aside = (await files.list(FOLDER)).filter((name) => name.startsWith('records.damaged-'))
  expect(aside).toEqual([expect.stringMatching(/^records\.damaged-2023-10-05T09-00-\d\d\.json$/)])
  expect(files.bytesOf(fileIn(aside[0] ?? ''))?.toString()).toBe('{"form')
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect(workspace.revision).toBe(7)
  await workspace.close()
})

it('mends a missing file and a damaged manifest of an old version too, and says so', async () => {
  const files = former()
  files.drop(fileIn('records.json'))
  files.put(fileIn('workspace.json'), Buffer.alloc(10))
  const report = await salvageWorkspace(FOLDER, testEnvironment(files))
  expect(report).toMatchObject({ changed: true, records: 3, damaged: [{ file: 'workspace.json' }, { file: 'records.json' }], unnamed: 1 })
  expect(await salvageWorkspace(FOLDER, testEnvironment(files))).toMatchObject({ changed: false, damaged: [] })
})

it('leaves sound files alone', async () => {
  for (const files of [await savedTwice(), former()]) {
    const before = await contents(files)
    await restorePrevious(FOLDER, testEnvironment(files))
    expect({ ...(await contents(files)), 'workspace.lock': '' }).toEqual({ ...before, 'workspace.lock': '' })
  }
})

it('changes nothing when the previous state of an old version is no better', async () => {
  const files = former()
  files.put(fileIn('records.json'), Buffer.from('{'))
  files.put(fileIn('records.previous.json'), Buffer.from('{'))
  const before = await contents(files)
  await expect(restorePrevious(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'DAMAGED', details: { previous: null } })
  expect({ ...(await contents(files)), 'workspace.lock': '' }).toEqual({ ...before, 'workspace.lock': '' })
})

it('waits for nobody: a workspace that is open elsewhere is refused', async () => {
  const files = await savedTwice()
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  await expect(restorePrevious(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'LOCKED' })
  await workspace.close()
})
