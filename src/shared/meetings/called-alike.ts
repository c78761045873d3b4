/** Whether two names are likely the same person's: in any spelling, order of words, with and without patronymic or initials. Pure. */
import { fold, wordSpans } from '../text/fold.ts'
import { nameKeys } from '../text/name-keys.ts'

/** The words of a name, each by the keys that all its spellings share. */
export type KeyedName = readonly KeyedWord[]
interface KeyedWord {
  readonly keys: readonly string[]
  readonly isInitial: boolean
}

/**
 * `same`: word for word. `likely`: two words or more, and one name says nothing that the other does not (a patronymic, a
 * second given name). `near`: a shared word and initials, one word alone, or two words among others.
 */
export type Likeness = 'same' | 'likely' | 'near'

/** What stands before a name and is none. */
const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr prof professor sir dame amb ambassador hon mme проф мырза ханым'.split(' '),
)
/** The same in pieces: "H.E.", "Е.П.", "г-н". */
const ABBREVIATED = /^\s*(?:h\.\s?e\.|е\.\s?п\.|г-н|г-жа|д-р)\s+(?=\p{L})/iu

/** The name as it is compared; empty for one without a letter. */
export function keyedName(name: string): KeyedName {
  const text = name.replace(ABBREVIATED, '').toLowerCase()
  const written = Array.from(wordSpans(text), ({ from, to }) => text.slice(from, to))
  const first = written.findIndex((word) => !HONORIFICS.has(word))
  return written.slice(Math.max(0, first)).map((word) => {
    const folded = fold(word)
    // marks count where they are written, and may be left out: Šumi is Шуми and Sumi
    return { keys: [...new Set([...nameKeys(word), ...nameKeys(folded)])], isInitial: [...folded].length === 1 }
  })
}

const sharesKey = (a: KeyedWord, b: KeyedWord) => a.keys.some((key) => b.keys.includes(key))
const isInitialOf = (a: KeyedWord, b: KeyedWord) =>
  a.isInitial !== b.isInitial && a.keys.some((key) => b.keys.some((other) => key.charAt(0) === other.charAt(0)))

/** How alike two names are; null when they are not. */
export function calledAlike(a: KeyedName, b: KeyedName): Likeness | null {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...longer]
  const take = (word: KeyedWord, fits: typeof sharesKey): boolean => {
    const at = left.findIndex((other) => fits(word, other))
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  }
  const rest = shorter.filter((word) => word.isInitial || !take(word, sharesKey))
  const shared = shorter.length - rest.length
  if (shared === 0) return null
  const unmatched = rest.filter((word) => !take(word, isInitialOf) && !take(word, sharesKey)).length
  if (unmatched > 0) return shared >= 2 ? 'near' : null
  if (rest.length > 0) return 'near'
  if (left.length === 0) return 'same'
  return shared >= 2 ? 'likely' : 'near'
}
