import type { QueryNode } from '../../../shared/search/query.ts'
import { parsedQuery } from './parsed-query.ts'

const isWords = (node: QueryNode): boolean => node.type === 'word' || (node.type === 'and' && node.nodes.every(isWords))

/** A comma or a bracket in front is a key of another layout, or nothing of a name. */
const BEGINNING = /^[\p{L}\p{M}\p{N}'’ʻ]/u

/** What is typed, when it could be somebody's name: words and nothing of the language of the search. Else null. */
export function plainTitle(text: string): string | null {
  const { root, problems } = parsedQuery(text)
  const title = text.trim()
  return BEGINNING.test(title) && root !== null && isWords(root) && problems.length === 0 ? title : null
}
