/** Brings a copy out of a folder of backups: its bytes are held to what the backup says, then read back. */
import { systemError, type FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { copyBeginning, hashOf, type Steps } from './copy-file.ts'

export interface StoredCopy {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Into a file that must not exist yet, which is synced. `onBytes` is called twice for each byte: written, then read back.
 * @throws DamagedFileError when it is not what was backed up, system errors, AppError CANCELLED; the file may then be
 * there in part
 */
export async function copyStored(
  files: FileSystem,
  from: string,
  { bytes, sha256 }: StoredCopy,
  to: string,
  steps: Steps = {},
): Promise<void> {
  if ((await copyBeginning(files, from, bytes, to, steps)) !== sha256) throw new DamagedFileError('A copy is not what was backed up.')
  if ((await hashOf(files, to, bytes, steps)) !== sha256) throw systemError('EIO', 'read', 'The file does not read back as it was written.')
}
