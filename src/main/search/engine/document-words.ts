/** The words of one document with their weight and places, in the order in which they first come. */
import { searchFields } from '../../../shared/search/query.ts'
import type { IndexDocument } from './document.ts'
import { grown } from './growing.ts'
import { impactOf, OWNERS, weightIn } from './impact.ts'
import { MOST_BYTES, writeNumber } from './places-codec.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A phrase never reaches over it. */
const GAP = 1000

/**
 * Takes postings in the order in which they come. Each is its impact, its fields, and its places with their length first
 * (places-codec.ts), so that all of it is at hand at once when postings are sorted.
 */
export class PostingStream {
  count = 0
  terms: Int32Array<ArrayBuffer> = new Int32Array(1024)
  /** Where each begins in {@link bytes}. */
  starts: Uint32Array<ArrayBuffer> = new Uint32Array(1024)
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(4096)
  used = 0

  clear(): void {
    const isRoomy = this.bytes.length > 1 << 20 && this.used * 4 < this.bytes.length
    if (isRoomy) {
      this.terms = new Int32Array(1024)
      this.starts = new Uint32Array(1024)
      this.bytes = new Uint8Array(4096)
    }
    this.count = 0
    this.used = 0
  }

  reserve(postings: number, bytes: number): void {
    this.terms = grown(this.terms, this.count + postings)
    this.starts = grown(this.starts, this.count + postings)
    this.bytes = grown(this.bytes, this.used + bytes)
  }
}

/** Impact, fields, and a length in one byte. */
const HEAD_BYTES = 3

export class DocumentWords {
  readonly #vocabulary: Vocabulary
  /** Two numbers a term: the document it was last met in, and its number among the words of that document. */
  #known = new Int32Array(2048)
  /** The number of the word of each token. */
  #numbers = new Int32Array(1024)
  #document = 0
  /** Of no meaning: what is read ahead has to be used. */
  touched = 0

  #terms = new Int32Array(1024)
  #counts = new Int32Array(1024)
  /** Place and field of each time a word is met, word after word. */
  #met = new Uint32Array(1024)

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  read(document: IndexDocument, stream: PostingStream): void {
    const vocabulary = this.#vocabulary
    vocabulary.clear()
    // where the words of a text begin among all words, its first place, its field
    const texts: number[] = []
    const lengths: number[] = []
    let place = 0
    for (const [field, name] of searchFields.entries()) {
      const before = vocabulary.wordCount
      for (const text of document.fields[name]) {
        const from = vocabulary.wordCount
        texts.push(vocabulary.tokenCount, place, field)
        vocabulary.read(text)
        place += vocabulary.wordCount - from + GAP
      }
      lengths.push(vocabulary.wordCount - before)
    }
    const count = this.#number()
    this.#collect(texts, count)
    this.#write(count, lengths, stream)
  }

  /** Numbers the words and counts how often each is met. @returns how many there are */
  #number(): number {
    const { tokens, tokenCount, terms } = this.#vocabulary
    this.#document += 1
    this.#known = grown(this.#known, terms.length * 2)
    this.#numbers = grown(this.#numbers, tokenCount)
    this.#terms = grown(this.#terms, tokenCount + 1)
    this.#counts = grown(this.#counts, tokenCount + 1)
    const known = this.#known
    const numbers = this.#numbers
    const counts = this.#counts
    const met = this.#document
    let count = 0
    for (let at = 0; at < tokenCount; at += 1) this.touched ^= known[Math.abs(tokens[at] as number) * 2] ?? 0
    for (let at = 0; at < tokenCount; at += 1) {
      const token = tokens[at] as number
      const term = token < 0 ? -1 - token : token
      if (known[term * 2] === met) {
        const number = known[term * 2 + 1] as number
        counts[number] = (counts[number] as number) + 1
        numbers[at] = number
      } else {
        known[term * 2] = met
        known[term * 2 + 1] = count
        this.#terms[count] = term
        counts[count] = 1
        numbers[at] = count
        count += 1
      }
    }
    return count
  }

  #collect(texts: readonly number[], count: number): void {
    const { tokens, tokenCount } = this.#vocabulary
    this.#met = grown(this.#met, tokenCount)
    const met = this.#met
    const ends = this.#counts
    const numbers = this.#numbers
    let used = 0
    // each count becomes where the places of the word begin, and then moves to where they end
    for (let number = 0; number < count; number += 1) {
      const times = ends[number] ?? 0
      ends[number] = used
      used += times
    }
    for (let text = 0; text < texts.length; text += 3) {
      const from = texts[text] ?? 0
      const to = texts[text + 3] ?? tokenCount
      const field = texts[text + 2] ?? 0
      let place = texts[text + 1] ?? 0
      for (let at = from; at < to; at += 1) {
        const number = numbers[at] as number
        const end = ends[number] as number
        // as written it stands where the word before it does
        if ((tokens[at] as number) < 0) place -= 1
        met[end] = place * 8 + field
        ends[number] = end + 1
        place += 1
      }
    }
  }

  #write(count: number, lengths: readonly number[], stream: PostingStream): void {
    const met = this.#met
    const counts = this.#counts
    stream.reserve(count, count * (HEAD_BYTES + MOST_BYTES) + (counts[count - 1] ?? 0) * 2 * MOST_BYTES)
    const { bytes } = stream
    let { used } = stream
    let at = 0
    for (let number = 0; number < count; number += 1) {
      const start = used
      stream.terms[stream.count] = this.#terms[number] as number
      stream.starts[stream.count] = start
      stream.count += 1
      used += HEAD_BYTES
      const end = counts[number] as number
      let weight = 0
      let fields = 0
      let before = 0
      while (at < end) {
        const field = (met[at] as number) & 7
        let behind = at + 1
        while (behind < end && ((met[behind] as number) & 7) === field) behind += 1
        used = writeNumber(bytes, used, (behind - at) * 8 + field)
        fields |= 1 << field
        if (field !== OWNERS) weight += weightIn(field, behind - at, lengths[field] ?? 1)
        for (; at < behind; at += 1) {
          const place = (met[at] as number) >>> 3
          used = writeNumber(bytes, used, place - before)
          before = place
        }
      }
      bytes[start] = impactOf(weight)
      bytes[start + 1] = fields
      used = putLength(bytes, start + HEAD_BYTES - 1, used)
    }
    stream.used = used
  }
}

/** Writes the length of what lies behind the byte at `at`, which is moved when the length needs more than that byte. */
function putLength(bytes: Uint8Array, at: number, end: number): number {
  const length = end - at - 1
  let more = 0
  for (let rest = length >>> 7; rest > 0; rest >>>= 7) more += 1
  if (more > 0) bytes.copyWithin(at + 1 + more, at + 1, end)
  writeNumber(bytes, at, length)
  return end + more
}
