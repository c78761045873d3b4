import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'

/** Undefined when there is no such file. */
export async function readIfThere(files: Pick<FileSystem, 'readFile'>, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Names in a folder; none when there is no such folder. */
export async function namesIn(files: Pick<FileSystem, 'list'>, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
