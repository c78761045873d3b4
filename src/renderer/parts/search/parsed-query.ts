import { parseQuery } from '../../../shared/search/parse-query.ts'

let last = { text: '', parsed: parseQuery('') }

/** What is typed, parsed once for all who ask about it: a pasted page is long, and a palette draws several times a key. */
export function parsedQuery(text: string): ReturnType<typeof parseQuery> {
  if (text !== last.text) last = { text, parsed: parseQuery(text) }
  return last.parsed
}
