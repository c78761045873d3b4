/** The files of an export as they lie on the disk, and what their bytes are. */
import { createHash } from 'node:crypto'
import { systemCode, type ReadableFile } from '../../workspace/file-system.ts'
import { sha256 } from '../update-folder.ts'
import type { WrittenExport } from '../written.ts'

const STEP_BYTES = 1024 * 1024

/** How a file was found: as it was written, with other bytes, not there, or not to be read. */
export type Found = 'sound' | 'damaged' | 'missing' | 'unreadable'

type Source = Pick<WrittenExport, 'disk' | 'files' | 'at'>

export class ReadBack {
  readonly #written: Source
  /** SHA-256 of what lies there, by path. */
  readonly #hashes = new Map<string, string>()

  constructor(written: Source) {
    this.#written = written
  }

  /** A file that is held whole; its bytes are left out where there are none to be had. */
  async read(path: string): Promise<{ readonly found: Found; readonly bytes?: Uint8Array }> {
    const { disk, at } = this.#written
    let bytes: Uint8Array | undefined
    const found = await this.#attempt(path, async () => {
      bytes = await disk.readFile(at(path))
      this.#hashes.set(path, sha256(bytes))
    })
    return bytes ? { found, bytes } : { found }
  }

  /** Reads a file through once, however often it is asked for. */
  check(path: string): Promise<Found> {
    if (this.#hashes.has(path)) return Promise.resolve(this.#verdict(path))
    return this.#attempt(path, async () => {
      const pieces = this.content(path)[Symbol.asyncIterator]()
      while ((await pieces.next()).done !== true) continue
    })
  }

  /** In pieces that are good until the next is asked for. @throws system errors */
  async *content(path: string): AsyncIterable<Uint8Array> {
    const { disk, at } = this.#written
    const file: ReadableFile = await disk.openForReading(at(path))
    try {
      const hash = createHash('sha256')
      const step = Buffer.alloc(Math.min(STEP_BYTES, (await file.size()) + 1))
      for (let position = 0, count = 1; count > 0; position += count) {
        count = await file.read(step, position)
        hash.update(step.subarray(0, count))
        if (count > 0) yield step.subarray(0, count)
      }
      this.#hashes.set(path, hash.digest('hex'))
    } finally {
      await file.close()
    }
  }

  /** Of all that was read. */
  get hashes(): ReadonlyMap<string, string> {
    return this.#hashes
  }

  async #attempt(path: string, reading: () => Promise<void>): Promise<Found> {
    try {
      await reading()
      return this.#verdict(path)
    } catch (error) {
      const system = systemCode(error)
      if (system === '') throw error
      return system === 'ENOENT' || system === 'ENOTDIR' ? 'missing' : 'unreadable'
    }
  }

  #verdict = (path: string): Found => (this.#hashes.get(path) === this.#written.files.get(path) ? 'sound' : 'damaged')
}
