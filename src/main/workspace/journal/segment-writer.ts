/** Appends transactions to a segment. When `append` answers they are on the disk; when it throws they are not. */
import { dirname } from 'node:path'
import type { AppendableFile, FileSystem } from '../file-system.ts'
import { systemError } from '../file-system.ts'
import { removeIfThere } from '../replace-file.ts'
import { plain } from './codec.ts'
import type { Batch, PendingFrame, PlacedFrame, SegmentEnd } from './batch.ts'
import { encodeInto, joined } from './batch.ts'
import { encodeFrame } from './frame.ts'
import type { SegmentHead } from './segment-head.ts'
import { encodeSegmentHead } from './segment-head.ts'
import { partsOf } from './write-parts.ts'

export type { PendingFrame, PlacedFrame, SegmentEnd } from './batch.ts'

/**
 * The disk failed while appending and again while what was written was cut off: whether it is there after a restart is
 * not known, and no later attempt can tell.
 */
export class UncertainWriteError extends Error {
  override readonly name = 'UncertainWriteError'
}

/** Up to so many bytes are one durable write; more are written in steps, then synced. */
const SYNCED_BYTES = 256 * 1024
/** A disk writes no less at once, as a rule: what stands in one page of the file is lost or kept together. */
const PAGE_BYTES = 4096
const pageOf = (position: number): number => Math.floor(position / PAGE_BYTES)
const STEP_BYTES = 1024 * 1024

export class SegmentWriter {
  private readonly file: AppendableFile
  private end: SegmentEnd
  private isUncertain = false

  private constructor(file: AppendableFile, end: SegmentEnd) {
    this.file = file
    this.end = end
  }

  /** A new file with its first frame, durable with its name. @throws what the disk throws; then no file is left there. */
  static async create(files: FileSystem, path: string, head: SegmentHead): Promise<SegmentWriter> {
    const payload = plain.seal(encodeSegmentHead(head))
    const { bytes, header } = encodeFrame('S', true, head.first, head.revision, 0, payload)
    const created = await files.createFile(path)
    try {
      try {
        await writeAll(bytes, (rest) => created.write(rest))
        await created.sync()
      } finally {
        await created.close()
      }
      await files.syncFolder(dirname(path))
      return await SegmentWriter.resume(files, path, {
        size: bytes.length,
        sequence: head.first,
        link: header.headerCrc,
        frames: 1,
      })
    } catch (error) {
      await removeIfThere(files, path)
      throw error
    }
  }

  /** Goes on behind the last frame of a segment that was read; the file must be exactly so large. */
  static async resume(files: FileSystem, path: string, at: SegmentEnd): Promise<SegmentWriter> {
    const file = await files.openForAppending(path)
    try {
      const size = await file.size()
      if (size !== at.size) throw systemError('EIO', 'fstat', `The segment has ${size} bytes where ${at.size} were read.`)
      return new SegmentWriter(file, at)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  get size(): number {
    return this.end.size
  }

  /** The last frame's. */
  get sequence(): number {
    return this.end.sequence
  }

  /** The last frame's header CRC. */
  get link(): number {
    return this.end.link
  }

  get frames(): number {
    return this.end.frames
  }

  /**
   * Appends whole transactions; one call at a time.
   * @throws the system's error after what was written has been cut off; UncertainWriteError when that failed as well
   */
  async append(frames: readonly PendingFrame[]): Promise<readonly PlacedFrame[]> {
    if (this.isUncertain) throw new UncertainWriteError('An earlier failure left the end of the segment unknown.')
    if (frames.length === 0) return []
    const batch: Batch = { placed: [], end: this.end }
    try {
      await this.write(frames, batch)
    } catch (error) {
      await this.cutBack(error)
      throw error
    }
    this.end = batch.end
    return batch.placed
  }

  close(): Promise<void> {
    return this.file.close()
  }

  private async write(frames: readonly PendingFrame[], batch: Batch): Promise<void> {
    // the way of every edit
    if (frames.length === 1) return this.writePart(frames, batch)
    for (const part of partsOf(frames, SYNCED_BYTES)) await this.writePart(part, batch)
  }

  /**
   * The end of a transaction must not reach the disk before what stands in front of it: a hole there would look like
   * damage to what had been saved. What is large is never in memory twice: it is encoded in the steps it is written in.
   */
  private async writePart(part: readonly PendingFrame[], batch: Batch): Promise<void> {
    const isOne = part.findIndex(({ last }) => last) === part.length - 1
    let gathered: Uint8Array[] = []
    let bytes = 0
    let unsynced = 0
    const from = batch.end.size
    const flush = async () => {
      if (bytes > 0) await writeAll(joined(gathered, bytes), (rest) => this.file.append(rest))
      unsynced += bytes
      gathered = []
      bytes = 0
    }
    for (const [index, frame] of part.entries()) {
      if (isOne && index === part.length - 1 && pageOf(from) < pageOf(batch.end.size)) {
        await flush()
        await this.file.sync()
        unsynced = 0
      }
      const encoded = encodeInto(batch, frame)
      gathered.push(encoded)
      bytes += encoded.length
      if (bytes >= STEP_BYTES) await flush()
    }
    if (unsynced === 0 && bytes <= SYNCED_BYTES) {
      await writeAll(joined(gathered, bytes), (rest) => this.file.appendSynced(rest))
      return
    }
    await flush()
    await this.file.sync()
  }

  private async cutBack(cause: unknown): Promise<void> {
    try {
      await this.file.truncate(this.end.size)
      await this.file.sync()
    } catch {
      this.isUncertain = true
      throw new UncertainWriteError('What was written could not be cut off again.', { cause })
    }
  }
}

async function writeAll(bytes: Uint8Array, write: (rest: Uint8Array) => Promise<number>): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const taken = await write(written === 0 ? bytes : bytes.subarray(written))
    if (taken === 0) throw systemError('EIO', 'write', 'The disk takes no bytes.')
    written += taken
  }
}
