/**
 * Documents taken in, waiting to be made a segment. Postings lie in the order in which documents came; a document that
 * comes again takes the place of the one before.
 */
import type { IndexDocument } from './document.ts'
import { DocumentWords, PostingStream } from './document-words.ts'
import { grown } from './growing.ts'
import type { Vocabulary } from './vocabulary.ts'

export class Run {
  readonly documents: Omit<IndexDocument, 'fields'>[] = []
  /** The first posting of each document. */
  readonly starts: number[] = []
  readonly postings = new PostingStream()
  readonly #words: DocumentWords
  #termTable = new Uint32Array(1024)

  constructor(vocabulary: Vocabulary) {
    this.#words = new DocumentWords(vocabulary)
  }

  /** Memory that is taken up by postings, nearly. */
  get bytes(): number {
    return this.postings.count * 8 + this.postings.used
  }

  /** Empty again. Room is kept for as much as there was. */
  clear(): void {
    this.documents.length = 0
    this.starts.length = 0
    this.postings.clear()
  }

  /** A number for each of so many terms: 0, and to be left so by whoever uses it. */
  termTable(terms: number): Uint32Array {
    this.#termTable = grown(this.#termTable, terms)
    return this.#termTable
  }

  add(document: IndexDocument): void {
    const { row, kind, keywords, days, updatedAt } = document
    this.documents.push({ row, kind, keywords, days, updatedAt })
    this.starts.push(this.postings.count)
    this.#words.read(document, this.postings)
  }
}
