/** Failures of making a workspace from a backup, in sentences. */
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { systemCode } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { UncertainReplacementError } from '../replace-file.ts'

const refused = [
  'NO_PERMISSION',
  'The system refuses access to the backup or to the new folder.',
  'Ask for access, or choose another folder.',
] as const
const full = ['DISK_FULL', 'The disk of the new folder is full.', 'Free some space, or choose a folder on another disk.'] as const
const gone = ['MISSING', 'A file of the backup or the new folder is not there.', 'Connect its disk, then try again.'] as const
const failed = ['IO', 'The disk of the backup or of the new folder failed.', 'Try again, or choose a folder on another disk.'] as const

const sentences: Readonly<Record<string, readonly [ErrorCode, string, string]>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: [
    'DISK_FULL',
    'The disk of the new folder does not take files of the size that the backup has.',
    'Choose a folder on another disk.',
  ],
  EROFS: ['READ_ONLY', 'The disk of the new folder cannot be written to.', 'Choose a folder on another disk.'],
  EACCES: refused,
  EPERM: refused,
  EBUSY: ['NO_PERMISSION', 'Another program holds a file of the backup or of the new folder.', 'Try again in a moment.'],
  ENOENT: gone,
  ENOTDIR: gone,
  ENODEV: gone,
  ENXIO: gone,
}

/** What became of what was begun. */
const outcome = (isTidy: boolean) =>
  isTidy ? 'Nothing was made and the backup is untouched.' : 'The backup is untouched. What was begun in the new folder can be deleted.'

/** `isTidy`: nothing of what was begun is left. A defect comes back as it is. */
export function restoreFailure(cause: unknown, isTidy: boolean): unknown {
  if (cause instanceof DamagedFileError) {
    const message = `The backup is damaged. ${cause.message} ${outcome(isTidy)} Choose another backup.`
    return new AppError('DAMAGED', message, { reason: cause.message }, { cause })
  }
  const system = systemCode(cause instanceof UncertainReplacementError ? cause.cause : cause)
  if (system === '') return cause
  const [code, what, advice] = sentences[system] ?? failed
  return new AppError(code, `${what} ${outcome(isTidy)} ${advice}`, { system }, { cause })
}
