/** Terms and postings of several segments made one. */
import type { FlatSegment } from './flat-segment.ts'
import { NONE } from './merge-documents.ts'
import { MergedStrings } from './merge-strings.ts'
import { PostingsWalk } from './postings-walk.ts'
import type { DataStore } from './segment-data.ts'
import type { ListPlaces } from './segment-tables.ts'
import type { SortedStrings } from './sorted-strings.ts'
import { grown } from './growing.ts'
import { StringsWriter } from './strings-writer.ts'
import { TermDataWriter } from './term-data.ts'

/** Postings between two places where the work may be interrupted: some milliseconds. */
const SLICE = 1 << 16

/** Bytes; about a millisecond. */
const COPIED_AT_ONCE = 1 << 21

export interface MergedTerms {
  readonly terms: SortedStrings
  readonly lists: ListPlaces
  /** For each segment and term its new number. */
  readonly numbers: readonly Uint32Array[]
  readonly writer: TermDataWriter
}

/** @param documents for each segment the new numbers of its documents */
export function* mergeTerms(
  segments: readonly FlatSegment[],
  documents: readonly Uint32Array[],
  store: DataStore,
): Generator<void, MergedTerms> {
  const [only] = segments
  if (only && segments.length === 1 && only.deadCount === 0) return yield* copied(only, store)
  const walk = new MergedStrings(segments.map(({ terms }) => terms))
  const postings = segments.map((segment, part) => new PostingsWalk(segment, documents[part] ?? new Uint32Array()))
  const numbers = segments.map(({ terms }) => new Uint32Array(terms.count).fill(NONE))
  const terms = new StringsWriter()
  const writer = new TermDataWriter(store)
  let starts = new Uint32Array(256)
  let counts = new Uint32Array(256)
  let work = 0
  while (walk.next()) {
    const having: PostingsWalk[] = []
    let count = 0
    for (const part of walk.having) {
      const of = postings[part]
      const found = of?.open(walk.at[part] ?? 0) ?? 0
      if (of && found > 0) having.push(of)
      count += found
    }
    if (count > 0) {
      const term = terms.count
      starts = grown(starts, term + 2)
      counts = grown(counts, term + 1)
      starts[term] = writer.position
      counts[term] = count
      writer.begin(count, true)
      copy(having, writer)
      writer.end()
      walk.copyTo(terms)
      for (const part of walk.having) {
        const renumbered = numbers[part]
        if (renumbered) renumbered[walk.at[part] ?? 0] = term
      }
    }
    work += count + 4
    if (work > SLICE) {
      yield
      work = 0
    }
  }
  starts[terms.count] = writer.position
  const lists = { starts: starts.slice(0, terms.count + 1), counts: counts.slice(0, terms.count) }
  return { terms: terms.finish(), lists, numbers, writer }
}

/** Of a part without dead documents all stays as it is. */
function* copied({ terms, tables, data, dataBytes }: FlatSegment, store: DataStore): Generator<void, MergedTerms> {
  const writer = new TermDataWriter(store)
  for (let at = 0; at < dataBytes; at += COPIED_AT_ONCE) {
    writer.append(data.read(at, Math.min(COPIED_AT_ONCE, dataBytes - at)))
    yield
  }
  return { terms, lists: tables.lists, numbers: [Uint32Array.from({ length: terms.count }, (_, term) => term)], writer }
}

/** One document after the other, always of the part whose next one comes first. */
function copy(parts: PostingsWalk[], writer: TermDataWriter): void {
  for (;;) {
    let first: PostingsWalk | undefined
    let second = NONE
    for (const part of parts) {
      if (part.document === NONE) continue
      if (!first || part.document < first.document) {
        if (first) second = Math.min(second, first.document)
        first = part
      } else second = Math.min(second, part.document)
    }
    if (!first) return
    while (first.document < second) first.write(writer)
  }
}
