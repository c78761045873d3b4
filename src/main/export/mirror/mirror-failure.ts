/** Why the mirror stands still, in the person's words. Records are never held up by it. */
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { systemCode } from '../../workspace/file-system.ts'

const SAFE = 'Your records are safe'

const away = (): readonly [ErrorCode, string] => [
  'MISSING',
  `The mirror’s folder is not there: its disk is not connected, or it was moved or removed. ${SAFE}; connect the disk, or switch the mirror off and choose another folder.`,
]

const verdicts: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['DISK_FULL', `The disk of the mirror is full. ${SAFE}; free some space there, then update the mirror.`],
  EDQUOT: ['DISK_FULL', `The room you may use on the disk of the mirror is full. ${SAFE}; free some space there, then update the mirror.`],
  EROFS: ['READ_ONLY', `The disk of the mirror cannot be written to. ${SAFE}; make it writable, or choose a folder on another disk.`],
  EACCES: [
    'NO_PERMISSION',
    `The system refuses writing in the mirror’s folder. ${SAFE}; ask for the right to write there, or choose another folder.`,
  ],
  EPERM: [
    'NO_PERMISSION',
    `The system refuses writing in the mirror’s folder. ${SAFE}; ask for the right to write there, or choose another folder.`,
  ],
  EBUSY: ['NO_PERMISSION', `Another program holds a file of the mirror. ${SAFE}; close it there, then update the mirror.`],
  ENOENT: away(),
  ENOTDIR: away(),
  ENODEV: away(),
  ENXIO: away(),
}

export const mirrorAway = (folder: string): AppError => new AppError(...away(), { folder })

/** The folder is there, and is not the mirror's any more. */
export const mirrorTaken = (folder: string, reason: string): AppError =>
  new AppError(
    'NOT_EMPTY',
    `The mirror’s folder cannot be used any more. ${reason} Nothing in it was changed. ${SAFE}; switch the mirror off and choose another folder.`,
    { folder },
  )

/** Anything that is no failure of the disk comes back as it is. */
export function mirrorFailure(cause: unknown): unknown {
  const system = systemCode(cause)
  if (system === '') return cause
  const [code, message] = verdicts[system] ?? ['IO', `The disk of the mirror failed (${system}). ${SAFE}; choose a folder on a sound disk.`]
  return new AppError(code, message, { system }, { cause })
}
