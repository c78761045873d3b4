/**
 * A file that holds some of the disk: when nothing fits any more it is let go, so that what has to be written to delete
 * something does.
 */
import { randomFillSync } from 'node:crypto'
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import type { WorkspacePaths } from './layout.ts'
import { removeIfThere } from './replace-file.ts'
import { writeAll } from './write-all.ts'

const RESERVE_BYTES = 1024 * 1024

/** Does nothing when it is there, and leaves none behind where it does not fit. */
export async function keepReserve(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  try {
    if (await files.stat(paths.reserve)) return
    const file = await files.createFile(paths.reserve)
    try {
      // not zeros: some file systems would store nothing
      const bytes = randomFillSync(new Uint8Array(RESERVE_BYTES))
      await writeAll(file, bytes)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === '') throw error
    await removeIfThere(files, paths.reserve)
  }
}

export const releaseReserve = (files: FileSystem, paths: WorkspacePaths): Promise<void> => removeIfThere(files, paths.reserve)
