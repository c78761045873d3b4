/** A segment under another name until it is whole, written in steps of about a megabyte and read back. */
import type { FileSystem, NewFile } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import type { FrameHeader, FrameKind } from '../journal/frame.ts'
import { encodeFrame } from '../journal/frame.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import type { SegmentEnd } from '../journal/segment-writer.ts'
import { removeIfThere, renameWhenFree, temporaryNameFor } from '../replace-file.ts'
import type { Turns } from './turns.ts'
import { writeAll } from '../write-all.ts'

const STEP_BYTES = 1024 * 1024

export interface CopiedFrame {
  readonly header: FrameHeader
  readonly offset: number
}

export class NewSegmentFile {
  private readonly files: FileSystem
  private readonly path: string
  private readonly temporary: string
  private readonly file: NewFile
  private gathered: Uint8Array[] = []
  private gatheredBytes = 0
  private end: SegmentEnd = { size: 0, sequence: 0, link: 0, frames: 0 }
  /** Of each frame: its seal covers its place, its sequence and its payload. */
  private readonly seals: number[] = []

  private constructor(files: FileSystem, path: string, temporary: string, file: NewFile) {
    this.files = files
    this.path = path
    this.temporary = temporary
    this.file = file
  }

  static async create(files: FileSystem, path: string): Promise<NewSegmentFile> {
    const temporary = temporaryNameFor(path)
    return new NewSegmentFile(files, path, temporary, await files.createFile(temporary))
  }

  /** Every transaction that is rewritten is known to be whole, so each frame is the last of its own. */
  async add(kind: FrameKind, sequence: number, revision: number, payload: Uint8Array): Promise<CopiedFrame> {
    const { size, link, frames } = this.end
    const { bytes, header } = encodeFrame(kind, true, sequence, revision, link, payload)
    this.gathered.push(bytes)
    this.gatheredBytes += bytes.length
    this.seals.push(header.headerCrc)
    this.end = { size: size + bytes.length, sequence, link: header.headerCrc, frames: frames + 1 }
    if (this.gatheredBytes >= STEP_BYTES) await this.write()
    return { header, offset: size }
  }

  /**
   * Syncs it, reads it back from the beginning to the end and gives it its name, which is not durable yet.
   * @throws DamagedFileError when it does not read back as it was written
   */
  async finish(turns: Turns): Promise<SegmentEnd> {
    try {
      await this.write()
      await this.file.sync()
    } finally {
      await this.file.close()
    }
    await this.verify(turns)
    await renameWhenFree(this.files, this.temporary, this.path)
    return this.end
  }

  /** After a failure, whatever has become of it. */
  async discard(): Promise<void> {
    await removeIfThere(this.files, this.temporary)
  }

  private async write(): Promise<void> {
    const bytes = Buffer.concat(this.gathered, this.gatheredBytes)
    this.gathered = []
    this.gatheredBytes = 0
    await writeAll(this.file, bytes)
  }

  private async verify(turns: Turns): Promise<void> {
    const file = await this.files.openForReading(this.temporary)
    try {
      let frames = 0
      for await (const item of scanSegment(file)) {
        if (item.type === 'damage' || item.frame.header.headerCrc !== this.seals[frames]) throw notTheSame()
        frames += 1
        if (turns.isOver) await turns.pause()
      }
      if (frames !== this.end.frames) throw notTheSame()
    } finally {
      await file.close()
    }
  }
}

const notTheSame = () => new DamagedFileError('A rewritten segment does not read back as it was written.')
