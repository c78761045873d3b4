/**
 * Replaces a file so that a crash, a full disk or a power failure at any moment leaves the old bytes or the new ones,
 * never a mixture: unique temporary file, write all, sync, previous generation kept, rename, sync of the folder.
 */
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { systemCode, systemError } from './file-system.ts'
import { writeAll } from './write-all.ts'

const CHUNK_BYTES = 1024 * 1024
/** How long a rename is tried again where another program may hold the file for a moment. */
const RENAME_PATIENCE_MS = 10_000
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES'])
/** File systems without hard links (FAT, some network shares) answer one of these. */
export const noLinkCodes = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV', 'EACCES', 'UNKNOWN', 'EISDIR'])

export interface ReplaceOptions {
  /** Where the bytes that stood there before are kept; nothing is kept without it. */
  readonly previous?: string
  /** Called with the written and synced temporary file before it takes the place; throws to call the replacement off. */
  readonly verify?: (temporary: string) => Promise<void>
}

/**
 * The new bytes are in place but the folder could not be synced: whether they survive a power failure is not known,
 * and no later attempt can tell (a failed sync drops what it could not write).
 */
export class UncertainReplacementError extends Error {
  override readonly name = 'UncertainReplacementError'
}

export async function replaceFile(
  files: FileSystem,
  path: string,
  chunks: Iterable<Uint8Array>,
  options: ReplaceOptions = {},
): Promise<void> {
  const folder = dirname(path)
  const temporary = temporaryNameFor(path)
  try {
    await writeNewFile(files, temporary, chunks)
    await options.verify?.(temporary)
    if (options.previous !== undefined) await keepPrevious(files, path, options.previous)
    await renameWhenFree(files, temporary, path)
  } catch (error) {
    await removeIfThere(files, temporary)
    throw error
  }
  try {
    await files.syncFolder(folder)
  } catch (error) {
    throw new UncertainReplacementError('The folder could not be synced after a file was put in place.', { cause: error })
  }
}

/** A copy with bytes of its own: complete, synced and read back before it gets its name. */
export async function copyFile(files: FileSystem, from: string, to: string): Promise<void> {
  const bytes = await files.readFile(from)
  const verify = async (temporary: string) => {
    if (Buffer.compare(bytes, await files.readFile(temporary)) !== 0)
      throw systemError('EIO', 'read', 'The copy does not read back as it was written.')
  }
  await replaceFile(files, to, [bytes], { verify })
}

export const temporaryNameFor = (path: string) => join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)

/** What crashes leave behind. Only the holder of the workspace's lock may remove them. */
export const isTemporaryName = (name: string): boolean => /^\..+\.[0-9a-f]{16}\.tmp$/.test(name)

async function writeNewFile(files: FileSystem, path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const file = await files.createFile(path)
  try {
    for (const block of blocksOf(chunks)) {
      await writeAll(file, block)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gathers many small pieces into blocks of about a megabyte, so that a save is not one system call a record. */
export function* blocksOf(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let gathered: Uint8Array[] = []
  let bytes = 0
  for (const chunk of chunks) {
    gathered.push(chunk)
    bytes += chunk.length
    if (bytes >= CHUNK_BYTES) {
      yield Buffer.concat(gathered, bytes)
      gathered = []
      bytes = 0
    }
  }
  if (bytes > 0) yield Buffer.concat(gathered, bytes)
}

async function keepPrevious(files: FileSystem, path: string, previous: string): Promise<void> {
  if (!(await files.stat(path))) return
  const second = temporaryNameFor(previous)
  try {
    await files.link(path, second)
  } catch (error) {
    if (!noLinkCodes.has(systemCode(error))) throw error
    await copyFile(files, path, previous)
    return
  }
  try {
    await renameWhenFree(files, second, previous)
  } finally {
    // POSIX: renaming a name onto another name of the same file does nothing and leaves both
    await removeIfThere(files, second)
  }
}

export async function renameWhenFree(files: FileSystem, from: string, to: string): Promise<void> {
  let waited = 0
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      await files.rename(from, to)
      return
    } catch (error) {
      if (!files.sharingViolations || !busyCodes.has(systemCode(error))) throw error
      if (waited >= RENAME_PATIENCE_MS) {
        // EPERM here does not mean a lack of rights: the file is still held, and a later save may succeed
        throw systemError('EBUSY', 'rename', 'Another program holds the file.', { cause: error })
      }
    }
    await files.wait(pause)
    waited += pause
  }
}

/** For tidying up after a failure: that failure is the one to report, so a second one is let go. */
export async function removeIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.remove(path)
  } catch (error) {
    if (systemCode(error) === '') throw error
  }
}
