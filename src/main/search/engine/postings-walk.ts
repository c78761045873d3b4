/** The postings of one term after the other with their places, documents told by their new numbers. */
import type { FlatSegment } from './flat-segment.ts'
import { NONE } from './merge-documents.ts'
import { endOfEntry, postingsBytes, tableBytes, type TermDataWriter } from './term-data.ts'

export class PostingsWalk {
  readonly #segment: FlatSegment
  readonly #numbers: Uint32Array
  readonly #hasDead: boolean
  #bytes: Uint8Array = new Uint8Array()
  #documents: Uint32Array = new Uint32Array()
  /** Where the documents of the term begin among {@link #documents}, and its impacts and fields among {@link #bytes}. */
  #first = 0
  #impacts = 0
  #fields = 0
  #count = 0
  #places = 0
  #entry = 0
  /** New number of the document it is at; NONE behind the last. */
  document = NONE

  constructor(segment: FlatSegment, numbers: Uint32Array) {
    this.#segment = segment
    this.#numbers = numbers
    this.#hasDead = segment.deadCount > 0
  }

  /** @returns how many documents of the term are left */
  open(term: number): number {
    const { bytes, numbers, from } = this.#segment.window(term)
    const all = this.#segment.documentsWith(term)
    this.#bytes = bytes
    this.#documents = numbers
    this.#first = from / 4
    this.#impacts = from + all * 4
    this.#fields = from + all * 5
    this.#count = all
    this.#places = from + postingsBytes(all) + tableBytes(all)
    this.#entry = 0
    let count = all
    if (this.#hasDead) {
      count = 0
      for (let entry = 0; entry < all; entry += 1) if (this.#numberOf(entry) !== NONE) count += 1
    }
    this.#settle()
    return count
  }

  /** Writes the posting it is at and goes on to the next. */
  write(writer: TermDataWriter): void {
    writer.add(this.document, this.#bytes[this.#impacts + this.#entry] as number, this.#bytes[this.#fields + this.#entry] as number)
    this.#places = writer.addPlaces(this.#bytes, this.#places)
    this.#entry += 1
    this.#settle()
  }

  #numberOf(entry: number): number {
    return this.#numbers[this.#documents[this.#first + entry] as number] ?? NONE
  }

  #settle(): void {
    while (this.#entry < this.#count) {
      this.document = this.#numberOf(this.#entry)
      if (this.document !== NONE) return
      this.#places = endOfEntry(this.#bytes, this.#places)
      this.#entry += 1
    }
    this.document = NONE
  }
}
