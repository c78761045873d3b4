/**
 * How the postings of one term lie in the data of a segment, at a multiple of 4: documents (32 bits each), impacts, fields,
 * padding; then the places: where every 16th entry begins behind this table, then the entries, each with its length first.
 * A list of documents that is kept ready for a prefix is the same without places.
 */

import { readNumber } from './places-codec.ts'

export const STRIDE = 16
const UNIT = 4

export const postingsBytes = (count: number): number => (count * 6 + 3) & ~3
/** The first entry begins behind the table, so that one needs no place in it. */
export const tableBytes = (count: number): number => (Math.ceil(count / STRIDE) - 1) * 4

/** Where an entry that begins at `from` ends. */
export function endOfEntry(bytes: Uint8Array, from: number): number {
  const length = bytes[from] as number
  // most lengths are one byte
  if (length < 0x80) return from + 1 + length
  const cursor = { bytes, at: from }
  return readNumber(cursor) + cursor.at
}

/** Where data goes to. The bytes are the caller's again after the call. */
export interface DataSink {
  append(bytes: Uint8Array): void
}

const FLUSH_BYTES = 1 << 20

/** Lays out one term after the other. Positions are told in units of 4 bytes, so that 32 bits reach far. */
export class TermDataWriter {
  readonly #sink: DataSink
  #bytes = new Uint8Array(1 << 12)
  #numbers = new Uint32Array(this.#bytes.buffer)
  #used = 0
  #flushed = 0
  #start = 0
  #count = 0
  #done = 0

  constructor(sink: DataSink) {
    this.#sink = sink
  }

  /** In units of 4 bytes. */
  get position(): number {
    return (this.#flushed + this.#used) / UNIT
  }

  /** @param withPlaces whether {@link add} is given the places */
  begin(count: number, withPlaces: boolean): void {
    this.#start = this.#used
    this.#count = count
    this.#done = 0
    const bytes = postingsBytes(count) + (withPlaces ? tableBytes(count) : 0)
    this.#reserve(bytes)
    // padding and what is written in any order: nothing of an earlier term may stay in it
    this.#bytes.fill(0, this.#used, this.#used + bytes)
    this.#used += bytes
  }

  add(document: number, impact: number, fields: number): void {
    this.#numbers[this.#start / UNIT + this.#done] = document
    this.#bytes[this.#start + this.#count * 4 + this.#done] = impact
    this.#bytes[this.#start + this.#count * 5 + this.#done] = fields
    this.#done += 1
  }

  /** The places of the document that was added last, with their length first. @returns where in `bytes` they end */
  addPlaces(bytes: Uint8Array, from: number): number {
    const number = this.#done - 1
    if (number > 0 && number % STRIDE === 0) this.#mark(number)
    const to = endOfEntry(bytes, from)
    this.#reserve(to - from)
    const out = this.#bytes
    let used = this.#used
    for (let at = from; at < to; at += 1) {
      out[used] = bytes[at] as number
      used += 1
    }
    this.#used = used
    return to
  }

  /**
   * Postings as they came in (see PostingStream), some at a time: far from each other, so all of some are fetched before
   * the first of them is copied.
   */
  addAll(records: Uint8Array, starts: Uint32Array, documents: Uint32Array, from: number, to: number): void {
    for (let first = from; first < to; first += STRIDE) {
      const last = Math.min(first + STRIDE, to)
      let room = 0
      for (let at = first; at < last; at += 1) {
        const start = starts[at] as number
        this.add(documents[at] as number, records[start] as number, records[start + 1] as number)
        room += endOfEntry(records, start + 2) - start - 2
      }
      if (first > from) this.#mark(first - from)
      this.#reserve(room)
      const out = this.#bytes
      let used = this.#used
      for (let at = first; at < last; at += 1) {
        const start = (starts[at] as number) + 2
        const end = endOfEntry(records, start)
        for (let place = start; place < end; place += 1) {
          out[used] = records[place] as number
          used += 1
        }
      }
      this.#used = used
    }
  }

  /** An entry whose number is a multiple of the stride begins here. */
  #mark(number: number): void {
    const table = this.#start + postingsBytes(this.#count)
    this.#numbers[table / UNIT + number / STRIDE - 1] = this.#used - table - tableBytes(this.#count)
  }

  end(): void {
    this.#reserve(UNIT)
    while (this.#used % UNIT !== 0) {
      this.#bytes[this.#used] = 0
      this.#used += 1
    }
    if (this.#used >= FLUSH_BYTES) this.flush()
  }

  /** Data of whole terms as it lies elsewhere. */
  append(bytes: Uint8Array): void {
    this.flush()
    this.#sink.append(bytes)
    this.#flushed += bytes.length
  }

  flush(): void {
    this.#sink.append(this.#bytes.subarray(0, this.#used))
    this.#flushed += this.#used
    this.#used = 0
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return
    const larger = new Uint8Array((Math.ceil((this.#used + more) * 1.6) + UNIT) & ~(UNIT - 1))
    larger.set(this.#bytes.subarray(0, this.#used))
    this.#bytes = larger
    this.#numbers = new Uint32Array(this.#bytes.buffer)
  }
}
