/** Appends transactions to a segment. When `append` answers they are on the disk; when it throws they are not. */
import { dirname } from 'node:path'
import type { AppendableFile, FileSystem } from '../file-system.ts'
import { systemError } from '../file-system.ts'
import { removeIfThere } from '../replace-file.ts'
import { plain } from './codec.ts'
import type { FrameHeader, FrameKind } from './frame.ts'
import { encodeFrame } from './frame.ts'
import type { SegmentHead } from './segment-head.ts'
import { encodeSegmentHead } from './segment-head.ts'

export interface PendingFrame {
  readonly kind: FrameKind
  /** The last of its transaction. */
  readonly last: boolean
  readonly revision: number
  readonly payload: Uint8Array
}

export interface PlacedFrame {
  readonly header: FrameHeader
  /** Where the frame begins in the file. */
  readonly offset: number
}

/** Where a segment ends. */
export interface SegmentEnd {
  /** Bytes. */
  readonly size: number
  /** The last frame's. */
  readonly sequence: number
  readonly link: number
  /** How many there are, with the first. */
  readonly frames: number
}

/**
 * The disk failed while appending and again while what was written was cut off: whether it is there after a restart is
 * not known, and no later attempt can tell.
 */
export class UncertainWriteError extends Error {
  override readonly name = 'UncertainWriteError'
}

/** Up to so many bytes are one durable write; more are written in steps and synced once. */
const SYNCED_BYTES = 256 * 1024
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

  /** A large batch is never in memory twice: it is encoded in the steps it is written in. */
  private async write(frames: readonly PendingFrame[], batch: Batch): Promise<void> {
    let gathered: Uint8Array[] = []
    let bytes = 0
    for (const frame of frames) {
      const encoded = encodeInto(batch, frame)
      gathered.push(encoded)
      bytes += encoded.length
      if (bytes < STEP_BYTES) continue
      await writeAll(joined(gathered, bytes), (rest) => this.file.append(rest))
      gathered = []
      bytes = 0
    }
    const isWhole = batch.end.size - bytes === this.end.size
    if (isWhole && bytes <= SYNCED_BYTES) {
      await writeAll(joined(gathered, bytes), (rest) => this.file.appendSynced(rest))
      return
    }
    if (bytes > 0) await writeAll(joined(gathered, bytes), (rest) => this.file.append(rest))
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

/** What has been encoded of a batch: where each frame comes to stand, and where the segment will end. */
interface Batch {
  readonly placed: PlacedFrame[]
  end: SegmentEnd
}

function encodeInto(batch: Batch, { kind, last, revision, payload }: PendingFrame): Uint8Array {
  const { size, sequence, link, frames } = batch.end
  const { bytes, header } = encodeFrame(kind, last, sequence + 1, revision, link, plain.seal(payload))
  batch.placed.push({ header, offset: size })
  batch.end = { size: size + bytes.length, sequence: sequence + 1, link: header.headerCrc, frames: frames + 1 }
  return bytes
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only ? only : Buffer.concat(pieces, bytes)
}

async function writeAll(bytes: Uint8Array, write: (rest: Uint8Array) => Promise<number>): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const taken = await write(written === 0 ? bytes : bytes.subarray(written))
    if (taken === 0) throw systemError('EIO', 'write', 'The disk takes no bytes.')
    written += taken
  }
}
