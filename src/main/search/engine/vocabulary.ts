/**
 * The words of texts as numbers. Every spelling is folded once: the text is cut by hand, a piece is looked up by its code
 * units, and only one that was never seen becomes a string. Gives the same words as `words` of shared/text/fold.ts.
 */
import { words } from '../../../shared/text/fold.ts'
import { markedWords } from '../../../shared/text/marked-words.ts'
import { grown } from './growing.ts'
import type { WordForms } from './side-tables.ts'
import { asWritten } from './written-term.ts'
import { learnClass, letterClasses, ODD, SEPARATOR, UNKNOWN } from './letter-classes.ts'

/** Longer pieces are not remembered: they seldom come twice. */
const LONGEST = 48
const FNV_OFFSET = -2128831035
const FNV_PRIME = 16777619
const SPACE = 0x20
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
  /** How many of them are not below 0. */
  wordCount = 0
  readonly terms: string[] = []

  readonly #forms: WordForms
  readonly #numbers = new Map<string, number>()
  /** Open addressing: number of the piece and one, or 0. */
  #slots = new Int32Array(1 << 12)
  #pieces = 0
  #hashes = new Int32Array(1 << 11)
  #starts = new Uint32Array(1 << 11)
  #lengths = new Uint8Array(1 << 11)
  /** The piece's only word; below 0: minus one minus the place of its words in {@link #several}. */
  #words = new Int32Array(1 << 11)
  readonly #several: (readonly number[])[] = []
  #units = new Uint16Array(1 << 14)
  #unitsUsed = 0
  /** Of the text that is read, and the same memory as bytes. */
  #text = new Uint16Array(1 << 12)
  #bytes = Buffer.from(this.#text.buffer)

  constructor(forms: WordForms) {
    this.#forms = forms
  }

  clear(): void {
    this.tokenCount = 0
    this.wordCount = 0
  }

  /** Appends the words of `text` to {@link tokens}. */
  read(text: string): void {
    const { length } = text
    const units = this.#unitsOf(text)
    const classes = letterClasses
    let at = 0
    while (at < length) {
      let unit = units[at] ?? 0
      if (classes[unit] === SEPARATOR && classes[units[at + 1] ?? 0] !== ODD) {
        at += 1
        continue
      }
      const from = at
      let hash = FNV_OFFSET
      do {
        hash = Math.imul(hash ^ unit, FNV_PRIME)
        at += 1
        unit = units[at] ?? 0
      } while (at < length && (classes[unit] !== SEPARATOR || classes[units[at + 1] ?? 0] === ODD))
      if (at - from > LONGEST) for (const number of this.#numbersOf(detached(text.slice(from, at)))) this.#put(number)
      else this.#readPiece(from, at, hash)
    }
  }

  /** The units of a text with a separator behind the last, all of a class that is known. */
  #unitsOf(text: string): Uint16Array {
    const { length } = text
    if (length + 2 > this.#text.length) {
      this.#text = new Uint16Array(length * 2)
      this.#bytes = Buffer.from(this.#text.buffer)
    }
    const units = this.#text
    // copying all at once is worth it for long texts
    if (IS_LITTLE_ENDIAN && length > 64) this.#bytes.write(text, 'utf16le')
    else for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at)
    units[length] = SPACE
    units[length + 1] = SPACE
    for (let at = 0; at <= length; at += 1) {
      const unit = units[at] ?? 0
      if (letterClasses[unit] === UNKNOWN) learnClass(unit)
    }
    return units
  }

  #readPiece(from: number, to: number, hash: number): void {
    const length = to - from
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const piece = (this.#slots[slot] ?? 0) - 1
      if (piece < 0) break
      if (this.#hashes[piece] === hash && this.#lengths[piece] === length && this.#same(piece, from, length)) {
        const word = this.#words[piece] ?? 0
        if (word >= 0) this.#put(word)
        else for (const each of this.#several[-1 - word] ?? []) this.#put(each)
        return
      }
      slot = (slot + 1) & mask
    }
    this.#learn(from, to, hash, slot)
  }

  #same(piece: number, from: number, length: number): boolean {
    const start = this.#starts[piece] ?? 0
    const text = this.#text
    const known = this.#units
    for (let at = 0; at < length; at += 1) if (known[start + at] !== text[from + at]) return false
    return true
  }

  #learn(from: number, to: number, hash: number, slot: number): void {
    const length = to - from
    const piece = this.#pieces
    this.#pieces += 1
    this.#hashes = grown(this.#hashes, piece + 1)
    this.#starts = grown(this.#starts, piece + 1)
    this.#lengths = grown(this.#lengths, piece + 1)
    this.#words = grown(this.#words, piece + 1)
    this.#units = grown(this.#units, this.#unitsUsed + length)
    for (let at = 0; at < length; at += 1) this.#units[this.#unitsUsed + at] = this.#text[from + at] ?? 0
    this.#hashes[piece] = hash
    this.#starts[piece] = this.#unitsUsed
    this.#lengths[piece] = length
    // made of its units, for the same reason as `detached`
    const own = String.fromCharCode(...this.#units.subarray(this.#unitsUsed, this.#unitsUsed + length))
    this.#unitsUsed += length
    const numbers = this.#numbersOf(own)
    if (numbers.length === 1) this.#words[piece] = numbers[0] ?? 0
    else this.#words[piece] = -this.#several.push(numbers)
    for (const number of numbers) this.#put(number)
    this.#slots[slot] = piece + 1
    if (this.#pieces * 2 > this.#slots.length) this.#widen()
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    const mask = slots.length - 1
    for (let piece = 0; piece < this.#pieces; piece += 1) {
      const hash = this.#hashes[piece] ?? 0
      let slot = (hash ^ (hash >>> 15)) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = piece + 1
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

  #put(term: number): void {
    if (this.tokenCount === this.tokens.length) this.tokens = grown(this.tokens, this.tokenCount + 1)
    this.tokens[this.tokenCount] = term
    this.tokenCount += 1
    if (term >= 0) this.wordCount += 1
  }
}

/** A string of its own: one cut out of a text would keep the whole text in memory. */
const detached = (word: string) => Buffer.from(word, 'utf16le').toString('utf16le')
