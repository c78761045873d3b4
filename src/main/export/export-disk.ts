/** The disk as an export uses it: what it writes is for handing over, so files get the system's usual rights. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, fsync, openSync, readFileSync, write, writeSync } from 'node:fs'
import { lstat, open, realpath, rmdir, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { systemCode, type FileSystem, type ReadableFile } from '../workspace/file-system.ts'
import { createFolder, nodeFileSystem } from '../workspace/node-file-system.ts'
import { writeAll } from '../workspace/write-all.ts'

const STEP_BYTES = 1024 * 1024

export interface Seen {
  /** Bytes. */
  readonly size: number
  /** Milliseconds since the Unix epoch, as finely as the disk tells. */
  readonly modified: number
}

export interface ExportDisk extends FileSystem {
  /** What tells cheaply that a file was written since; undefined when there is no file of that name. */
  seen(path: string): Promise<Seen | undefined>
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>
  /** Whether a name stands for another place; not when nothing is called so. */
  isLink(path: string): Promise<boolean>
  /** A folder that is there, without links on the way. */
  realPath(folder: string): Promise<string>
}

export const exportDisk: ExportDisk = {
  ...nodeFileSystem,
  async seen(path) {
    try {
      const found = await stat(path)
      return found.isFile() ? { size: found.size, modified: found.mtimeMs } : undefined
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  },
  removeFolder: (path) => rmdir(path),
  async isLink(path) {
    try {
      return (await lstat(path)).isSymbolicLink()
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false
      throw error
    }
  },
  realPath: (folder) => realpath(folder),
  createFolder: (path) => createFolder(path, 0o777),
  async createFile(path) {
    const handle = await open(path, 'wx')
    return {
      write: async (bytes) => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
}

/** Longer, in milliseconds, and windows would feel it; shorter, and a thread that waits for the disk costs more than it saves. */
const SLOW = 3
/** Bytes that are written or read at once; more go through the background. */
const SMALL = 256 * 1024

const writeInBackground = promisify(write)

/** Opening what is no file must not wait for whoever is at its other end. */
const TO_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** The same disk for one export: small files are written and read back on the spot as long as it answers at once. */
export function quickDisk(): ExportDisk {
  /** Of the files so far, the last ones counting most. */
  let mean = 0
  // one file that took long because other programs had the processor says nothing of the disk
  const note = (spent: number) => (mean = mean * 0.9 + Math.min(spent, SLOW * 4) * 0.1)
  return {
    ...exportDisk,
    async readFile(path) {
      if (mean > SLOW) return exportDisk.readFile(path)
      const began = performance.now()
      const descriptor = openSync(path, TO_READ)
      try {
        const found = fstatSync(descriptor)
        if (found.isFile() && found.size <= SMALL) return readFileSync(descriptor)
      } finally {
        closeSync(descriptor)
        note(performance.now() - began)
      }
      return exportDisk.readFile(path)
    },
    async createFile(path) {
      if (mean > SLOW) return exportDisk.createFile(path)
      const began = performance.now()
      const descriptor = openSync(path, 'wx')
      let spent = performance.now() - began
      return {
        async write(bytes) {
          if (bytes.length > SMALL) return (await writeInBackground(descriptor, bytes)).bytesWritten
          const from = performance.now()
          const written = writeSync(descriptor, bytes)
          spent += performance.now() - from
          return written
        },
        sync: () => promisify(fsync)(descriptor),
        async close() {
          const from = performance.now()
          closeSync(descriptor)
          note(spent + performance.now() - from)
        },
      }
    },
  }
}

/** The SHA-256 of a file, read in steps. */
export async function hashFile(file: ReadableFile): Promise<string> {
  const hash = createHash('sha256')
  const step = Buffer.alloc(Math.min(STEP_BYTES, (await file.size()) + 1))
  for (let at = 0, count = 1; count > 0; at += count) {
    count = await file.read(step, at)
    hash.update(step.subarray(0, count))
  }
  return hash.digest('hex')
}

/** Without a sync: an export can be made again, and its manifest shows what is incomplete. */
export async function writeNewFile(disk: ExportDisk, path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await disk.createFile(path)
  try {
    if (content instanceof Uint8Array) await writeAll(file, content)
    else for await (const bytes of content) await writeAll(file, bytes)
  } finally {
    await file.close()
  }
}

/** A folder with all that is in it; of a link the link alone. Nothing happens when it is not there. */
export async function removeTree(disk: ExportDisk, path: string): Promise<void> {
  // where it leads is somebody else's
  if (await disk.isLink(path)) return disk.remove(path)
  const found = await disk.stat(path)
  if (!found) return
  if (found.kind !== 'folder') return disk.remove(path)
  for (const name of await disk.list(path)) await removeTree(disk, `${path}/${name}`)
  await disk.removeFolder(path)
}

const NOTHING = 'Nothing was exported and what was there before is kept'
const verdicts: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['DISK_FULL', `The disk is full. ${NOTHING}; free some space or choose another disk, then export again.`],
  EDQUOT: ['DISK_FULL', `The room you may use on this disk is full. ${NOTHING}; free some space, then export again.`],
  EROFS: ['READ_ONLY', `The disk cannot be written to. ${NOTHING}; choose a folder on another disk.`],
  EACCES: ['NO_PERMISSION', `The system refuses writing in this folder. ${NOTHING}; choose another folder.`],
  EPERM: ['NO_PERMISSION', `The system refuses writing in this folder. ${NOTHING}; choose another folder.`],
  EBUSY: ['NO_PERMISSION', `Another program holds a file of this folder. ${NOTHING}; close it there, then export again.`],
  ENOENT: ['MISSING', `The folder has gone: it was moved, removed or its disk unplugged. ${NOTHING}; choose another folder.`],
  ENOTDIR: ['MISSING', `A part of the folder's path is a file. ${NOTHING}; choose another folder.`],
  ENOTEMPTY: ['NOT_EMPTY', `Something was put into the folder meanwhile. ${NOTHING}; choose another folder.`],
  EEXIST: ['NOT_EMPTY', `Something was put into the folder meanwhile. ${NOTHING}; choose another folder.`],
  ENODEV: ['MISSING', `The disk has gone. ${NOTHING}; connect it again, or choose another folder.`],
  ENAMETOOLONG: ['INVALID_INPUT', `The folder's path is too long for this disk. ${NOTHING}; choose a folder nearer to the root.`],
}

/** The person's words for a failure of the disk; anything else comes back as it is. */
export function exportFailure(cause: unknown): unknown {
  const system = systemCode(cause)
  if (system === '') return cause
  const [code, message] = verdicts[system] ?? ['IO', `The disk failed (${system}). ${NOTHING}; export to a sound disk.`]
  return new AppError(code, message, { system }, { cause })
}
