/** Copies the beginning of a file in steps of a megabyte, taking its SHA-256 on the way. */
import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/errors.ts'
import type { FileSystem } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { writeAll } from '../write-all.ts'

const STEP_BYTES = 1024 * 1024

export interface Steps {
  /** Called with the bytes of each step. */
  readonly onBytes?: ((bytes: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export const cancelled = (): AppError => new AppError('CANCELLED', 'This was stopped. What was there before is there still.')

/** Reads the first `size` bytes of a file. @throws DamagedFileError when it is shorter; AppError CANCELLED */
export async function readInSteps(
  files: FileSystem,
  path: string,
  size: number,
  take: (bytes: Uint8Array) => Promise<void> | void,
  { onBytes, signal }: Steps,
): Promise<void> {
  const file = await files.openForReading(path)
  try {
    const buffer = new Uint8Array(Math.min(STEP_BYTES, Math.max(size, 1)))
    for (let position = 0; position < size;) {
      if (signal?.aborted) throw cancelled()
      const wanted = buffer.subarray(0, Math.min(buffer.length, size - position))
      const read = await file.read(wanted, position)
      if (read === 0) throw new DamagedFileError(`The file is shorter than it has to be: ${position} of ${size} bytes.`)
      await take(wanted.subarray(0, read))
      onBytes?.(read)
      position += read
    }
  } finally {
    await file.close()
  }
}

/** The SHA-256 of the first `size` bytes, in hexadecimal. @throws DamagedFileError, AppError CANCELLED */
export async function hashOf(files: FileSystem, path: string, size: number, steps: Steps = {}): Promise<string> {
  const hash = createHash('sha256')
  await readInSteps(files, path, size, (bytes) => void hash.update(bytes), steps)
  return hash.digest('hex')
}

/**
 * Copies the first `size` bytes into a file that must not exist yet, syncs it and answers the SHA-256 of what was read.
 * The copy is not read back here. @throws DamagedFileError, AppError CANCELLED; the copy may then be there in part.
 */
export async function copyBeginning(files: FileSystem, from: string, size: number, to: string, steps: Steps = {}): Promise<string> {
  const hash = createHash('sha256')
  const copy = await files.createFile(to)
  try {
    const write = async (bytes: Uint8Array) => {
      hash.update(bytes)
      await writeAll(copy, bytes)
    }
    await readInSteps(files, from, size, write, steps)
    await copy.sync()
  } finally {
    await copy.close()
  }
  return hash.digest('hex')
}
