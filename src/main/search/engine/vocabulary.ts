/**
 * The words of texts as numbers. Every spelling is folded once: the text is cut by hand, a piece is looked up by its code
 * units, and only one that was never seen becomes a string. Gives the same words as `words` of shared/text/fold.ts.
 */
import { words } from '../../../shared/text/fold.ts'
import { markedWords } from '../../../shared/text/marked-words.ts'
import { grown } from './growing.ts'
import { formsOf, type TermForms, type WordForms } from './side-tables.ts'
import { asWritten } from './written-term.ts'
import { KNOWN, learnClass, letterClasses, ODD, SEPARATOR, UNKNOWN } from './letter-classes.ts'

/** Longer pieces are not remembered: they seldom come twice. */
const LONGEST = 48
const FNV_OFFSET = -2128831035
const FNV_PRIME = 16777619
const SPACE = 0x20
/** Pieces that are looked up together, three numbers each. */
const AT_ONCE = 3 * 32
/** No word of a piece. */
const MISSING = -(2 ** 31)
const PLAIN_ASCII = /^[A-Za-z0-9]{1,48}$/
/** No letter of it has a mark that tells more than its folded form. */
const CYRILLIC = /^[\u0400-\u0482\u048a-\u052f]+$/
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

export class Vocabulary {
  /**
   * Words of the texts that were read since the last {@link clear}, in order. One below 0 is minus one minus the number
   * of a term that stands in the same place as the word before it: that word as written, where its marks tell more.
   */
  tokens: Int32Array<ArrayBuffer> = new Int32Array(1024)
  tokenCount = 0
  #writtenCount = 0
  readonly terms: string[] = []

  readonly #forms: WordForms
  readonly #numbers = new Map<string, number>()
  /**
   * Open addressing, four numbers a slot: hash, where the units of the piece begin, how many they are (0: the slot is
   * free), and its word: a term, or minus one minus the place of its words in {@link #several}.
   */
  #slots = new Int32Array(4 << 12)
  #pieces = 0
  readonly #several: (readonly number[])[] = []
  readonly #formsOfTerms: TermForms[] = []
  #units = new Uint16Array(1 << 14)
  #unitsUsed = 0
  /** Of the text that is read, and the same memory as bytes. */
  #text = new Uint16Array(1 << 12)
  #bytes = Buffer.from(this.#text.buffer)
  /** Three numbers a piece of the text: where it begins and ends, and its hash. */
  #cuts = new Int32Array(3 << 12)
  #cutsUsed = 0
  /** Of no meaning: what is read ahead has to be used. */
  touched = 0

  constructor(forms: WordForms) {
    this.#forms = forms
  }

  clear(): void {
    this.tokenCount = 0
    this.#writtenCount = 0
  }

  /** Remembered: most words of a part were in one before. */
  formsOf(term: number): TermForms {
    return (this.#formsOfTerms[term] ??= formsOf(this.terms[term] ?? '', this.#forms))
  }

  /** Tokens that are words and not words as written. */
  get wordCount(): number {
    return this.tokenCount - this.#writtenCount
  }

  /** Appends the words of `text` to {@link tokens}. */
  read(text: string): void {
    const length = this.#load(text)
    if (!this.#cut(length)) {
      // it has letters of a page that was never met
      for (let at = 0; at <= length; at += 1) {
        const unit = this.#text[at] ?? 0
        if (letterClasses[unit] === UNKNOWN) learnClass(unit)
      }
      this.#cut(length)
    }
    this.#lookUp(text)
  }

  /** The units of a text with separators behind the last. @returns how many they are */
  #load(text: string): number {
    const { length } = text
    if (length + 2 > this.#text.length) {
      this.#text = new Uint16Array(length * 2)
      this.#bytes = Buffer.from(this.#text.buffer)
    }
    // copying all at once is worth it for long texts
    if (IS_LITTLE_ENDIAN && length > 64) this.#bytes.write(text, 'utf16le')
    else for (let at = 0; at < length; at += 1) this.#text[at] = text.charCodeAt(at)
    this.#text[length] = SPACE
    this.#text[length + 1] = SPACE
    return length
  }

  /** Cuts the text into pieces. The one loop over every letter of every text. @returns whether all classes are known */
  #cut(length: number): boolean {
    const units = this.#text
    const classes = letterClasses
    if (this.#cuts.length < length * 3 + 3) this.#cuts = new Int32Array(length * 6 + 3)
    const cuts = this.#cuts
    let used = 0
    let all = KNOWN
    let at = 0
    while (at < length) {
      let unit = units[at] as number
      let kind = classes[unit] as number
      if (kind === SEPARATOR && classes[units[at + 1] as number] !== ODD) {
        at += 1
        continue
      }
      cuts[used] = at
      let hash = FNV_OFFSET
      do {
        all &= kind
        hash = Math.imul(hash ^ unit, FNV_PRIME)
        at += 1
        unit = units[at] as number
        kind = classes[unit] as number
      } while (at < length && (kind !== SEPARATOR || classes[units[at + 1] as number] === ODD))
      cuts[used + 1] = at
      cuts[used + 2] = hash
      used += 3
    }
    this.#cutsUsed = used
    // a separator of a page that was never met is part of a piece here
    return all === KNOWN
  }

