import type { QueryNode } from '../../../shared/search/query.ts'
import { parsedQuery } from './parsed-query.ts'

function hasWords(node: QueryNode | null): boolean {
  if (node === null) return false
  if (node.type === 'and' || node.type === 'or') return node.nodes.some(hasWords)
  return node.type === 'word' || node.type === 'phrase'
}

/** Some hits can be better than others: words are looked for, not only left out or conditions met. */
export const isRanked = (text: string): boolean => hasWords(parsedQuery(text).root)
