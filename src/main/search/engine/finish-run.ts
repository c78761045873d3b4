/** A segment out of the documents of a run: postings sorted by term, documents by row. */
import type { IndexDocument } from './document.ts'
import { completed } from './completed.ts'
import { columnsOf } from './document-columns.ts'
import { FlatSegment } from './flat-segment.ts'
import type { KeyedLists } from './keyed-lists.ts'
import { ListBuilder } from './list-builder.ts'
import type { Run } from './run.ts'
import { documentsInOrder, postingsByTerm } from './run-order.ts'
import type { DataStore } from './segment-data.ts'
import { noPrefixes, readyPrefixesOf } from './segment-prefixes.ts'
import type { SegmentTables } from './segment-tables.ts'
import { sideTablesOf } from './side-tables.ts'
import { SortedStrings } from './sorted-strings.ts'
import { TermDataWriter } from './term-data.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Postings between two places where the work may be interrupted: some milliseconds. */
const SLICE = 1 << 16

/** @param whole with side tables and ready prefixes; otherwise it is soon merged with others */
export function* finishRun(run: Run, vocabulary: Vocabulary, store: DataStore, whole: boolean): Generator<void, FlatSegment> {
  const order = documentsInOrder(run.documents)
  const documents = order.map((number) => run.documents[number]).filter((one) => one !== undefined)
  const sorted = yield* postingsByTerm(run, order, vocabulary)
  const { terms, numbers, starts: entries } = sorted
  const writer = new TermDataWriter(store)
  const { bytes } = run.postings
  const starts = new Uint32Array(terms.length + 1)
  const counts = new Uint32Array(terms.length)
  let work = 0
  for (let term = 0; term < terms.length; term += 1) {
    const from = entries[term] ?? 0
    const to = entries[term + 1] ?? from
    starts[term] = writer.position
    counts[term] = to - from
    writer.begin(to - from, true)
    writer.addAll(bytes, sorted.postings, sorted.documents, from, to)
    writer.end()
    work += to - from + 4
    if (work > SLICE) {
      yield
      work = 0
    }
  }
  starts[terms.length] = writer.position
  const strings = SortedStrings.of(terms)
  const sideTables = () => sideTablesOf(terms.length, (term) => vocabulary.formsOf(numbers[term] ?? 0))
  const side = whole ? yield* sideTables() : undefined
  const keywords = yield* keywordsOf(documents)
  const body = { terms: strings, lists: { starts, counts }, side, keywords, columns: columnsOf(documents) }
  const tables: SegmentTables = { ...body, ...(whole ? yield* readyPrefixesOf(body, writer, store) : noPrefixes) }
  writer.flush()
  return new FlatSegment(tables, store.finished(tables), () => completed(sideTables()))
}

function* keywordsOf(documents: readonly Omit<IndexDocument, 'fields'>[]): Generator<void, KeyedLists> {
  const lists = new ListBuilder()
  for (const [document, { keywords }] of documents.entries()) for (const keyword of new Set(keywords)) lists.add(keyword, document)
  return yield* lists.finish()
}
