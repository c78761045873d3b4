/** The postings of one term after the other with their places, documents told by their new numbers. */
import type { FlatSegment } from './flat-segment.ts'
import { NONE } from './merge-documents.ts'
import type { ByteCursor } from './places-codec.ts'
import type { Postings } from './segment.ts'
import { endOfEntry, tableBytes, type TermDataWriter } from './term-data.ts'

export class PostingsWalk {
  readonly #segment: FlatSegment
  readonly #numbers: Uint32Array
  readonly #all: boolean
  #postings: Postings | undefined
  #places: ByteCursor = { bytes: new Uint8Array(), at: 0 }
  #entry = 0
  /** New number of the document it is at; NONE behind the last. */
  document = NONE

  constructor(segment: FlatSegment, numbers: Uint32Array) {
    this.#segment = segment
    this.#numbers = numbers
    this.#all = segment.deadCount === 0
  }

  /** @returns how many documents of the term are left */
  open(term: number): number {
    const postings = this.#segment.postings(term)
    let count = postings.count
    if (!this.#all) {
      count = 0
      for (const document of postings.documents) if (this.#numbers[document] !== NONE) count += 1
    }
    this.#postings = postings
    this.#entry = 0
    this.#places =
      count === 0 ? { bytes: new Uint8Array(), at: 0 } : { bytes: this.#segment.allPlaces(term), at: tableBytes(postings.count) }
    this.#settle()
    return count
  }

  /** Writes the posting it is at and goes on to the next. */
  write(writer: TermDataWriter): void {
    const postings = this.#postings
    if (!postings) return
    writer.add(this.document, postings.impacts[this.#entry] ?? 0, postings.fields[this.#entry] ?? 0)
    this.#places.at = writer.addPlaces(this.#places.bytes, this.#places.at)
    this.#entry += 1
    this.#settle()
  }

  #settle(): void {
    const documents = this.#postings?.documents ?? new Uint32Array()
    while (this.#entry < documents.length) {
      this.document = this.#numbers[documents[this.#entry] ?? 0] ?? NONE
      if (this.document !== NONE) return
      this.#places.at = endOfEntry(this.#places.bytes, this.#places.at)
      this.#entry += 1
    }
    this.document = NONE
  }
}
