/** Walks over the words of a long text without making a string of each: nearly all of them were seen before. */
import { wordSpans } from '../../../shared/text/fold.ts'
import { learnClass, letterClasses, LETTER, SEPARATOR, UNKNOWN } from './letter-classes.ts'

const FNV_OFFSET = -2128831035
const FNV_PRIME = 16777619
/** Longer runs of letters are taken in pieces; see fold.ts. */
const LONGEST_RUN = 1_000

/** `hash` is made of the code units of the word as it stands in the text. */
export type TakeWord = (from: number, to: number, hash: number) => void

/** The same words as `wordSpans` of shared/text/fold.ts. */
export function scanWords(text: string, take: TakeWord): void {
  const { length } = text
  let at = 0
  while (at < length) {
    let kind = kindAt(text, at)
    if (kind === SEPARATOR) {
      at++
      continue
    }
    const from = at
    let hash = FNV_OFFSET
    while (kind === LETTER) {
      hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
      at++
      if (at === length) break
      kind = kindAt(text, at)
    }
    if ((at === length || kind === SEPARATOR) && at - from <= LONGEST_RUN) take(from, at, hash)
    else {
      // something that has to be looked at together with its neighbours
      while (at < length && kindAt(text, at) !== SEPARATOR) at++
      for (const span of wordSpans(text.slice(from, at)))
        take(from + span.from, from + span.to, hashOf(text, from + span.from, from + span.to))
    }
  }
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const kind = letterClasses[unit] as number
  return kind === UNKNOWN ? learnClass(unit) : kind
}

function hashOf(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return hash
}

/**
 * What was found out about words, by their hash and length. That two words share both is unlikely enough for choosing a
 * place to show, and for nothing else.
 */
export class WordMemo {
  #hashes = new Int32Array(1 << 12)
  #lengths = new Uint16Array(1 << 12)
  #values = new Int32Array(1 << 12)
  #used = 0

  /** Below 0: not known. */
  get(hash: number, length: number): number {
    const slot = this.#slotOf(hash, length)
    return this.#lengths[slot] === 0 ? -1 : (this.#values[slot] as number)
  }

  set(hash: number, length: number, value: number): void {
    if (this.#used * 2 > this.#hashes.length) this.#widen()
    const slot = this.#slotOf(hash, length)
    if (this.#lengths[slot] === 0) this.#used++
    this.#hashes[slot] = hash
    this.#lengths[slot] = length
    this.#values[slot] = value
  }

  #slotOf(hash: number, length: number): number {
    const mask = this.#hashes.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.#lengths[slot] !== 0 && (this.#hashes[slot] !== hash || this.#lengths[slot] !== length)) slot = (slot + 1) & mask
    return slot
  }

  #widen(): void {
    const [hashes, lengths, values] = [this.#hashes, this.#lengths, this.#values]
    this.#hashes = new Int32Array(hashes.length * 4)
    this.#lengths = new Uint16Array(hashes.length * 4)
    this.#values = new Int32Array(hashes.length * 4)
    this.#used = 0
    for (const [slot, length] of lengths.entries()) if (length !== 0) this.set(hashes[slot] as number, length, values[slot] as number)
  }
}