  /** Looks up all pieces, some at a time: what is fetched for each of them is under way before the first one is needed. */
  #lookUp(text: string): void {
    for (let from = 0; from < this.#cutsUsed; from += AT_ONCE) {
      const to = Math.min(from + AT_ONCE, this.#cutsUsed)
      this.touched ^= touch(this.#cuts, from, to, this.#slots, this.#units)
      this.#lookUpSome(text, from, to)
    }
  }

  #lookUpSome(text: string, first: number, end: number): void {
    const units = this.#text
    const cuts = this.#cuts
    let { tokens } = this
    let count = this.tokenCount
    let slots = this.#slots
    let mask = slots.length / 4 - 1
    let known = this.#units
    for (let cut = first; cut < end; cut += 3) {
      const from = cuts[cut] as number
      const size = (cuts[cut + 1] as number) - from
      const hash = cuts[cut + 2] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      let word = MISSING
      while (slots[slot * 4 + 2] !== 0) {
        if (slots[slot * 4] === hash && slots[slot * 4 + 2] === size) {
          const start = slots[slot * 4 + 1] as number
          let same = 0
          while (same < size && known[start + same] === units[from + same]) same += 1
          if (same === size) {
            word = slots[slot * 4 + 3] as number
            break
          }
        }
        slot = (slot + 1) & mask
      }
      if (word >= 0) {
        if (count === tokens.length) tokens = this.tokens = grown(tokens, count + 1)
        tokens[count] = word
        count += 1
        continue
      }
      this.tokenCount = count
      if (word !== MISSING) this.#put(this.#several[-1 - word] ?? [])
      else if (size > LONGEST) this.#put(this.#numbersOf(detached(text.slice(from, from + size))))
      else this.#learn(from, from + size, hash, slot)
      count = this.tokenCount
      tokens = this.tokens
      slots = this.#slots
      mask = slots.length / 4 - 1
      known = this.#units
    }
    this.tokenCount = count
  }

  #learn(from: number, to: number, hash: number, slot: number): void {
    const length = to - from
    const start = this.#unitsUsed
    this.#units = grown(this.#units, start + length)
    this.#units.set(this.#text.subarray(from, to), start)
    this.#unitsUsed += length
    // made of its units, for the same reason as `detached`
    const numbers = this.#numbersOf(String.fromCharCode(...this.#units.subarray(start, start + length)))
    const [only] = numbers
    const word = numbers.length === 1 && only !== undefined ? only : -this.#several.push(numbers)
    this.#put(numbers)
    this.#slots.set([hash, start, length, word], slot * 4)
    this.#pieces += 1
    if (this.#pieces * 8 > this.#slots.length) this.#widen()
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    const mask = slots.length / 4 - 1
    for (let old = 0; old < this.#slots.length; old += 4) {
      if (this.#slots[old + 2] === 0) continue
      const hash = this.#slots[old] ?? 0
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot * 4 + 2] !== 0) slot = (slot + 1) & mask
      slots.set(this.#slots.subarray(old, old + 4), slot * 4)
    }
    this.#slots = slots
  }

  #numbersOf(piece: string): number[] {
    // most pieces are one plain word
    if (PLAIN_ASCII.test(piece)) return [this.#numberOf(piece.toLowerCase())]
    const numbers = words(piece).map((word) => this.#numberOf(word))
    if (CYRILLIC.test(piece)) return numbers
    for (const [folded, written] of markedWords(piece)) {
      const keys = new Set(this.#forms.nameKeys(folded))
      const place = numbers.indexOf(this.#numbers.get(folded) ?? Infinity)
      if (place < 0 || this.#forms.nameKeys(written).every((key) => keys.has(key))) continue
      numbers.splice(place + 1, 0, -1 - this.#numberOf(asWritten(written)))
    }
    return numbers
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.terms.push(word) - 1
      this.#numbers.set(word, number)
    }
    return number
  }

  #put(numbers: readonly number[]): void {
    this.tokens = grown(this.tokens, this.tokenCount + numbers.length)
    for (const number of numbers) {
      this.tokens[this.tokenCount] = number
      this.tokenCount += 1
      if (number < 0) this.#writtenCount += 1
    }
  }
}

/** Has the memory that is about to be looked at brought near: processors fetch what does not depend on each other at once. */
function touch(cuts: Int32Array, from: number, to: number, slots: Int32Array, units: Uint16Array): number {
  const mask = slots.length / 4 - 1
  let seen = 0
  for (let cut = from; cut < to; cut += 3) {
    const hash = cuts[cut + 2] as number
    seen ^= slots[((hash ^ (hash >>> 15)) & mask) * 4 + 1] as number
  }
  for (let cut = from; cut < to; cut += 3) {
    const hash = cuts[cut + 2] as number
    seen ^= units[slots[((hash ^ (hash >>> 15)) & mask) * 4 + 1] as number] as number
  }
  return seen
}

/** A string of its own: one cut out of a text would keep the whole text in memory. */
const detached = (word: string) => Buffer.from(word, 'utf16le').toString('utf16le')
