/** Walks over the words of a long text without making a string of each: nearly all of them were seen before. */
import { LONGEST_WORD, words, wordSpans } from '../../../shared/text/fold.ts'
import { asWritten } from './written-term.ts'
import { learnClass, letterClasses, LETTER, SEPARATOR, UNKNOWN } from './letter-classes.ts'

const FNV_OFFSET = -2128831035
const FNV_PRIME = 16777619
const SECOND_PRIME = 0x01f4_a7c5
const SPACE = 0x20
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
/** Room for longer texts is not kept. */
const MOST_KEPT = 1 << 20

/** Two hashes of the code units of the word as it stands in the text: no two words of a workspace share both. */
export type TakeWord = (from: number, to: number, hash: number, second: number) => void

/** The same words as `wordSpans` of shared/text/fold.ts. */
export function scanWords(text: string, take: TakeWord): void {
  const { length } = text
  const units = unitsOf(text)
  const classes = letterClasses
  let at = 0
  while (at < length) {
    let unit = units[at] as number
    let kind = classes[unit] as number
    if (kind === SEPARATOR) {
      at++
      continue
    }
    if (kind === UNKNOWN) kind = learnClass(unit)
    const from = at
    let hash = FNV_OFFSET
    let second = 0
    while (kind === LETTER) {
      hash = Math.imul(hash ^ unit, FNV_PRIME)
      second = Math.imul(second + unit, SECOND_PRIME)
      unit = units[++at] as number
      kind = classes[unit] as number
      if (kind === UNKNOWN) kind = learnClass(unit)
    }
    if (kind === SEPARATOR && at - from <= LONGEST_WORD) {
      if (at > from) take(from, at, hash, second)
      continue
    }
    // something that has to be looked at together with its neighbours
    while (at < length && kind !== SEPARATOR) {
      unit = units[++at] as number
      kind = classes[unit] as number
      if (kind === UNKNOWN) kind = learnClass(unit)
    }
    for (const span of wordSpans(text.slice(from, at))) {
      hash = FNV_OFFSET
      second = 0
      for (let place = from + span.from; place < from + span.to; place++) {
        hash = Math.imul(hash ^ (units[place] as number), FNV_PRIME)
        second = Math.imul(second + (units[place] as number), SECOND_PRIME)
      }
      take(from + span.from, from + span.to, hash, second)
    }
  }
}

let kept = new Uint16Array(1 << 12)

/** The units of a text with a separator behind the last. A column of numbers is read faster than any string. */
function unitsOf(text: string): Uint16Array {
  const { length } = text
  let units = kept
  if (length + 1 > units.length) {
    units = new Uint16Array(length * 2 + 1)
    if (units.length <= MOST_KEPT) kept = units
  }
  if (IS_LITTLE_ENDIAN && length > 64) Buffer.from(units.buffer).write(text, 'utf16le')
  else for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at)
  units[length] = SPACE
  return units
}

// oxlint-disable-next-line no-control-regex -- all of ASCII
const ASCII = /^[\u0000-\u007f]*$/
/** More than these are forgotten when the next query comes. */
const MOST_SPELLINGS = 1 << 16

/**
 * Words as they stand in texts, numbered, with their folded forms: pages of results and one key after the other ask for
 * the same texts, and folding takes most of the time.
 */
export class Spellings {
  readonly folded: (readonly string[])[] = []
  /** The terms of the index for words whose marks tell more than their letters. */
  readonly marked: (string | undefined)[] = []
  #hashes = new Int32Array(1 << 12)
  #seconds = new Int32Array(1 << 12)
  /** Number and one; 0: free. */
  #numbers = new Int32Array(1 << 12)

  /** The number of the word that stands there. */
  at(text: string, from: number, to: number, hash: number, second: number): number {
    const mask = this.#numbers.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let number = this.#numbers[slot] as number; number !== 0; number = this.#numbers[slot] as number) {
      if (this.#hashes[slot] === hash && this.#seconds[slot] === second) return number - 1
      slot = (slot + 1) & mask
    }
    const written = detached(text.slice(from, to))
    const number = this.folded.push(words(written)) - 1
    this.marked.push(ASCII.test(written) ? undefined : asWritten(written.normalize('NFC').toLowerCase()))
    this.#put(slot, number + 1, hash, second)
    if (this.folded.length * 2 > this.#numbers.length) this.#widen()
    return number
  }

  /** Numbers given so far mean nothing any more if there were too many. */
  forget(): void {
    if (this.folded.length <= MOST_SPELLINGS) return
    this.marked.length = 0
    this.folded.length = 0
    this.#numbers.fill(0)
  }

  #put(slot: number, number: number, hash: number, second: number): void {
    this.#numbers[slot] = number
    this.#hashes[slot] = hash
    this.#seconds[slot] = second
  }

  #widen(): void {
    const [numbers, hashes, seconds] = [this.#numbers, this.#hashes, this.#seconds]
    const mask = numbers.length * 4 - 1
    this.#numbers = new Int32Array(mask + 1)
    this.#hashes = new Int32Array(mask + 1)
    this.#seconds = new Int32Array(mask + 1)
    for (let old = 0; old < numbers.length; old++) {
      if (numbers[old] === 0) continue
      const hash = hashes[old] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask
      this.#put(slot, numbers[old] as number, hash, seconds[old] as number)
    }
  }
}

/** A string of its own: one cut out of a text would keep the whole text in memory. */
const detached = (word: string) => Buffer.from(word, 'utf16le').toString('utf16le')
