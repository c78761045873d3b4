/**
 * Writes neighbouring segments anew as one, without the versions that go. That a record was erased stays, or an older
 * backup could bring it back.
 */
import type { SegmentMoves } from '../columns/version-table.ts'
import type { FileSystem, ReadableFile } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { codecNamed, plain } from '../journal/codec.ts'
import type { FrameHeader } from '../journal/frame.ts'
import { PREFIX_BYTES } from '../journal/frame.ts'
import type { SegmentHead } from '../journal/segment-head.ts'
import { decodeSegmentHead, encodeSegmentHead, parseSegmentName } from '../journal/segment-head.ts'
import type { Frame } from '../journal/segment-reader.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import type { SealedSegment } from '../manifest-file.ts'
import type { SegmentGroup } from './plan-compaction.ts'
import { NewSegmentFile } from './new-segment-file.ts'
import type { Turns } from './turns.ts'

export interface RewriteInput {
  readonly files: FileSystem
  readonly pathOf: (segment: string) => string
  readonly group: SegmentGroup
  /** The new file's; it must be free. */
  readonly name: string
  /** Where the segment before ends now; null for the first. */
  readonly after: SegmentHead['after']
  /** By segment: where the payloads of versions lie that go. */
  readonly dropped: ReadonlyMap<string, ReadonlySet<number>>
}

export interface RewrittenSegment {
  readonly group: SegmentGroup
  readonly sealed: SealedSegment
  readonly moves: SegmentMoves
  readonly versionsDropped: number
}

/** @throws DamagedFileError when a segment is not as it was closed; whatever it throws, no file is left that counts */
export async function rewriteSegments(input: RewriteInput, turns: Turns): Promise<RewrittenSegment> {
  const { files, pathOf, group, name } = input
  const copy = await NewSegmentFile.create(files, pathOf(name))
  try {
    const rewriting = new Rewriting(input, copy)
    for (const segment of group) {
      const file = await files.openForReading(pathOf(segment.name))
      try {
        await rewriting.copy(segment, file, turns)
      } finally {
        await file.close()
      }
    }
    const { size, sequence, link, frames } = await copy.finish(turns)
    const first = parseSegmentName(name)?.first ?? 0
    const sealed: SealedSegment = { name, bytes: size, frames, first, last: sequence, link }
    return { group, sealed, moves: rewriting.moves, versionsDropped: rewriting.versionsDropped }
  } catch (error) {
    await copy.discard()
    throw error
  }
}

class Rewriting {
  versionsDropped = 0
  readonly moves = new Map<string, (offset: number) => { segment: string; offset: number } | null>()
  private readonly input: RewriteInput
  private readonly target: NewSegmentFile
  private isFirst = true

  constructor(input: RewriteInput, target: NewSegmentFile) {
    this.input = input
    this.target = target
  }

  async copy(segment: SealedSegment, file: ReadableFile, turns: Turns): Promise<void> {
    /** Payload offsets, before and after. */
    const kept = new Map<number, number>()
    const dropped = this.input.dropped.get(segment.name) ?? new Set()
    let head: SegmentHead | null = null
    let last: FrameHeader | null = null
    let frames = 0
    for await (const item of scanSegment(file)) {
      if (item.type === 'damage') throw notAsClosed(segment)
      const { header, offset, payload } = item.frame
      if (header.kind === 'S') {
        if (offset !== 0) throw notAsClosed(segment)
        head = decodeSegmentHead(payload)
        await this.begin(head, header)
      } else if (dropped.has(offset + PREFIX_BYTES)) this.versionsDropped += 1
      else kept.set(offset + PREFIX_BYTES, (await this.keep(item.frame, head)) + PREFIX_BYTES)
      last = header
      frames += 1
      if (turns.isOver) await turns.pause()
    }
    if (!head || last?.sequence !== segment.last || last.headerCrc !== segment.link || frames !== segment.frames) throw notAsClosed(segment)
    const { name } = this.input
    this.moves.set(segment.name, (offset) => {
      const to = kept.get(offset)
      if (to === undefined && !dropped.has(offset)) throw new RangeError(`No version was copied from ${offset} of ${segment.name}.`)
      return to === undefined ? null : { segment: name, offset: to }
    })
  }

  /** Of the first frames only the first one stays: the file begins where the first of the group began. */
  private async begin(head: SegmentHead, { sequence, revision }: FrameHeader): Promise<void> {
    if (!this.isFirst) return
    this.isFirst = false
    const { name, after } = this.input
    const generation = parseSegmentName(name)?.generation ?? head.generation + 1
    await this.target.add('S', sequence, revision, plain.seal(encodeSegmentHead({ ...head, codec: plain.name, generation, after })))
  }

  /** Answers where the frame begins now. */
  private async keep({ header, payload }: Frame, head: SegmentHead | null): Promise<number> {
    const codec = codecNamed(head?.codec ?? '')
    if (!codec) throw new DamagedFileError('The records are written in a way that is not known here.')
    // a view into what was read last is enough: the frame is encoded, and so copied, before anything else is read
    const kept = plain.seal(codec.open(payload))
    const { offset, header: written } = await this.target.add(header.kind, header.sequence, header.revision, kept)
    const isSame = codec.name !== plain.name || written.payloadCrc === header.payloadCrc
    if (!isSame) throw new DamagedFileError('A record changed in memory while it was copied.')
    return offset
  }
}

const notAsClosed = ({ name }: SealedSegment) => new DamagedFileError(`The segment ${name} is not as it was when it was closed.`)
