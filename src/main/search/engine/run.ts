/**
 * Documents taken in, waiting to be made a segment. Postings lie in the order in which documents came; a document that
 * comes again takes the place of the one before.
 */
import type { IndexDocument } from './document.ts'
import { DocumentWords } from './document-words.ts'
import { grown } from './growing.ts'
import type { Vocabulary } from './vocabulary.ts'

export class Run {
  readonly documents: Omit<IndexDocument, 'fields'>[] = []
  /** The first posting of each document. */
  readonly starts: number[] = []
  postings = 0
  terms: Int32Array<ArrayBuffer> = new Int32Array(1024)
  impacts: Uint8Array<ArrayBuffer> = new Uint8Array(1024)
  fields: Uint8Array<ArrayBuffer> = new Uint8Array(1024)
  /** Where the places of each posting begin in {@link places}. */
  placesStarts: Uint32Array<ArrayBuffer> = new Uint32Array(1024)
  places: Uint8Array<ArrayBuffer> = new Uint8Array(4096)
  placesUsed = 0

  readonly #words: DocumentWords

  constructor(vocabulary: Vocabulary) {
    this.#words = new DocumentWords(vocabulary)
  }

  /** Memory that is taken up by postings, nearly. */
  get bytes(): number {
    return this.postings * 10 + this.placesUsed
  }

  add(document: IndexDocument): void {
    const { row, kind, keywords, days, updatedAt } = document
    this.documents.push({ row, kind, keywords, days, updatedAt })
    this.starts.push(this.postings)
    this.#words.read(document, this.#take)
  }

  /** Empty again, with the room that it has. */
  clear(): void {
    this.documents.length = 0
    this.starts.length = 0
    this.postings = 0
    this.placesUsed = 0
  }

  readonly #take = (term: number, impact: number, fields: number, places: Uint8Array, placesBytes: number): void => {
    const posting = this.postings
    if (posting + 1 >= this.terms.length) {
      this.terms = grown(this.terms, posting + 2)
      this.impacts = grown(this.impacts, posting + 2)
      this.fields = grown(this.fields, posting + 2)
      this.placesStarts = grown(this.placesStarts, posting + 2)
    }
    this.terms[posting] = term
    this.impacts[posting] = impact
    this.fields[posting] = fields
    if (this.placesUsed + placesBytes > this.places.length) this.places = grown(this.places, this.placesUsed + placesBytes)
    for (let at = 0; at < placesBytes; at += 1) this.places[this.placesUsed + at] = places[at] ?? 0
    this.placesStarts[posting] = this.placesUsed
    this.placesUsed += placesBytes
    this.placesStarts[posting + 1] = this.placesUsed
    this.postings = posting + 1
  }
}
