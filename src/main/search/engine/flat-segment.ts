/** A segment over its tables and its data, wherever the data lies. */
import type { DayColumn } from './plan.ts'
import { decodePlaces, packPlaces, readNumber } from './places-codec.ts'
import type { PackedPlaces, Places, Postings, Segment } from './segment.ts'
import type { DataSource, DataWindow, ListPlaces, ReadyPrefixes, SegmentTables } from './segment-tables.ts'
import type { SideTables } from './side-tables.ts'
import { postingsBytes, STRIDE, tableBytes } from './term-data.ts'

/** The term whose places were asked for last: one asks for documents in order mostly. */
interface PlacesCursor {
  readonly term: number
  readonly documents: Uint32Array
  readonly bytes: Uint8Array
  /** The entry at `at`. */
  entry: number
  at: number
}

/** Postings of a term of few documents. */
const SHORT = 32

export class FlatSegment implements Segment {
  readonly tables: SegmentTables
  readonly data: DataSource
  readonly #makeSide: (() => SideTables) | undefined
  #side: SideTables | undefined
  readonly #cursors = new Map<number, PlacesCursor>()
  readonly #short = { count: 0, documents: new Uint32Array(SHORT), impacts: new Uint8Array(SHORT), fields: new Uint8Array(SHORT) }
  #entryFrom = 0
  #entryTo = 0
  #dead: Uint8Array | undefined
  #deadCount = 0

  /** @param makeSide when the tables have no side tables: how to make them when they are asked for */
  constructor(tables: SegmentTables, data: DataSource, makeSide?: () => SideTables) {
    this.tables = tables
    this.data = data
    this.#makeSide = makeSide
    this.#side = tables.side
  }

  get documents(): number {
    return this.tables.columns.rows.length
  }

  /** Postings and places; a little less than all of the data. */
  get dataBytes(): number {
    return (this.tables.lists.starts.at(-1) ?? 0) * 4
  }

  get terms() {
    return this.tables.terms
  }

  /** Whether {@link sideTables} costs nothing. */
  get hasSideTables(): boolean {
    return this.#side !== undefined
  }

