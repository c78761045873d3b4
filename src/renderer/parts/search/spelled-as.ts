import type { SearchHit } from '../../../shared/contract/search.ts'
import { words, wordSpans } from '../../../shared/text/fold.ts'

export type Marked = Pick<SearchHit, 'title' | 'titleRanges' | 'snippet' | 'snippetRanges'>

const keyOf = (word: string) => words(word).join(' ')

/** A query with its words as the hits write them: what was guessed comes out of the index in small letters. */
export function spelledAs(text: string, hits: readonly Marked[]): string {
  const written = new Map<string, string>()
  const take = (from: string, ranges: SearchHit['titleRanges']) => {
    for (const range of ranges) {
      const part = from.slice(...range)
      if (!written.has(keyOf(part))) written.set(keyOf(part), part)
    }
  }
  for (const { title, titleRanges } of hits) take(title, titleRanges)
  for (const { snippet, snippetRanges } of hits) take(snippet, snippetRanges)
  let spelled = ''
  let copied = 0
  for (const { from, to } of wordSpans(text)) {
    const word = text.slice(from, to)
    spelled += text.slice(copied, from) + (written.get(keyOf(word)) ?? word)
    copied = to
  }
  return spelled + text.slice(copied)
}
