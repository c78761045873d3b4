/** Which words of a text are those that were looked for, in any spelling. Agrees with what the index finds. */
import { words } from '../text/fold.ts'
import { stem } from '../text/stem.ts'
import { namesOf, wordForms, type WordForms } from './word-forms.ts'

export interface WordMatch {
  /** Which of the words that were looked for. */
  readonly word: number
  /** How much of the text's word was typed, as UTF-16 units from its beginning. */
  readonly length: number
}

export interface WordMatcher {
  /** `word` as it stands in the text. */
  matches(word: string): WordMatch | null
}

export interface WordMatcherOptions {
  /** Beginnings of words do not count, as in a phrase. */
  readonly whole?: boolean
  /** Other forms of the word count: so it is in sentences, not in names. True when not given. */
  readonly inflected?: boolean
}

/** A longer beginning than this is marked to the end of its word. */
const LONGEST_PREFIX = 64
/** Words remembered; a text has few that differ. */
const MOST_REMEMBERED = 10_000

/** For words as typed. */
export const createWordMatcher = (wanted: readonly string[], options: WordMatcherOptions = {}): WordMatcher => new Matcher(wanted, options)

class Matcher implements WordMatcher {
  readonly #wanted: readonly { readonly word: number; readonly forms: WordForms }[]
  readonly #whole: boolean
  readonly #inflected: boolean
  readonly #remembered = new Map<string, WordMatch | null>()

  constructor(wanted: readonly string[], { whole = false, inflected = true }: WordMatcherOptions) {
    this.#whole = whole
    this.#inflected = inflected
    this.#wanted = wanted.flatMap((typed, word) => wordForms(typed, whole).map((forms) => ({ word, forms })))
  }

  matches(word: string): WordMatch | null {
    const known = this.#remembered.get(word)
    if (known !== undefined) return known
    if (this.#remembered.size === MOST_REMEMBERED) this.#remembered.clear()
    const match = this.#find(word)
    this.#remembered.set(word, match)
    return match
  }

  #find(written: string): WordMatch | null {
    const [folded = ''] = words(written)
    if (folded === '') return null
    return this.#asTyped(written, folded) ?? this.#asNamed(written, folded) ?? this.#asInflected(written, folded)
  }

  /** The longest beginning that was typed so. */
  #asTyped(written: string, folded: string): WordMatch | null {
    let best: { readonly word: number; readonly forms: WordForms } | undefined
    for (const one of this.#wanted) {
      const fits = this.#whole ? folded === one.forms.word : folded.startsWith(one.forms.word)
      if (fits && one.forms.word.length > (best?.forms.word.length ?? 0)) best = one
    }
    return best ? { word: best.word, length: lengthOfPrefix(written, best.forms.word.length) } : null
  }

  /** The same name in another spelling, or one that begins so. */
  #asNamed(written: string, folded: string): WordMatch | null {
    const names = namesOf(folded, written)
    for (const { word, forms } of this.#wanted) {
      if (forms.keys.some((key) => names.includes(key))) return { word, length: written.length }
    }
    for (const { word, forms } of this.#wanted) {
      const begins = (name: string) => forms.prefixKeys.some((key) => name.startsWith(key))
      if (names.some(begins)) return { word, length: lengthOfName(written, begins) }
    }
    return null
  }

  #asInflected(written: string, folded: string): WordMatch | null {
    if (!this.#inflected || this.#whole) return null
    const own = stem(folded)
    const found = this.#wanted.find(({ forms }) => forms.stem === own)
    return found ? { word: found.word, length: written.length } : null
  }
}

/** Folding may change the length of a text, so the end of a beginning is found letter by letter. */
function lengthOfPrefix(written: string, length: number): number {
  if (length > LONGEST_PREFIX) return written.length
  let end = 0
  while (end < written.length && foldedPart(written, end).length < length) end += letterAt(written, end).length
  return pastMarks(written, end)
}

/** The least of a word whose name begins so. */
function lengthOfName(written: string, begins: (name: string) => boolean): number {
  if (written.length > LONGEST_PREFIX) return written.length
  for (let end = 1; end < written.length; end = pastMarks(written, end + letterAt(written, end).length)) {
    const part = written.slice(0, end)
    if (namesOf(foldedPart(written, end), part).some(begins)) return end
  }
  return written.length
}

/** The beginning of a word, folded as a word is. */
const foldedPart = (written: string, end: number) => words(written.slice(0, end)).join('')

const letterAt = (text: string, at: number) => String.fromCodePoint(text.codePointAt(at) ?? 0)

function pastMarks(text: string, from: number): number {
  let end = from
  while (end < text.length && /[\p{M}\p{Cf}]/u.test(text.charAt(end))) end += 1
  return end
}
