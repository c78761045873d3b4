import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { QueryNode } from '../../../shared/search/query.ts'

/** The words and phrases of a search that may stand in a text; not what it leaves out, nor what it asks of other fields. */
export function phrasesOf(query: string): readonly (readonly string[])[] {
  const { root } = parseQuery(query)
  return root ? collect(root) : []
}

function collect(node: QueryNode): readonly (readonly string[])[] {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(collect)
    case 'word':
      return node.fields.includes('body') ? [[node.text]] : []
    case 'phrase':
      return node.fields.includes('body') && node.words.length > 0 ? [node.words] : []
    default:
      return []
  }
}
