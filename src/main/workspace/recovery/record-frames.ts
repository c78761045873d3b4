/** Reads the records of a segment whatever has become of it: every frame that is whole counts, also beside damage. */
import type { ReadableFile } from '../file-system.ts'
import { codecNamed } from '../journal/codec.ts'
import type { FrameHeader } from '../journal/frame.ts'
import { frameBytes } from '../journal/frame.ts'
import type { SegmentHead } from '../journal/segment-head.ts'
import { decodeSegmentHead } from '../journal/segment-head.ts'
import type { Damage, Frame, ScanOptions } from '../journal/segment-reader.ts'
import { scanSegment } from '../journal/segment-reader.ts'
import { DamagedFileError, parseObject } from '../json-file.ts'

export interface RecordFrame {
  readonly type: 'record'
  readonly header: FrameHeader
  /** Of the frame. */
  readonly offset: number
  /** The record's JSON. */
  readonly payload: Uint8Array
  readonly id: string
  /** 0 for an erasure. */
  readonly rev: number
  readonly title: string
}

export interface HeadFrame {
  readonly type: 'head'
  readonly header: FrameHeader
  readonly head: SegmentHead
}

const YIELD_EVERY = 200

/** A frame that holds something else than belongs there is given as a damage. */
export async function* recordFrames(
  file: ReadableFile,
  options: ScanOptions = {},
): AsyncGenerator<RecordFrame | HeadFrame | Damage, void, undefined> {
  for await (const item of scanSegment(file, { yieldEvery: YIELD_EVERY, ...options })) {
    if (item.type === 'damage') yield item
    else yield understood(item.frame)
  }
}

function understood(frame: Frame): RecordFrame | HeadFrame | Damage {
  const { header, offset, payload } = frame
  try {
    return header.kind === 'S' ? headOf(frame) : recordOf(frame)
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error
    const text = Buffer.from(payload).toString('utf8')
    return { type: 'damage', from: offset, to: offset + frameBytes(header.length), reason: error.message, text }
  }
}

function headOf({ header, payload }: Frame): HeadFrame {
  const head = decodeSegmentHead(payload)
  if (!codecNamed(head.codec)) throw new DamagedFileError(`The records are written in a way that is not known here: ${head.codec}.`)
  return { type: 'head', header, head }
}

/** How the JSON of every record begins; the rest of it need not be parsed to know whose it is. */
const beginning =
  /^\{"kind":"[a-z]+","id":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})","rev":(\d+),"title":("(?:[^"\\]|\\.)*")/
const BEGINNING_BYTES = 2_048

function recordOf({ header, offset, payload }: Frame): RecordFrame {
  const start = Buffer.from(payload.buffer, payload.byteOffset, Math.min(payload.length, BEGINNING_BYTES)).toString('utf8')
  const [, id, rev, title] = header.kind === 'E' ? [] : (beginning.exec(start) ?? [])
  if (id !== undefined && title !== undefined)
    return { type: 'record', header, offset, payload, id, rev: Number(rev), title: String(JSON.parse(title)) }
  const raw = parseObject(payload)
  if (typeof raw['id'] !== 'string') throw new DamagedFileError('The line is not about a record.')
  const words = { rev: Number(raw['rev'] ?? 0), title: typeof raw['title'] === 'string' ? raw['title'] : '' }
  return { type: 'record', header, offset, payload, id: raw['id'].toLowerCase(), ...words }
}
