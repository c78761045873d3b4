/** Looks for words or characters in a text that comes in pieces. Pure: the caller says when the next piece is taken. */
import { createWordMatcher, type WordMatcher } from '../../../../shared/search/word-matcher.ts'
import { wordSpans } from '../../../../shared/text/fold.ts'
import type { FindRequest } from '../../../parts/find/find.ts'

/** UTF-16 offsets in the whole text: from, and to behind the last. */
export interface Found {
  readonly from: number
  readonly to: number
}

export interface Finds {
  /** In order, none over another. */
  readonly found: readonly Found[]
  /** The words stand together nowhere: they were found one by one. */
  readonly apart: boolean
}

export interface TextFinder {
  /** The next piece and where it begins. A gap to the piece before keeps words on both sides apart. */
  take(piece: string, at: number): void
  /** What has been found so far; `whole`: no piece will come. */
  finds(whole: boolean): Finds
}

/** Null: there is nothing to look for. */
export function createTextFinder({ text, exact, phrases }: FindRequest): TextFinder | null {
  if (text === '') return null
  if (exact) return new ExactFinder(text)
  if (phrases) return new WordFinder(phrases.map((words) => matchersOf(words, true)))
  const typed = Array.from(wordSpans(text), ({ from, to }) => text.slice(from, to))
  // such as "§" or "**": no word in it
  if (typed.length === 0) return new ExactFinder(text)
  return new WordFinder([matchersOf(typed, false)], typed.length > 1 ? createWordMatcher(typed) : undefined)
}

/** Words of a phrase are whole. The last of one that is being typed may be a beginning, and so may a word by itself. */
const matchersOf = (phrase: readonly string[], closed: boolean): WordMatcher[] =>
  phrase.map((word, index) => createWordMatcher([word], { whole: phrase.length > 1 && (closed || index < phrase.length - 1) }))

class ExactFinder implements TextFinder {
  readonly #wanted: string
  readonly #found: Found[] = []
  /** The end of the piece before: a find may begin in it. */
  #tail = ''
  #end = 0

  constructor(wanted: string) {
    this.#wanted = wanted
  }

  take(piece: string, at: number): void {
    const before = at === this.#end ? this.#tail : ''
    const text = before + piece
    const start = at - before.length
    const { length } = this.#wanted
    // none over another: "aa" stands once in "aaa"
    let from = Math.max(0, (this.#found.at(-1)?.to ?? 0) - start)
    for (from = text.indexOf(this.#wanted, from); from >= 0; from = text.indexOf(this.#wanted, from + length))
      this.#found.push({ from: start + from, to: start + from + length })
    this.#tail = length > 1 ? text.slice(1 - length) : ''
    this.#end = at + piece.length
  }

  finds(): Finds {
    return { found: this.#found, apart: false }
  }
}

/** A word of the text with what each wanted word marks of it; 0: it is none of it. */
interface Seen {
  readonly from: number
  readonly marked: Uint16Array
}

/** A text says the same words again and again. */
const REMEMBERED = 50_000

/** Between two words: an empty line, or the beginning of another item, quotation or cell. No phrase reaches over it. */
const PARTED = /\n\s*(?:\n|[-*+>#|]|\d{1,9}[.)]\s)/

class WordFinder implements TextFinder {
  readonly #phrases: readonly (readonly WordMatcher[])[]
  readonly #matchers: readonly WordMatcher[]
  /** For the words one by one, where they stand together nowhere. */
  readonly #single: WordMatcher | undefined
  readonly #longest: number
  readonly #together: Found[] = []
  readonly #apart: Found[] = []
  readonly #known = new Map<string, Uint16Array>()
  /** The last words, as many as the longest phrase has. */
  #recent: Seen[] = []
  #end = 0

  constructor(phrases: readonly (readonly WordMatcher[])[], single?: WordMatcher) {
    this.#phrases = phrases
    this.#matchers = [...phrases.flat(), ...(single ? [single] : [])]
    this.#single = single
    this.#longest = Math.max(1, ...phrases.map((phrase) => phrase.length))
  }

  take(piece: string, at: number): void {
    if (at !== this.#end) this.#recent = []
    this.#end = at + piece.length
    let before = 0
    for (const { from, to } of wordSpans(piece)) {
      if (this.#longest > 1 && PARTED.test(piece.slice(before, from))) this.#recent = []
      before = to
      this.#recent.push({ from: at + from, marked: this.#marked(piece.slice(from, to)) })
      if (this.#recent.length > this.#longest) this.#recent.shift()
      this.#look()
    }
  }

  finds(whole: boolean): Finds {
    const apart = whole && this.#together.length === 0 && this.#apart.length > 0
    return { found: apart ? this.#apart : this.#together, apart }
  }

  #marked(word: string): Uint16Array {
    let marked = this.#known.get(word)
    if (!marked) {
      if (this.#known.size >= REMEMBERED) this.#known.clear()
      marked = Uint16Array.from(this.#matchers, (matcher) => matcher.matches(word)?.length ?? 0)
      this.#known.set(word, marked)
    }
    return marked
  }

  /** Looks whether something ends with the last word. */
  #look(): void {
    const last = this.#recent.at(-1)
    if (!last || last.marked.every((length) => length === 0)) return
    let best: Found | null = null
    let first = 0
    for (const phrase of this.#phrases) {
      const found = this.#endingWith(last, first, phrase.length)
      if (found && (!best || found.to - found.from > best.to - best.from)) best = found
      first += phrase.length
    }
    if (best) add(this.#together, best)
    const alone = this.#single ? (last.marked.at(-1) ?? 0) : 0
    if (alone > 0) add(this.#apart, { from: last.from, to: last.from + alone })
  }

  /** The phrase whose matchers begin at `first`. */
  #endingWith(last: Seen, first: number, count: number): Found | null {
    const start = this.#recent.length - count
    const marked = last.marked[first + count - 1] ?? 0
    if (start < 0 || marked === 0) return null
    for (let index = 0; index < count - 1; index++) if (!this.#recent[start + index]?.marked[first + index]) return null
    return { from: this.#recent[start]?.from ?? last.from, to: last.from + marked }
  }
}

/** A find that begins in the one before is part of it. */
function add(found: Found[], next: Found): void {
  if (next.from >= (found.at(-1)?.to ?? 0)) found.push(next)
}
