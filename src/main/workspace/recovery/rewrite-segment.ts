/** Writes what can be read of a damaged segment into a new file, from whichever of its generations has it. */
import { join } from 'node:path'
import type { FileSystem, NewFile, ReadableFile } from '../file-system.ts'
import { systemError } from '../file-system.ts'
import type { FrameHeader } from '../journal/frame.ts'
import { encodeFrame, PREFIX_BYTES } from '../journal/frame.ts'
import type { SegmentHead } from '../journal/segment-head.ts'
import { encodeSegmentHead, segmentName } from '../journal/segment-head.ts'
import { readPayload, scanSegment } from '../journal/segment-reader.ts'
import type { SegmentEnd } from '../journal/segment-writer.ts'
import { removeIfThere, renameWhenFree, temporaryNameFor } from '../replace-file.ts'
import type { RecordFrame } from './record-frames.ts'
import { recordFrames } from './record-frames.ts'
import { writeAll } from '../write-all.ts'

export interface Rewritten extends SegmentEnd {
  readonly name: string
  readonly first: number
}

export interface RewriteTask {
  readonly folder: string
  /** Where the readable frames are, the best file first; those with a sequence of `from` up to before `to` are taken. */
  readonly sources: readonly string[]
  readonly from: number
  readonly to: number
  /** Whether a frame that can be read is to be kept. */
  readonly keeps: (frame: RecordFrame, source: string) => boolean
  readonly head: SegmentHead
}

interface Kept {
  readonly source: string
  readonly offset: number
  readonly header: FrameHeader
}

const STEP_BYTES = 1024 * 1024

/** Null when nothing is left of it. The file has its name, durably, when this answers. */
export async function rewriteSegment(files: FileSystem, task: RewriteTask): Promise<Rewritten | null> {
  const kept = await keptFrames(files, task)
  if (kept.length === 0) return null
  const name = segmentName(task.head.first, task.head.generation)
  const path = join(task.folder, name)
  const temporary = temporaryNameFor(path)
  try {
    const end = await writeFrames(files, temporary, task, kept)
    await assertReadsBack(files, temporary, end)
    await renameWhenFree(files, temporary, path)
    await files.syncFolder(task.folder)
    return { ...end, name, first: task.head.first }
  } catch (error) {
    await removeIfThere(files, temporary)
    throw error
  }
}

/** In order of sequence, each once. */
async function keptFrames(files: FileSystem, { folder, sources, from, to, keeps }: RewriteTask): Promise<readonly Kept[]> {
  const found = new Map<number, Kept>()
  for (const source of sources) {
    const file = await files.openForReading(join(folder, source))
    try {
      for await (const item of recordFrames(file)) {
        if (item.type !== 'record') continue
        const { sequence } = item.header
        if (sequence < from || sequence >= to || found.has(sequence) || !keeps(item, source)) continue
        found.set(sequence, { source, offset: item.offset, header: item.header })
      }
    } finally {
      await file.close()
    }
  }
  return [...found.values()].toSorted((one, other) => one.header.sequence - other.header.sequence)
}

async function writeFrames(files: FileSystem, path: string, { folder, head }: RewriteTask, kept: readonly Kept[]): Promise<SegmentEnd> {
  const created = await files.createFile(path)
  const opened = new Map<string, ReadableFile>()
  try {
    const output = new StepWriter(created)
    const first = encodeFrame('S', true, head.first, head.revision, 0, encodeSegmentHead(head))
    await output.write(first.bytes)
    let link = first.header.headerCrc
    let sequence = head.first
    for (const { source, offset, header } of kept) {
      const file = opened.get(source) ?? (await files.openForReading(join(folder, source)))
      opened.set(source, file)
      const payload = await readPayload(file, offset + PREFIX_BYTES, header.length, header.payloadCrc)
      // every frame closes itself: what belonged to the same change may be lost
      const frame = encodeFrame(header.kind, true, header.sequence, header.revision, link, payload)
      await output.write(frame.bytes)
      link = frame.header.headerCrc
      sequence = header.sequence
    }
    await output.flush()
    await created.sync()
    return { size: output.size, sequence, link, frames: kept.length + 1 }
  } finally {
    for (const file of opened.values()) await file.close()
    await created.close()
  }
}

async function assertReadsBack(files: FileSystem, path: string, end: SegmentEnd): Promise<void> {
  const file = await files.openForReading(path)
  try {
    let frames = 0
    let link = 0
    for await (const item of scanSegment(file, { yieldEvery: 200 })) {
      if (item.type === 'damage') break
      frames += 1
      link = item.frame.header.headerCrc
    }
    if (frames === end.frames && link === end.link && (await file.size()) === end.size) return
    throw systemError('EIO', 'read', 'The new segment does not read back as it was written.')
  } finally {
    await file.close()
  }
}

class StepWriter {
  size = 0
  private readonly file: NewFile
  private pieces: Uint8Array[] = []
  private gathered = 0

  constructor(file: NewFile) {
    this.file = file
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.pieces.push(bytes)
    this.gathered += bytes.length
    this.size += bytes.length
    if (this.gathered >= STEP_BYTES) await this.flush()
  }

  async flush(): Promise<void> {
    const step = Buffer.concat(this.pieces, this.gathered)
    this.pieces = []
    this.gathered = 0
    await writeAll(this.file, step)
  }
}
