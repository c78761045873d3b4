/**
 * One part of the index that does not change once it is made: the large base, or a small part made of recent changes.
 * Documents are numbered from 0 in each. Terms are the folded words of all documents (see shared/text/fold.ts) in order
 * of their UTF-16 code units, numbered from 0; the keywords of documents are a second list of the same form.
 */
import type { SearchField } from '../../../shared/search/query.ts'
import type { DayColumn } from './plan.ts'

/** The documents of one term, ascending, with how much the term says of each. */
export interface Postings {
  readonly count: number
  /** What stands behind the count means nothing, and all is overwritten by the next call; copy what has to last. */
  readonly documents: Uint32Array
  /** 1 to 255; field weights, frequency and length of the document are in it already. */
  readonly impacts: Uint8Array
  /** One bit for each of `searchFields` the term stands in. */
  readonly fields: Uint8Array
}

/** Where a term stands in one document: places in order. Texts of a field lie 1,000 places apart, fields at least as far. */
export interface Places {
  readonly field: SearchField
  readonly places: readonly number[]
}

/** Places in order, each times 8 plus the number of its field in `searchFields`. */
export interface PackedPlaces {
  numbers: Uint32Array<ArrayBuffer>
  count: number
}

export interface TermRange {
  readonly from: number
  /** Behind the last. */
  readonly to: number
}

export interface TermList {
  readonly count: number
  /** All of them in one run of UTF-16 code units, and where in it each begins, and behind the last. */
  readonly units: Uint16Array
  readonly starts: Uint32Array
  term(number: number): string
  /** Undefined when no document has it. */
  find(term: string): number | undefined
  /** Terms that begin with `prefix`. */
  beginningWith(prefix: string): TermRange
}

/** In order; an array or a view of a column. */
export type Numbers = ArrayLike<number> & Iterable<number>

export interface Segment {
  readonly documents: number
  readonly terms: TermList
  /** Terms that share a key of names (see shared/text/name-keys.ts): keys in order, and for each the terms. */
  readonly nameKeys: TermList
  termsOfNameKey(key: number): Numbers
  readonly stems: TermList
  termsOfStem(stem: number): Numbers

  postings(term: number): Postings
  /** How many documents have the term: known without reading its postings. */
  documentsWith(term: number): number
  /**
   * Documents that have any term beginning with one of the prefixes that are kept ready, with the greatest impact and all
   * fields of those terms but `owners`. Undefined when this prefix is not kept: then uniting its terms is cheap.
   */
  prefixPostings(prefix: string): Postings | undefined
  /** The same for the terms of all keys of names that begin with `prefix`. */
  nameKeyPrefixPostings(prefix: string): Postings | undefined
  places(term: number, document: number): readonly Places[]
  /** Appends the same as numbers, without an object for each document. */
  packedPlaces(term: number, document: number, into: PackedPlaces): void

  readonly keywords: TermList
  documentsWithKeyword(keyword: number): Uint32Array

  rowOf(document: number): number
  readonly rows: Uint32Array
  /** False for a document that a later part holds anew, or whose record is gone. */
  isLive(document: number): boolean
  /** First and last days of all documents, YYYYMMDD, 0 where there is none. */
  days(column: DayColumn): { readonly from: Uint32Array; readonly to: Uint32Array }
  readonly updatedAt: Float64Array
  /** Kinds as numbers in the order of `kinds` of shared/model/common.ts. */
  readonly kinds: Uint8Array
}

/** All parts, the base first. A row is live in one of them at most. */
export interface SegmentView {
  readonly segments: readonly Segment[]
}
