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

/** All files of the workspace's folder and of those below, with their bytes, for "nothing was written". */
export async function contents(files: MemoryFileSystem, folder = FOLDER): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of [...(await files.list(folder))].toSorted()) {
    const path = join(folder, name)
    if ((await files.stat(path))?.kind === 'folder') Object.assign(found, await contents(files, path))
    else found[path.slice(FOLDER.length + 1)] = files.bytesOf(path)?.toString('latin1') ?? ''
  }
  return found
}

/** The first segment of a workspace that was just made, which is the active one until it is full. */
export const SEGMENT = 'segments/000000000001.g0.jsonl'

/** Without what the store remembers of the journal's end: as after a crash that took the files that are never synced. */
export function forgetEnd(files: MemoryFileSystem): MemoryFileSystem {
  files.drop(fileIn('segments/acknowledged'))
  files.drop(fileIn('derived'))
  return files
}
