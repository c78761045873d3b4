/** What a text in a filter box may have been meant to be when nothing fits it, as the search takes it (docs/search.md). */
import type { SearchedFor } from '../../../shared/contract/search.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { QueryNode } from '../../../shared/search/query.ts'
import { respelledQuery, retypedQueries } from '../../../shared/search/respell-query.ts'
import { words, wordSpans } from '../../../shared/text/fold.ts'
import { allowance, mistakes } from '../../search/engine/typo.ts'

/** A pasted page is not looked through for slips of the fingers. */
const MOST_WORDS = 16
/** With a digit wrong it is another number. */
const DIGIT = /\p{N}/u

/** The words that stand in the texts of a list. */
export class KnownWords {
  /** By the folded word: as it is first written, and how often. */
  readonly #words = new Map<string, { readonly written: string; count: number }>()

  add(text: string): void {
    for (const { from, to } of wordSpans(text)) {
      const written = text.slice(from, to)
      const [word, ...others] = words(written)
      if (word === undefined || others.length > 0) continue
      const known = this.#words.get(word)
      if (known) known.count += 1
      else this.#words.set(word, { written, count: 1 })
    }
  }

  /** The word that differs least, of several the most frequent; undefined when one begins so, or none is near. */
  meantBy(word: string): string | undefined {
    let most = allowance(word.length)
    if (most === 0 || DIGIT.test(word)) return undefined
    let best: { readonly written: string; readonly count: number } | undefined
    for (const [other, known] of this.#words) {
      if (other.startsWith(word)) return undefined
      const wrong = mistakes(word, other, most)
      if (wrong > most || (wrong === most && best && known.count <= best.count)) continue
      most = wrong
      best = known
    }
    return best?.written
  }
}

/** Words that are looked for; what is excluded is never guessed. */
function wordsIn(node: QueryNode | null): readonly string[] {
  if (node?.type === 'and' || node?.type === 'or') return node.nodes.flatMap(wordsIn)
  if (node?.type === 'word') return words(node.text)
  return node?.type === 'phrase' ? node.words.flatMap((word) => words(word)) : []
}

/** Other queries, likeliest first: words a letter or two away from those that stand nowhere, then other layouts of the keyboard. */
export function guessedQueries(text: string, known: KnownWords): readonly NonNullable<SearchedFor>[] {
  const { root } = parseQuery(text)
  if (!root) return []
  const typed = new Set(wordsIn(root))
  const meant: [string, readonly string[]][] = []
  if (typed.size <= MOST_WORDS)
    for (const word of typed) {
      const near = known.meantBy(word)
      if (near !== undefined) meant.push([word, [near]])
    }
  const respelled = meant.length > 0 ? [{ how: 'typo' as const, text: respelledQuery(text, root, Object.fromEntries(meant)) }] : []
  return [...respelled, ...retypedQueries(text).map((retyped) => ({ how: 'layout' as const, text: retyped }))]
}
