/**
 * Several segments made one, without their dead documents: the same as a segment built of the live ones anew. A generator
 * that stops every few milliseconds, so that a thread can answer between.
 */
import { FlatSegment } from './flat-segment.ts'
import { mergeColumns, mergeDocuments } from './merge-documents.ts'
import { mergeLists } from './merge-lists.ts'
import { mergeTerms } from './merge-terms.ts'
import type { DataStore } from './segment-data.ts'
import { readyPrefixesOf } from './segment-prefixes.ts'
import type { SegmentTables } from './segment-tables.ts'
import { formsOf, sideTablesOf, type WordForms } from './side-tables.ts'

/** Terms of a part that came in with a few records. */
const FEW = 10_000

export function* mergeSegments(segments: readonly FlatSegment[], store: DataStore, forms: WordForms): Generator<void, FlatSegment> {
  const documents = mergeDocuments(segments)
  yield
  const columns = mergeColumns(segments, documents)
  yield
  const { terms, lists, numbers, writer } = yield* mergeTerms(segments, documents.numbers, store)
  // finding out the forms of words costs more than merging what is known of them; of few words it is found out at once
  const isKnown = segments.every((segment) => segment.hasSideTables || segment.terms.count < FEW)
  const side = isKnown
    ? {
        nameKeys: yield* mergeLists(
          segments.map(({ sideTables }) => sideTables.nameKeys),
          numbers,
        ),
        stems: yield* mergeLists(
          segments.map(({ sideTables }) => sideTables.stems),
          numbers,
        ),
      }
    : yield* sideTablesOf(terms.count, (term) => formsOf(terms.term(term), forms))
  const keywords = yield* mergeLists(
    segments.map(({ tables }) => tables.keywords),
    documents.numbers,
  )
  const body = { terms, lists, side, keywords, columns }
  const tables: SegmentTables = { ...body, ...(yield* readyPrefixesOf(body, writer, store)) }
  writer.flush()
  return new FlatSegment(tables, store.finished(tables))
}
