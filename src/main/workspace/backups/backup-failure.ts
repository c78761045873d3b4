/** Failures of making, reading and putting back backups, in sentences. */
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { systemCode } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'

const KEPT = 'Nothing that was there before is touched.'

const sentences: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['DISK_FULL', `The disk is full, so this was not done. ${KEPT} Free some space, then try again.`],
  EDQUOT: ['DISK_FULL', `The disk is full, so this was not done. ${KEPT} Free some space, then try again.`],
  EROFS: ['READ_ONLY', `The disk with the backups cannot be written to. ${KEPT} Choose another disk.`],
  EACCES: ['NO_PERMISSION', `The system refuses access to the folder of the backups. ${KEPT} Ask for access, or choose another folder.`],
  EPERM: ['NO_PERMISSION', `The system refuses access to the folder of the backups. ${KEPT} Ask for access, or choose another folder.`],
  EBUSY: ['NO_PERMISSION', `Another program holds a file of the backups. ${KEPT} Try again in a moment.`],
  ENOENT: ['MISSING', `A file or folder of the backup is not there. ${KEPT} Connect its disk, or choose another backup.`],
  ENOTDIR: ['MISSING', `A file or folder of the backup is not there. ${KEPT} Connect its disk, or choose another backup.`],
}

/** A defect comes back as it is. */
export function backupFailure(cause: unknown): unknown {
  if (cause instanceof DamagedFileError) {
    const message = `The backup is damaged. ${cause.message} ${KEPT} Choose another backup.`
    return new AppError('DAMAGED', message, { reason: cause.message }, { cause })
  }
  const system = systemCode(cause)
  if (system === '') return cause
  const [code, message] = sentences[system] ?? ['IO', `The disk failed. ${KEPT} Try again, or use another disk.`]
  return new AppError(code, message, { system }, { cause })
}

/** Runs `work` and gives its failures the person's words. */
export async function withBackupFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw backupFailure(error)
  }
}

export const noSuchBackup = (name: string): AppError =>
  new AppError('NOT_FOUND', 'There is no such backup any more. Nothing was changed. Choose another one.', { name })
