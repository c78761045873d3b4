/** The lists kept ready for beginnings of words and of name keys, made out of postings that are written already. */
import { FlatSegment } from './flat-segment.ts'
import { readyPrefixes, type PrefixSource } from './ready-prefixes.ts'
import type { DataStore } from './segment-data.ts'
import type { ReadyPrefixes, SegmentTables } from './segment-tables.ts'
import { SortedStrings } from './sorted-strings.ts'
import type { TermDataWriter } from './term-data.ts'

type Prefixes = Pick<SegmentTables, 'prefixes' | 'nameKeyPrefixes'>

const none: ReadyPrefixes = { prefixes: SortedStrings.of([]), starts: new Uint32Array(), counts: new Uint32Array() }
/** Of a part that is soon merged with others. */
export const noPrefixes: Prefixes = { prefixes: none, nameKeyPrefixes: none }

export function* readyPrefixesOf(
  body: Omit<SegmentTables, keyof Prefixes>,
  writer: TermDataWriter,
  store: DataStore,
): Generator<void, Prefixes> {
  writer.flush()
  const segment = new FlatSegment({ ...body, ...noPrefixes }, store.source)
  const shared = {
    documents: segment.documents,
    documentsWith: (term: number) => segment.documentsWith(term),
    window: (term: number) => segment.window(term),
  }
  const one = [0]
  const ofTerm = (term: number) => {
    one[0] = term
    return one
  }
  const terms: PrefixSource = { ...shared, strings: body.terms, termsOf: ofTerm }
  const prefixes = yield* readyPrefixes(terms, writer)
  if (!body.side) return { prefixes, nameKeyPrefixes: none }
  const { nameKeys } = body.side
  const keys: PrefixSource = { ...shared, strings: nameKeys.keys, termsOf: (key) => nameKeys.list(key) }
  return { prefixes, nameKeyPrefixes: yield* readyPrefixes(keys, writer) }
}
