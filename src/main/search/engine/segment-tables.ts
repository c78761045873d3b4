/** What is always in memory of a segment: its dictionaries and the columns of its documents. The rest is its data. */
import type { DayColumn } from './plan.ts'
import type { KeyedLists } from './keyed-lists.ts'
import type { SideTables } from './side-tables.ts'
import type { SortedStrings } from './sorted-strings.ts'

/** Where lists of documents lie in the data. */
export interface ListPlaces {
  /** In units of 4 bytes. */
  readonly starts: Uint32Array
  readonly counts: Uint32Array
}

export interface ReadyPrefixes extends ListPlaces {
  readonly prefixes: SortedStrings
}

export interface DocumentColumns {
  /** Ascending. */
  readonly rows: Uint32Array
  readonly updatedAt: Float64Array
  readonly kinds: Uint8Array
  readonly days: Readonly<Record<DayColumn, { readonly from: Uint32Array; readonly to: Uint32Array }>>
}

export interface SegmentTables {
  readonly terms: SortedStrings
  /** One more start than terms: where the last one ends. */
  readonly lists: ListPlaces
  /** Undefined until they are asked for, in parts that are soon merged. */
  readonly side: SideTables | undefined
  readonly keywords: KeyedLists
  readonly prefixes: ReadyPrefixes
  readonly nameKeyPrefixes: ReadyPrefixes
  readonly columns: DocumentColumns
}

/** A piece of data where it lies, with more around it: nothing is made to look at it. */
export interface DataWindow {
  readonly bytes: Uint8Array
  /** The same memory as numbers of 32 bits. */
  readonly numbers: Uint32Array
  /** Where in `bytes` the piece begins: a multiple of 4. */
  readonly from: number
}

/** The data of a segment: in memory, or a file read by position. */
export interface DataSource {
  /** Bytes that begin at a multiple of 4 of their buffer. Not to be written to. */
  read(position: number, length: number): Uint8Array
  /** The piece at a multiple of 4. Overwritten by the next call. */
  window(position: number, length: number): DataWindow
  /** It is not read any more. */
  release(): void
}
