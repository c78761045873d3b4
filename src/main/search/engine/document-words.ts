/** The words of one document with their weight and places, in the order in which they first come. */
import { searchFields } from '../../../shared/search/query.ts'
import type { IndexDocument } from './document.ts'
import { grown } from './growing.ts'
import { impactOf, OWNERS, weightIn } from './impact.ts'
import { MOST_BYTES, writeNumber } from './places-codec.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A phrase never reaches over it. */
const GAP = 1000

/** What {@link DocumentWords.read} tells of each word. The bytes are valid during the call only. */
export type TakeWord = (term: number, impact: number, fields: number, places: Uint8Array, placesBytes: number) => void

export class DocumentWords {
  readonly #vocabulary: Vocabulary
  /** By term: the document it was last met in, and its number among the words of that document. */
  #metIn = new Int32Array(1024)
  #numbers = new Int32Array(1024)
  #document = 0

  #terms = new Int32Array(1024)
  #counts = new Int32Array(1024)
  /** Place and field of each time a word is met, word after word. */
  #met = new Uint32Array(1024)
  #bytes = new Uint8Array(256)

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  read(document: IndexDocument, take: TakeWord): void {
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
    this.#tell(count, lengths, take)
  }

  /** Numbers the words and counts how often each is met. @returns how many there are */
  #number(): number {
    const { tokens, tokenCount, terms } = this.#vocabulary
    this.#document += 1
    this.#metIn = grown(this.#metIn, terms.length)
    this.#numbers = grown(this.#numbers, terms.length)
    this.#terms = grown(this.#terms, tokenCount + 1)
    this.#counts = grown(this.#counts, tokenCount + 1)
    const metIn = this.#metIn
    const numbers = this.#numbers
    const counts = this.#counts
    let count = 0
    for (let at = 0; at < tokenCount; at += 1) {
      const token = tokens[at] ?? 0
      const term = token < 0 ? -1 - token : token
      if (metIn[term] === this.#document) {
        const number = numbers[term] ?? 0
        counts[number] = (counts[number] ?? 0) + 1
      } else {
        metIn[term] = this.#document
        numbers[term] = count
        this.#terms[count] = term
        counts[count] = 1
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
        const token = tokens[at] ?? 0
        const number = this.#numbers[token < 0 ? -1 - token : token] ?? 0
        const end = ends[number] ?? 0
        // as written it stands where the word before it does
        if (token < 0) place -= 1
        met[end] = place * 8 + field
        ends[number] = end + 1
        place += 1
      }
    }
  }

  #tell(count: number, lengths: readonly number[], take: TakeWord): void {
    const met = this.#met
    let at = 0
    for (let number = 0; number < count; number += 1) {
      const end = this.#counts[number] ?? 0
      this.#bytes = grown(this.#bytes, (end - at) * 2 * MOST_BYTES)
      const bytes = this.#bytes
      let used = 0
      let weight = 0
      let fields = 0
      let before = 0
      while (at < end) {
        const field = (met[at] ?? 0) & 7
        let behind = at + 1
        while (behind < end && ((met[behind] ?? 0) & 7) === field) behind += 1
        used = writeNumber(bytes, used, (behind - at) * 8 + field)
        fields |= 1 << field
        if (field !== OWNERS) weight += weightIn(field, behind - at, lengths[field] ?? 1)
        for (; at < behind; at += 1) {
          const place = (met[at] ?? 0) >>> 3
          used = writeNumber(bytes, used, place - before)
          before = place
        }
      }
      take(this.#terms[number] ?? 0, impactOf(weight), fields, bytes, used)
    }
  }
}
