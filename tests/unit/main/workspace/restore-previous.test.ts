import { expect, it } from 'vitest'
import { openWorkspace, restorePrevious } from '../../../../src/main/workspace/index.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../support/workspace-files.ts'

it('puts the previous state in place and keeps the damaged file under a dated name', async () => {
  const files = await savedTwice()
  files.put(fileIn('records.json'), Buffer.from('{"form'))
  await restorePrevious(FOLDER, testEnvironment(files))
  const aside = (await files.list(FOLDER)).filter((name) => name.startsWith('records.damaged-'))
  expect(aside).toEqual([expect.stringMatching(/^records\.damaged-2023-10-05T09-00-\d\d\.json$/)])
  expect(files.bytesOf(fileIn(aside[0] ?? ''))?.toString()).toBe('{"form')
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect([...workspace.heads()].map((head) => head.title)).toEqual(['First'])
  expect(workspace.revision).toBe(1)
})

it('mends a missing file and a damaged manifest too', async () => {
  const files = await savedTwice()
  files.drop(fileIn('records.json'))
  files.put(fileIn('workspace.json'), Buffer.alloc(10))
  await restorePrevious(FOLDER, testEnvironment(files))
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect(workspace.info.name).toBe('Secretariat')
  expect(workspace.revision).toBe(1)
})

it('leaves sound files alone', async () => {
  const files = await savedTwice()
  const before = await contents(files)
  await restorePrevious(FOLDER, testEnvironment(files))
  expect(await contents(files)).toEqual(before)
})

it('changes nothing when the previous state is no better', async () => {
  const files = await savedTwice()
  files.put(fileIn('records.json'), Buffer.from('{'))
  files.put(fileIn('records.previous.json'), Buffer.from('{'))
  const before = await contents(files)
  await expect(restorePrevious(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'DAMAGED', details: { previous: null } })
  expect(await contents(files)).toEqual(before)
})

it('waits for nobody: a workspace that is open elsewhere is refused', async () => {
  const files = await savedTwice()
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  await expect(restorePrevious(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'LOCKED' })
  await workspace.close()
})
