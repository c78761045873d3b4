import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWorkspace, planRollback, rollback } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER } from '../../../../support/workspace-files.ts'

const old = (name: string) => readFileSync(new URL(`../../../../fixtures/workspaces/schema-1/${name}`, import.meta.url))

async function upgraded(): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem()
  for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  await workspace.transact(anna, async (transaction) => transaction.put(newNote(0x99, 'Since then'), 0))
  await workspace.close()
  return files
}

it('puts the files of before the upgrade back, and keeps those of now', async () => {
  const files = await upgraded()
  const segments = [...(await files.list(join(FOLDER, 'segments')))].filter((name) => name.endsWith('.jsonl'))
  const bytes = segments.map((name) => files.bytesOf(join(FOLDER, 'segments', name)))
  expect(await planRollback(FOLDER, testEnvironment(files))).toBe('backups/before-schema-3')
  const report = await rollback(FOLDER, testEnvironment(files))
  expect(report.from).toBe('backups/before-schema-3')
  for (const name of ['workspace.json', 'records.json']) expect(files.bytesOf(fileIn(name))).toEqual(old(name))
  expect(segments.map((name) => files.bytesOf(join(FOLDER, report.setAside, `segments-${name}`)))).toEqual(bytes)
  expect(await files.list(join(FOLDER, 'segments'))).toEqual([])
})

it('leaves a workspace that can be upgraded again', async () => {
  const files = await upgraded()
  await rollback(FOLDER, testEnvironment(files))
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect([workspace.revision, [...workspace.heads()].length]).toEqual([7, 3])
  await workspace.close()
  expect((await rollback(FOLDER, testEnvironment(files))).from).toMatch(/^backups\/before-schema-3/)
})

it('refuses where nothing was upgraded, and where somebody works', async () => {
  const files = await upgraded()
  files.drop(join(FOLDER, 'backups'))
  const before = await contents(files)
  await expect(rollback(FOLDER, testEnvironment(files))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await contents(files)).toEqual(before)
  const other = await upgraded()
  const workspace = await openWorkspace(FOLDER, testEnvironment(other))
  await expect(rollback(FOLDER, testEnvironment(other))).rejects.toMatchObject({ code: 'LOCKED' })
  await workspace.close()
})
