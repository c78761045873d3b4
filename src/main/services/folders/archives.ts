/** Zip files that a person may import from. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArchiveInfo } from '../../../shared/contract/import.ts'
import { compareText } from '../lists/list-sort.ts'
import type { FolderHandles } from './folder-handles.ts'

const SHOWN_AT_MOST = 1_000

/** What a person is told of an archive, with a handle that stands for it. */
export async function describeArchive(handles: FolderHandles, path: string): Promise<ArchiveInfo> {
  const { size } = await stat(path)
  return { handle: handles.give(path), name: basename(path), location: path, bytes: size }
}

/** Those that lie in a folder. One that goes meanwhile is not among them. */
export async function archivesIn(handles: FolderHandles, folder: string): Promise<ArchiveInfo[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && /\.zip$/i.test(entry.name))
    .map(({ name }) => name)
  const found: ArchiveInfo[] = []
  for (const name of names.toSorted(compareText).slice(0, SHOWN_AT_MOST)) {
    try {
      found.push(await describeArchive(handles, join(folder, name)))
    } catch {
      continue // removed since the folder was listed, or nothing for us to see
    }
  }
  return found
}
