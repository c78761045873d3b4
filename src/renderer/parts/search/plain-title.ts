import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { QueryNode } from '../../../shared/search/query.ts'

const isWords = (node: QueryNode): boolean => node.type === 'word' || (node.type === 'and' && node.nodes.every(isWords))

/** What is typed, when it could be somebody's name: words and nothing of the language of the search. Else null. */
export function plainTitle(text: string): string | null {
  const { root, problems } = parseQuery(text)
  return text.trim() !== '' && (root === null || isWords(root)) && problems.length === 0 ? text.trim() : null
}
