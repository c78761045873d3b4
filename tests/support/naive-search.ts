/** Reads every text of every document: what an index has to find, no more and no less. Slow, and without an order. */
import type { QuerySurroundings } from '../../src/main/search/compile-query.ts'
import { documentFilter } from '../../src/main/search/document-filter.ts'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { parseQuery } from '../../src/shared/search/parse-query.ts'

export function naiveSearch(text: string, documents: readonly IndexDocument[], surroundings: QuerySurroundings): IndexDocument[] {
  const { root } = parseQuery(text)
  return root ? documents.filter(documentFilter(root, surroundings)) : []
}
