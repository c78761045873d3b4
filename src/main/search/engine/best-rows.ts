/** A found document on its way into the answer. */
export interface Candidate {
  readonly row: number
  readonly kind: number
  /** The greater, the earlier. */
  rank: number
  /** At the same rank, the later comes first. */
  readonly updatedAt: number
  /** What nearness adds to `rank` if the candidate is among the first. */
  readonly nearness: number
}

/** Earlier first; the order of rows decides in the end, so that an answer is the same each time. */
export const byRank = (a: Candidate, b: Candidate): number => b.rank - a.rank || b.updatedAt - a.updatedAt || a.row - b.row

/** Keeps the first so many documents of a great number, in a heap that has the last of them on top. */
export class BestRows {
  /** What ranks below it does not come in; the greater part is told so at once. */
  least = -Infinity
  readonly #most: number
  readonly #documents: number[] = []
  readonly #ranks: number[] = []
  readonly #updatedAt: Float64Array
  readonly #rows: Uint32Array

  constructor(most: number, columns: { readonly updatedAt: Float64Array; readonly rows: Uint32Array }) {
    this.#most = most
    this.#updatedAt = columns.updatedAt
    this.#rows = columns.rows
  }

  add(document: number, rank: number): void {
    const size = this.#documents.length
    if (size < this.#most) {
      this.#documents.push(document)
      this.#ranks.push(rank)
      this.#rise(size)
      if (size + 1 === this.#most) this.least = this.#ranks[0] as number
    } else if (size > 0 && this.#isBefore(rank, document, 0)) {
      this.#documents[0] = document
      this.#ranks[0] = rank
      this.#sink()
      this.least = this.#ranks[0] as number
    }
  }

  /** In no order. */
  *[Symbol.iterator](): Generator<readonly [document: number, rank: number]> {
    for (const [at, document] of this.#documents.entries()) yield [document, this.#ranks[at] as number]
  }

  #isBefore(rank: number, document: number, other: number): boolean {
    const otherRank = this.#ranks[other] as number
    if (rank !== otherRank) return rank > otherRank
    const otherDocument = this.#documents[other] as number
    const late = this.#updatedAt[document] as number
    const otherLate = this.#updatedAt[otherDocument] as number
    return late === otherLate ? (this.#rows[document] as number) < (this.#rows[otherDocument] as number) : late > otherLate
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#isBefore(this.#ranks[above] as number, this.#documents[above] as number, at)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    let at = 0
    for (;;) {
      let last = at
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below >= this.#documents.length) continue
        if (this.#isBefore(this.#ranks[last] as number, this.#documents[last] as number, below)) last = below
      }
      if (last === at) return
      this.#swap(at, last)
      at = last
    }
  }

  #swap(a: number, b: number): void {
    const document = this.#documents[a] as number
    const rank = this.#ranks[a] as number
    this.#documents[a] = this.#documents[b] as number
    this.#ranks[a] = this.#ranks[b] as number
    this.#documents[b] = document
    this.#ranks[b] = rank
  }
}
