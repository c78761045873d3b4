/** Files of the index. Synchronous: they are used in a thread of their own, and a question is answered in one go. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BlockData } from './block-data.ts'
import type { DiskRoom } from './disk-room.ts'
import type { FlatSegment } from './flat-segment.ts'
import type { DataStore } from './segment-data.ts'
import { BLOCK_BYTES, SegmentFileWriter, type SegmentSource } from './segment-file.ts'
import type { DataSource, SegmentTables } from './segment-tables.ts'
import { sectionsOf } from './table-sections.ts'

/** What the names of files have that are of use to the running index only. */
export const PASSING = '.part-'
/** What a merged part has that its parts have not: forms of words, ready answers to beginnings of words. */
const MORE_WHEN_MERGED = 1.25

export class IndexFile implements SegmentSource {
  #path: string
  readonly #file: number
  readonly #room: DiskRoom | undefined
  #isOpen = true

  /**
   * @param room where it is written to
   * @throws system errors
   */
  constructor(path: string, how: 'read' | 'create', room?: DiskRoom) {
    this.#path = path
    this.#room = room
    this.#file = openSync(path, how === 'read' ? 'r' : 'wx+', 0o600)
  }

  get size(): number {
    return fstatSync(this.#file).size
  }

  read(position: number, length: number): Uint8Array<ArrayBuffer> {
    // its number may be that of another file by now
    if (!this.#isOpen) throw new Error('The file of the index is closed.')
    const bytes = new Uint8Array(length)
    let done = 0
    while (done < length) {
      const count = readSync(this.#file, bytes, done, length - done, position + done)
      if (count === 0) return bytes.slice(0, done)
      done += count
    }
    return bytes
  }

  /** @throws NoRoomError, system errors */
  append(bytes: Uint8Array): void {
    this.#room?.claim(bytes.length)
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file, bytes, done)
    } catch (error) {
      this.#room?.failed()
      throw error
    }
  }

  /** In the place of the file of that name, if there is one; it must not be open. */
  rename(path: string): void {
    renameSync(this.#path, path)
    this.#path = path
  }

  /** Closes it; removes it when it is of use to the running index only. */
  release(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeSync(this.#file)
    if (!basename(this.#path).includes(PASSING)) return
    try {
      rmSync(this.#path, { force: true })
    } catch {
      // where nothing may be written any more it stays until the next opening
    }
  }
}

/** @throws system errors when it is there and cannot be removed */
export const removeFile = (path: string): void => rmSync(path, { force: true })

/** Files that an earlier run left behind. */
export function removePassing(path: string): void {
  try {
    for (const name of readdirSync(dirname(path))) {
      if (name.startsWith(basename(path) + PASSING)) rmSync(join(dirname(path), name), { force: true })
    }
  } catch {
    // there is no folder yet, or it cannot be read: then there is nothing to remove either
  }
}

/** What a file of all of them would take up, about. */
export function fileBytesOf(parts: readonly FlatSegment[]): number {
  const bytes = parts.map(({ tables, dataBytes }) => sectionsOf(tables).reduce((sum, [, section]) => sum + section.length, dataBytes))
  return bytes.reduce((sum, part) => sum + part, 0) * MORE_WHEN_MERGED
}

/** Writes a segment to a file as it is made. @param facts told again when the file is opened */
export function fileStore(file: IndexFile, facts: string): DataStore {
  const writer = new SegmentFileWriter(file)
  // the thread has written it itself a moment ago
  const written = (): DataSource => new BlockData(file, SegmentFileWriter.dataStart, writer.length, undefined, BLOCK_BYTES)
  return {
    append: (bytes) => writer.append(bytes),
    get source() {
      return written()
    },
    finished(tables: SegmentTables) {
      writer.finish(tables, facts)
      return written()
    },
    discard: () => file.release(),
  }
}
