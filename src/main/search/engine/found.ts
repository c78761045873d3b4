/** What a part of a query finds in a segment: dense columns, so that joining two needs no sorting and no objects. */

/** `flags`: the document is found. */
export const FOUND = 1
/** `flags`: every word of that part stands in its title or names. */
export const IS_NAMED = 2
/** `flags`: every word of that part stands in its title. */
export const IS_TITLED = 4
/** `flags`: the record is called what the query says. */
export const IS_CALLED = 8
/** `flags` of what is found by something else than its words. */
export const FOUND_OTHERWISE = FOUND | IS_NAMED | IS_TITLED

export class Found {
  readonly capacity: number
  /** 0 for a document that is not found; only then are `scores` and `terms` of it meaningless. */
  readonly flags: Uint8Array
  readonly scores: Uint32Array
  /** The term that says most of the document; NO_TERM when it is not known. Kept by single words only. */
  readonly terms: Uint32Array
  /** What is found, in no order: `documents[0]` to `documents[count - 1]`. */
  readonly documents: Uint32Array
  count = 0

  constructor(capacity: number) {
    this.capacity = capacity
    this.flags = new Uint8Array(capacity)
    this.scores = new Uint32Array(capacity)
    this.terms = new Uint32Array(capacity)
    this.documents = new Uint32Array(capacity)
  }

  /** `document` must not be found yet. */
  add(document: number, flags: number, score: number): void {
    this.flags[document] = flags
    this.scores[document] = score
    this.documents[this.count++] = document
  }

  /** A word stands in the document once more; its best standing counts. */
  meet(document: number, flags: number, score: number, term: number): void {
    const already = this.flags[document] as number
    if (already === 0) {
      this.flags[document] = flags
      this.documents[this.count++] = document
    } else {
      if (already !== flags) this.flags[document] = already | flags
      if (score <= (this.scores[document] as number)) return
    }
    this.scores[document] = score
    this.terms[document] = term
  }

  /** Puts what is found in order. */
  sort(): void {
    const found = this.documents.subarray(0, this.count)
    for (let at = 1; at < found.length; at++) {
      if ((found[at] as number) > (found[at - 1] as number)) continue
      found.sort()
      return
    }
  }

  /** Keeps what `keep` says of the flags of each document. */
  retain(keep: (document: number) => boolean): void {
    const { documents, flags } = this
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const document = documents[at] as number
      if (keep(document)) documents[kept++] = document
      else flags[document] = 0
    }
    this.count = kept
  }

  /** What both find. */
  intersect(other: Found): void {
    const { documents, flags, scores } = this
    const { flags: otherFlags, scores: otherScores } = other
    let kept = 0
    for (let at = 0; at < this.count; at++) {
      const document = documents[at] as number
      const also = otherFlags[document] as number
      if (also === 0) {
        flags[document] = 0
        continue
      }
      documents[kept++] = document
      flags[document] = (flags[document] as number) & also
      scores[document] = (scores[document] as number) + (otherScores[document] as number)
    }
    this.count = kept
  }

  /** What either finds. */
  unite(other: Found): void {
    const { flags, scores } = this
    const { documents, flags: otherFlags, scores: otherScores } = other
    for (let at = 0; at < other.count; at++) {
      const document = documents[at] as number
      const already = flags[document] as number
      if (already === 0) this.add(document, otherFlags[document] as number, otherScores[document] as number)
      else {
        flags[document] = already | (otherFlags[document] as number)
        scores[document] = (scores[document] as number) + (otherScores[document] as number)
      }
    }
  }
}

export const NO_TERM = 0xffff_ffff

/** More than these are not kept for the next query: some for each of several parts. */
const KEPT = 48

/** Columns are used again: at 100,000 documents each takes over a megabyte. */
export class FoundPool {
  /** The smallest first. */
  readonly #free: Found[] = []

  take(documents: number): Found {
    const at = this.#free.findIndex(({ capacity }) => capacity >= documents)
    if (at === -1) return new Found(documents + (documents >> 3) + 16)
    const [found] = this.#free.splice(at, 1) as [Found]
    found.flags.fill(0, 0, documents)
    found.count = 0
    return found
  }

  give(found: Found): void {
    const at = this.#free.findIndex(({ capacity }) => capacity >= found.capacity)
    this.#free.splice(at === -1 ? this.#free.length : at, 0, found)
    // columns that were made for a smaller index go first
    if (this.#free.length > KEPT) this.#free.shift()
  }
}
