/**
 * A segment as a file: a header, the data, the tables, an outline in JSON, and where the outline is. Every byte is covered
 * by a CRC-32: the data by blocks, so that a file is usable without being read through; a block is checked when it is
 * read first. The numbers are those of the machine; a file of another kind of machine is foreign, and made again.
 */
import { crc32 } from 'node:zlib'
import { z } from '../../../shared/model/zod.ts'
import { BlockData } from './block-data.ts'
import { FlatSegment } from './flat-segment.ts'
import { IndexDamagedError } from './index-damaged-error.ts'
import { MemoryData } from './memory-data.ts'
import type { SegmentTables } from './segment-tables.ts'
import { sectionsOf, tablesOf } from './table-sections.ts'
import type { DataSink } from './term-data.ts'

/** A file read by position. Reading behind the end gives what is there. */
export interface SegmentSource {
  readonly size: number
  read(position: number, length: number): Uint8Array<ArrayBuffer>
  /** It is not read any more. */
  release(): void
}

/** Raise it when the form changes, or what is kept in it. */
const VERSION = 1
export const BLOCK_BYTES = 1 << 16
const HEADER_BYTES = 16
const TAIL_BYTES = 16
const ALIGNMENT = 8

const text = new TextEncoder()

function header(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES)
  bytes.set(text.encode('RAPINDEX'))
  // written as the machine writes numbers
  bytes.set(new Uint8Array(Uint32Array.of(VERSION, 0x0102_0304).buffer), 8)
  return bytes
}

const outlines = z.strictObject({
  facts: z.string(),
  documents: z.number().int().min(0),
  data: z.number().int().min(0),
  blocks: z.number(),
  sections: z.array(z.tuple([z.string(), z.number().int().min(0), z.number()])),
})

/** Writes the data as it comes, then the rest. */
export class SegmentFileWriter implements DataSink {
  readonly #sink: DataSink
  readonly #checksums: number[] = []
  #crc = 0
  #length = 0

  constructor(sink: DataSink) {
    this.#sink = sink
    sink.append(header())
  }

  /** The length of the data. */
  get length(): number {
    return this.#length
  }

  /** Where in the file the data begins. */
  static readonly dataStart = HEADER_BYTES

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + BLOCK_BYTES - (this.#length % BLOCK_BYTES))
      this.#crc = crc32(piece, this.#crc)
      this.#length += piece.length
      at += piece.length
      if (this.#length % BLOCK_BYTES === 0) this.#endBlock()
    }
    this.#sink.append(bytes)
  }

  /** @param facts what the caller wants to know of the file, told again when it is opened */
  finish(tables: SegmentTables, facts: string): void {
    if (this.#length % BLOCK_BYTES > 0) this.#endBlock()
    const data = this.#length
    this.#put(padding(data))
    const blocks = new Uint8Array(Uint32Array.from(this.#checksums).buffer)
    const sections = [['blocks', blocks] as const, ...sectionsOf(tables)].map(([name, bytes]) => {
      const padded = [bytes, padding(bytes.length)]
      for (const piece of padded) this.#put(piece)
      return [name, bytes.length, padded.reduce((crc, piece) => crc32(piece, crc), 0)] as const
    })
    const documents = tables.columns.rows.length
    const outline = text.encode(JSON.stringify({ facts, documents, data, blocks: this.#checksums.length, sections }))
    this.#put(outline)
    const tail = new Uint8Array(TAIL_BYTES)
    tail.set(new Uint8Array(Uint32Array.of(outline.length, crc32(outline)).buffer))
    tail.set(text.encode('RAPEND\n\n'), 8)
    this.#put(tail)
  }

  #put(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#sink.append(bytes)
  }

  #endBlock(): void {
    this.#checksums.push(this.#crc)
    this.#crc = 0
  }
}

const padding = (length: number) => new Uint8Array(-length & (ALIGNMENT - 1))

export interface OpenedSegment {
  readonly segment: FlatSegment
  readonly facts: string
}

/**
 * @param inMemory read the data whole instead of by position
 * @throws IndexDamagedError now, or when damaged data is read
 */
export function openSegment(source: SegmentSource, inMemory: boolean): OpenedSegment {
  const { size } = source
  if (size < HEADER_BYTES + TAIL_BYTES) throw new IndexDamagedError('The file of the index is cut.')
  if (!isSame(source.read(0, HEADER_BYTES), header())) throw new IndexDamagedError('The file is no index of this version and machine.')
  const tail = source.read(size - TAIL_BYTES, TAIL_BYTES)
  if (!isSame(tail.slice(8), text.encode('RAPEND\n\n'))) throw new IndexDamagedError('The end of the index is not there.')
  const [length = 0, crc = 0] = new Uint32Array(tail.slice(0, 8).buffer)
  const end = size - TAIL_BYTES - length
  const json = end < HEADER_BYTES ? new Uint8Array() : source.read(end, length)
  if (json.length === 0 || crc32(json) !== crc) throw new IndexDamagedError('The outline of the index is damaged.')
  const outline = outlines.safeParse(JSON.parse(new TextDecoder().decode(json)))
  if (!outline.success) throw new IndexDamagedError('The outline of the index is not one.')
  const { facts, data, sections } = outline.data

  let at = HEADER_BYTES + data
  if (source.read(at, -data & (ALIGNMENT - 1)).some((byte) => byte !== 0)) throw new IndexDamagedError('The index is damaged.')
  at += -data & (ALIGNMENT - 1)
  const tables = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [name, bytes, checksum] of sections) {
    const padded = source.read(at, bytes + (-bytes & (ALIGNMENT - 1)))
    if (crc32(padded) !== checksum) throw new IndexDamagedError('A table of the index is damaged.')
    tables.set(name, padded.subarray(0, bytes))
    at += padded.length
  }
  if (at !== end) throw new IndexDamagedError('The index has not the length that it tells.')
  const checksums = numbersIn(tables.get('blocks'))
  const blocks = new BlockData(source, HEADER_BYTES, data, checksums, BLOCK_BYTES)
  if (!inMemory) return { segment: new FlatSegment(tablesOf(tables), blocks), facts }
  const memory = new MemoryData(blocks.read(0, data))
  source.release()
  return { segment: new FlatSegment(tablesOf(tables), memory), facts }
}

const numbersIn = (bytes: Uint8Array<ArrayBuffer> = new Uint8Array()) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)

const isSame = (one: Uint8Array, other: Uint8Array) => one.length === other.length && one.every((byte, at) => byte === other[at])
