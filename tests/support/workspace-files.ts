/** A small workspace's files in memory, made once and then damaged in many ways. */
import { join } from 'node:path'
import { createWorkspace } from '../../src/main/workspace/index.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { MemoryFileSystem } from './memory-file-system.ts'
import { anna, newNote, newRecord } from './new-record.ts'
import { testEnvironment } from './workspace-disk.ts'

export const FOLDER = '/disk/Secretariat'
export const fileIn = (name: string): string => join(FOLDER, name)

/** Two saves: revision 1 has the first record, revision 2 has both. */
export async function savedTwice(): Promise<MemoryFileSystem> {
  return savedIn([
    newNote(1, 'First', 'Line one\nline two'),
    newRecord(2, { kind: 'contact', title: 'Алихан Байменов', family: 'Байменов' }),
  ])
}

export async function savedIn(records: readonly AnyRecord[]): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem()
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files))
  for (const record of records) await workspace.transact(anna, async (transaction) => transaction.put(record, 0))
  await workspace.close()
  return files
}

/** All files of the workspace's folder with their bytes, for "nothing was written". */
export async function contents(files: MemoryFileSystem): Promise<Record<string, string>> {
  const names = [...(await files.list(FOLDER))].toSorted()
  return Object.fromEntries(names.map((name) => [name, files.bytesOf(fileIn(name))?.toString('latin1') ?? 'folder']))
}
