/** Says what a failure of the disk means for the person and for the workspace. */
import type { ErrorCode } from '../../shared/errors.ts'
import { AppError } from '../../shared/errors.ts'
import { systemCode } from './file-system.ts'
import type { ReadOnlyReason } from './port.ts'
import { UncertainWriteError } from './journal/segment-writer.ts'
import { UncertainReplacementError } from './replace-file.ts'

export interface DiskFailure {
  /** What is thrown to whoever asked. */
  readonly error: unknown
  /** Why the workspace takes no changes from now on; null when trying again is safe. */
  readonly readOnly: ReadOnlyReason | null
}

interface Verdict {
  readonly code: ErrorCode
  readonly readOnly: ReadOnlyReason | null
  readonly saving: string
  readonly opening: string
}

const full: Verdict = {
  code: 'DISK_FULL',
  readOnly: null,
  saving: 'The disk is full. The change was not saved and nothing that was saved before is touched; free some space, then save again.',
  opening: 'The disk is full. Nothing was changed; free some space, then try again.',
}
const readOnlyDisk: Verdict = {
  code: 'READ_ONLY',
  readOnly: 'permission',
  saving: 'The disk cannot be written to. The change was not saved; the workspace stays open for reading.',
  opening: 'The disk cannot be written to. Nothing was changed; choose a folder on another disk.',
}
const refused: Verdict = {
  code: 'NO_PERMISSION',
  readOnly: 'permission',
  saving: 'The system refuses writing in the folder of the workspace. The change was not saved; the workspace stays open for reading.',
  opening:
    'The system refuses access to this folder. Nothing was changed; ask for the right to read and write it, or choose another folder.',
}
const held: Verdict = {
  code: 'NO_PERMISSION',
  readOnly: null,
  saving:
    'Another program holds the file of the workspace. The change was not saved and nothing that was saved before is touched; save again in a moment.',
  opening: 'Another program holds a file of this folder. Nothing was changed; try again in a moment.',
}
const gone: Verdict = {
  code: 'MISSING',
  readOnly: 'ioError',
  saving:
    'The folder of the workspace has gone: it was moved, removed or unplugged. The change was not saved; put it back, then open the workspace again.',
  opening: 'The folder or its disk is not there. Put it back, or choose another folder.',
}
const failed: Verdict = {
  code: 'IO',
  readOnly: 'ioError',
  saving:
    'The disk failed. The change was not saved, the last saved state is kept, and the workspace takes no more changes; copy its folder to a sound disk and open it there.',
  opening: 'The disk failed while reading. Nothing was changed; copy the folder to a sound disk and open it there.',
}
const uncertain =
  'The disk failed at the last step of saving. The change may be on the disk or not, everything older is kept, and the workspace takes no more changes; open it again to see what was saved.'

const verdicts: Readonly<Record<string, Verdict>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: readOnlyDisk,
  EACCES: refused,
  EPERM: refused,
  EBUSY: held,
  ENOENT: gone,
  ENOTDIR: gone,
  ENODEV: gone,
  ENXIO: gone,
  ESTALE: gone,
}

/** Anything that is not a failure of the disk comes back as it is. */
export function diskFailure(cause: unknown, doing: 'saving' | 'opening'): DiskFailure {
  if (cause instanceof UncertainReplacementError || cause instanceof UncertainWriteError) {
    return { error: new AppError('IO', uncertain, { system: systemCode(cause.cause) }, { cause }), readOnly: 'ioError' }
  }
  const system = systemCode(cause)
  if (system === '') return { error: cause, readOnly: null }
  const verdict = verdicts[system] ?? failed
  return { error: new AppError(verdict.code, verdict[doing], { system }, { cause }), readOnly: verdict.readOnly }
}

/** Runs `work` and gives its disk failures the person's words. */
export async function withDiskFailures<T>(doing: 'saving' | 'opening', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskFailure(error, doing).error
  }
}
