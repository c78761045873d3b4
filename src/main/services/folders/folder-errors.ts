/** What the system says about a folder, in sentences. */
import { AppError, type ErrorCode } from '../../../shared/errors.ts'

const SENTENCES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['MISSING', 'The folder is not there any more. It was moved, removed or its disk unplugged. Choose another one.'],
  ENOTDIR: ['MISSING', 'This is not a folder any more. Choose another one.'],
  EACCES: ['NO_PERMISSION', 'The system does not let you into this folder. Nothing was changed. Choose another one, or ask for access.'],
  EPERM: ['NO_PERMISSION', 'The system does not let you into this folder. Nothing was changed. Choose another one, or ask for access.'],
  EROFS: ['READ_ONLY', 'This disk cannot be written to. Nothing was changed. Choose a folder on another disk.'],
  ENOSPC: ['DISK_FULL', 'The disk is full. Nothing was changed. Free some space, or choose a folder on another disk.'],
  EDQUOT: ['DISK_FULL', 'The disk is full. Nothing was changed. Free some space, or choose a folder on another disk.'],
  EEXIST: ['NOT_EMPTY', 'There is something of that name already. Nothing was changed. Choose another name.'],
  ENAMETOOLONG: ['INVALID_INPUT', 'This name is too long for the disk. Nothing was changed. Choose a shorter one.'],
}

/** Runs `work`; failures of the disk become AppErrors with a sentence. */
export async function withFolderErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const system = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
    if (error instanceof AppError || system === undefined) throw error
    const [code, message] =
      SENTENCES[system] ?? (['IO', 'The disk failed. Nothing was changed. Try again, or choose another folder.'] as const)
    throw new AppError(code, message, { system }, { cause: error })
  }
}