  get sideTables(): SideTables {
    this.#side ??= this.#makeSide?.()
    if (!this.#side) throw new Error('The part has no side tables and no way to make them.')
    return this.#side
  }

  get nameKeys() {
    return this.sideTables.nameKeys.keys
  }

  termsOfNameKey(key: number): Uint32Array {
    return this.sideTables.nameKeys.list(key)
  }

  get stems() {
    return this.sideTables.stems.keys
  }

  termsOfStem(stem: number): Uint32Array {
    return this.sideTables.stems.list(stem)
  }

  postings(term: number): Postings {
    return this.#list(this.tables.lists, term)
  }

  documentsWith(term: number): number {
    return this.tables.lists.counts[term] ?? 0
  }

  prefixPostings(prefix: string): Postings | undefined {
    return this.#ready(this.tables.prefixes, prefix)
  }

  nameKeyPrefixPostings(prefix: string): Postings | undefined {
    return this.#ready(this.tables.nameKeyPrefixes, prefix)
  }

  places(term: number, document: number): readonly Places[] {
    const cursor = this.#cursorOf(term)
    const entry = indexIn(cursor.documents, document, cursor.documents[cursor.entry] === undefined ? 0 : cursor.entry)
    if (entry < 0) return []
    this.#goTo(cursor, entry)
    return decodePlaces(cursor.bytes.subarray(this.#entryFrom, this.#entryTo))
  }

  packedPlaces(term: number, document: number, into: PackedPlaces): void {
    const cursor = this.#cursorOf(term)
    const entry = indexIn(cursor.documents, document, cursor.documents[cursor.entry] === undefined ? 0 : cursor.entry)
    if (entry < 0) return
    this.#goTo(cursor, entry)
    packPlaces(cursor.bytes, this.#entryFrom, this.#entryTo, into)
  }

  get keywords() {
    return this.tables.keywords.keys
  }

  documentsWithKeyword(keyword: number): Uint32Array {
    return this.tables.keywords.list(keyword)
  }

  get rows(): Uint32Array {
    return this.tables.columns.rows
  }

  rowOf(document: number): number {
    return this.rows[document] ?? 0
  }

  /** The document of a row, live or not. */
  documentOf(row: number): number | undefined {
    const document = indexIn(this.rows, row, 0)
    return document < 0 ? undefined : document
  }

  isLive(document: number): boolean {
    return this.#dead === undefined || ((this.#dead[document >>> 3] ?? 0) & (1 << (document & 7))) === 0
  }

  get deadCount(): number {
    return this.#deadCount
  }

  /** @returns whether it was live until now */
  kill(document: number): boolean {
    if (!this.isLive(document)) return false
    this.#dead ??= new Uint8Array((this.documents + 7) >>> 3)
    this.#dead[document >>> 3] = (this.#dead[document >>> 3] ?? 0) | (1 << (document & 7))
    this.#deadCount += 1
    return true
  }

  days(column: DayColumn): { readonly from: Uint32Array; readonly to: Uint32Array } {
    return this.tables.columns.days[column]
  }

  get updatedAt(): Float64Array {
    return this.tables.columns.updatedAt
  }

  get kinds(): Uint8Array {
    return this.tables.columns.kinds
  }

  /** Postings and places of a term as they lie (see term-data.ts). */
  window(term: number): DataWindow {
    const { starts } = this.tables.lists
    const from = (starts[term] ?? 0) * 4
    return this.data.window(from, (starts[term + 1] ?? 0) * 4 - from)
  }

  /** The table and the entries of the places of a term (see term-data.ts). */
  allPlaces(term: number): Uint8Array {
    const { starts, counts } = this.tables.lists
    const from = (starts[term] ?? 0) * 4 + postingsBytes(counts[term] ?? 0)
    return this.data.read(from, (starts[term + 1] ?? 0) * 4 - from)
  }

  #ready(ready: ReadyPrefixes, prefix: string): Postings | undefined {
    const number = ready.prefixes.find(prefix)
    return number === undefined ? undefined : this.#list(ready, number)
  }

  #list(lists: ListPlaces, number: number): Postings {
    const count = lists.counts[number] ?? 0
    if (count > SHORT) return this.#view(lists, number)
    // most terms have a few documents: copying these costs less than making three views
    const { bytes, numbers, from } = this.data.window((lists.starts[number] ?? 0) * 4, count * 6)
    const { documents, impacts, fields } = this.#short
    for (let at = 0; at < count; at += 1) {
      documents[at] = numbers[from / 4 + at] as number
      impacts[at] = bytes[from + count * 4 + at] as number
      fields[at] = bytes[from + count * 5 + at] as number
    }
    this.#short.count = count
    return this.#short
  }

  #view({ starts, counts }: ListPlaces, number: number): Postings {
    const count = counts[number] ?? 0
    const bytes = this.data.read((starts[number] ?? 0) * 4, count * 6)
    const { buffer, byteOffset } = bytes
    return {
      count,
      documents: new Uint32Array(buffer, byteOffset, count),
      impacts: new Uint8Array(buffer, byteOffset + count * 4, count),
      fields: new Uint8Array(buffer, byteOffset + count * 5, count),
    }
  }

  #cursorOf(term: number): PlacesCursor {
    let cursor = this.#cursors.get(term)
    if (cursor) return cursor
    const { count, documents } = this.#view(this.tables.lists, term)
    cursor = { term, documents, bytes: this.allPlaces(term), entry: 0, at: tableBytes(count) }
    if (this.#cursors.size >= KEPT_CURSORS) {
      const [oldest] = this.#cursors.keys()
      if (oldest !== undefined) this.#cursors.delete(oldest)
    }
    this.#cursors.set(term, cursor)
    return cursor
  }

  /** Leaves where the places of an entry lie in {@link #entryFrom} and {@link #entryTo}. */
  #goTo(cursor: PlacesCursor, entry: number): void {
    const stride = Math.floor(entry / STRIDE)
    if (entry < cursor.entry || stride > Math.floor(cursor.entry / STRIDE)) {
      const table = tableBytes(cursor.documents.length)
      cursor.entry = stride * STRIDE
      cursor.at = stride === 0 ? table : table + numberAt(cursor.bytes, (stride - 1) * 4)
    }
    for (;;) {
      const start = cursor.at
      const length = readNumber(cursor)
      this.#entryFrom = cursor.at
      this.#entryTo = cursor.at + length
      if (cursor.entry === entry) {
        cursor.at = start
        return
      }
      cursor.at += length
      cursor.entry += 1
    }
  }
}

const KEPT_CURSORS = 16

const numberAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0

/** Where `value` is in ascending numbers; -1 when it is not. Near `hint` it is found at once. */
function indexIn(numbers: Uint32Array, value: number, hint: number): number {
  let low = 0
  let high = numbers.length
  if ((numbers[hint] ?? Infinity) <= value) {
    low = hint
    let step = 1
    while (low + step < high && (numbers[low + step] ?? 0) <= value) {
      low += step
      step *= 2
    }
    high = Math.min(high, low + step + 1)
  } else high = Math.min(high, hint + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return numbers[low] === value ? low : -1
}
