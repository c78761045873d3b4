/** What a disk says while an import reads, in sentences. */
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { systemCode } from '../workspace/file-system.ts'
import { MAX_FILES, MAX_TOTAL_BYTES } from './source.ts'

const verdicts: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['MISSING', 'The folder or file is not there. Nothing was imported; choose another one.'],
  ENOTDIR: ['MISSING', 'The folder is not there. Nothing was imported; choose another folder.'],
  ENODEV: ['MISSING', 'The disk has gone. Nothing was imported; connect it, then choose the folder again.'],
  EACCES: ['NO_PERMISSION', 'The system refuses reading this. Nothing was imported; ask for the right to read it.'],
  EPERM: ['NO_PERMISSION', 'The system refuses reading this. Nothing was imported; ask for the right to read it.'],
}

export async function withImportFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const system = systemCode(cause)
    if (system === '') throw cause
    const [code, message] = verdicts[system] ?? [
      'IO',
      `The disk failed while reading (${system}). Nothing was imported; copy the files to a sound disk.`,
    ]
    throw new AppError(code, message, { system }, { cause })
  }
}

export const tooManyFiles = (): AppError =>
  new AppError('INVALID_INPUT', `There are more than ${MAX_FILES} files. Nothing was imported; import the parts one by one.`)

export const tooMuchText = (): AppError =>
  new AppError(
    'INVALID_INPUT',
    `The files weigh more than ${MAX_TOTAL_BYTES / 1_000_000_000} GB together. Nothing was imported; import them part by part.`,
  )

/** @throws AppError CANCELLED */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('CANCELLED', 'The import was stopped. Nothing was changed.')
}
