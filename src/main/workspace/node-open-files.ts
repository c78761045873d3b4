/**
 * Files of the disk that stay open. Bare descriptors and callbacks: they take a fifth less time than a FileHandle, and
 * the collector does not close them.
 */
import * as fs from 'node:fs'
import { promisify } from 'node:util'
import type { AppendableFile, OverwritableFile, ReadableFile } from './file-system.ts'

const open = promisify(fs.open)
const closeDescriptor = promisify(fs.close)
const statDescriptor = promisify(fs.fstat)
const dataSync = promisify(fs.fdatasync)
const cut = promisify(fs.ftruncate)

const { O_APPEND, O_CREAT, O_DSYNC, O_RDWR, O_WRONLY } = fs.constants
/** Elsewhere O_DSYNC is missing, or leaves the bytes in the drive's cache (macOS), which fdatasync does not. */
const hasSyncedWrites = process.platform === 'linux'

export async function openForReading(path: string): Promise<ReadableFile> {
  return readableOf(await open(path, 'r'))
}

export async function openForAppending(path: string): Promise<AppendableFile> {
  const descriptor = await open(path, O_RDWR | O_APPEND)
  let synced: number | null = null
  try {
    // a second descriptor: with it an append and its sync are one system call and one hop to the pool of threads
    if (hasSyncedWrites) synced = await open(path, O_WRONLY | O_APPEND | O_DSYNC)
  } catch (error) {
    await closeDescriptor(descriptor)
    throw error
  }
  return {
    ...readableOf(descriptor),
    append: (bytes) => write(descriptor, bytes, null),
    async appendSynced(bytes) {
      if (synced !== null) return write(synced, bytes, null)
      const taken = await write(descriptor, bytes, null)
      await dataSync(descriptor)
      return taken
    },
    sync: () => dataSync(descriptor),
    truncate: (size) => cut(descriptor, size),
    async close() {
      try {
        if (synced !== null) await closeDescriptor(synced)
      } finally {
        await closeDescriptor(descriptor)
      }
    },
  }
}

export async function openForOverwriting(path: string): Promise<OverwritableFile> {
  const descriptor = await open(path, O_RDWR | O_CREAT, 0o600)
  return {
    overwrite: (bytes, position) => write(descriptor, bytes, position),
    close: () => closeDescriptor(descriptor),
  }
}

function readableOf(descriptor: number): ReadableFile {
  return {
    async read(into, position) {
      let filled = 0
      while (filled < into.length) {
        const taken = await read(descriptor, into, filled, position + filled)
        if (taken === 0) break
        filled += taken
      }
      return filled
    },
    size: async () => (await statDescriptor(descriptor)).size,
    close: () => closeDescriptor(descriptor),
  }
}

const read = (descriptor: number, into: Uint8Array, offset: number, position: number): Promise<number> =>
  new Promise((resolve, reject) => {
    fs.read(descriptor, into, offset, into.length - offset, position, (error, taken) => (error ? reject(error) : resolve(taken)))
  })

/** `position` null: at the end. */
const write = (descriptor: number, bytes: Uint8Array, position: number | null): Promise<number> =>
  new Promise((resolve, reject) => {
    fs.write(descriptor, bytes, 0, bytes.length, position, (error, taken) => (error ? reject(error) : resolve(taken)))
  })
