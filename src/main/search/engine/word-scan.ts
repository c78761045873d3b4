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
  /** Four numbers a slot, which lie beside each other to be fetched at once: both hashes, number and one (0: free), nothing. */
  #slots = new Int32Array(4 << 12)

  /** The number of the word that stands there. */
  at(text: string, from: number, to: number, hash: number, second: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    let slot = ((hash ^ (hash >>> 15)) << 2) & last
    for (let number = slots[slot + 2] as number; number !== 0; number = slots[slot + 2] as number) {
      if (slots[slot] === hash && slots[slot + 1] === second) return number - 1
      slot = (slot + 4) & last
    }
    const written = detached(text.slice(from, to))
    const number = this.folded.push(words(written)) - 1
    this.marked.push(ASCII.test(written) ? undefined : asWritten(written.normalize('NFC').toLowerCase()))
    slots.set([hash, second, number + 1], slot)
    if (this.folded.length * 2 > slots.length / 4) this.#widen()
    return number
  }

  /** Numbers given so far mean nothing any more if there were too many. */
  forget(): void {
    if (this.folded.length <= MOST_SPELLINGS) return
    this.marked.length = 0
    this.folded.length = 0
    this.#slots.fill(0)
  }

  #widen(): void {
    const old = this.#slots
    const slots = new Int32Array(old.length * 4)
    const last = slots.length - 1
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue
      const hash = old[from] as number
      let slot = ((hash ^ (hash >>> 15)) << 2) & last
      while (slots[slot + 2] !== 0) slot = (slot + 4) & last
      slots.set(old.subarray(from, from + 4), slot)
    }
    this.#slots = slots
  }
}

/** A string of its own: one cut out of a text would keep the whole text in memory. */
const detached = (word: string) => Buffer.from(word, 'utf16le').toString('utf16le')
