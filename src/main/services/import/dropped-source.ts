import { stat } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import type { Payload } from '../../../shared/contract/index.ts'
import type { FolderHandles } from '../folders/folder-handles.ts'

/** What was dropped, as the page hears of it: a folder or a zip file gets a handle, as if it had been chosen. */
export async function droppedSource(handles: FolderHandles, path: string): Promise<Payload<'import.dropped'>> {
  const name = basename(path)
  if (!isAbsolute(path)) return { name, source: null }
  try {
    const found = await stat(path)
    const isSource = found.isDirectory() || (found.isFile() && /\.zip$/i.test(name))
    return { name, source: isSource ? handles.give(path) : null }
  } catch {
    return { name, source: null } // gone, or not for us to see: the page says that it cannot be taken
  }
}
