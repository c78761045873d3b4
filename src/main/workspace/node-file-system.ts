/** The disk itself. */
import * as fs from 'node:fs'
import { access, link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { tryLock } from 'fs-native-extensions'
import type { FileLock, FileStat, FileSystem, NewFile } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { openForAppending, openForOverwriting, openForReading } from './node-open-files.ts'

const statDescriptor = promisify(fs.fstat)
const closeDescriptor = promisify(fs.close)
const openDescriptor = promisify(fs.open)
const isWindows = process.platform === 'win32'

/** Creates a folder and those above it. Not `recursive`: Node then answers ENOENT on a disk mounted for reading only. */
export async function createFolder(path: string, mode: number): Promise<void> {
  try {
    if (dirname(path) !== path && !(await nodeFileSystem.stat(dirname(path)))) await createFolder(dirname(path), mode)
    await mkdir(path, { mode })
  } catch (error) {
    // EEXIST, and whatever a system says of a drive's root
    if (!(await isFolder(path))) throw error
  }
}

const isFolder = async (path: string) => (await nodeFileSystem.stat(path))?.kind === 'folder'

export const nodeFileSystem: FileSystem = {
  sharingViolations: isWindows,
  readFile,
  list: (folder) => readdir(folder),
  async stat(path): Promise<FileStat | undefined> {
    try {
      const found = await stat(path)
      return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size }
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    }
  },
  createFolder: (path) => createFolder(path, 0o700),
  async createFile(path): Promise<NewFile> {
    const handle = await open(path, 'wx', 0o600)
    return {
      write: async (bytes) => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  openForReading,
  openForAppending,
  openForOverwriting,
  rename,
  link,
  remove: (path) => rm(path),
  removeFolder: (path) => rmdir(path),
  async syncFolder(folder) {
    // Windows opens no folder for that and makes names durable with the file system's own journal
    if (isWindows) return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  async isWritable(folder) {
    try {
      await access(folder, fs.constants.W_OK)
      return true
    } catch (error) {
      if (systemCode(error) === '') throw error
      return false
    }
  },
  async lock(path): Promise<FileLock | null> {
    // a bare descriptor: a FileHandle that nobody refers to is closed by the collector, and the lock would go with it
    const descriptor = await openDescriptor(path, 'a+', 0o600)
    let granted = false
    try {
      granted = tryLock(descriptor)
    } finally {
      if (!granted) await closeDescriptor(descriptor)
    }
    if (!granted) return null
    const held = await statDescriptor(descriptor, { bigint: true })
    let released = false
    return {
      async isInPlace() {
        try {
          const now = await stat(path, { bigint: true })
          return now.ino === held.ino && now.dev === held.dev
        } catch (error) {
          if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false
          throw error
        }
      },
      async release() {
        if (released) return
        released = true
        await closeDescriptor(descriptor)
      },
    }
  },
  wait: (milliseconds) => setTimeout(milliseconds),
}
