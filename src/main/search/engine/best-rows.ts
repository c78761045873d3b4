import type { SegmentMatcher } from './match-segment.ts'

/** A found document on its way into the answer. */
export interface Candidate {
  readonly row: number
  readonly kind: number
  /** The greater, the earlier. */
  rank: number
  /** At the same rank, the later comes first. */
  readonly updatedAt: number
  /** Where it was found. */
  readonly matcher: SegmentMatcher
  readonly document: number
}

/** Earlier first; the order of rows decides in the end, so that an answer is the same each time. */
export const byRank = (a: Candidate, b: Candidate): number => b.rank - a.rank || b.updatedAt - a.updatedAt || a.row - b.row

/** Keeps the first so many documents of a great number, of all parts, in a heap that has the last of them on top. */
export class BestRows {
  /** What ranks below it does not come in; the greater part is told so at once. */
  least = -Infinity
  readonly #most: number
  readonly #heap: Candidate[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(matcher: SegmentMatcher, document: number, rank: number): void {
    const { rows, kinds, updatedAt } = matcher.segment
    const late = updatedAt[document] as number
    const row = rows[document] as number
    const [last] = this.#heap
    const isFull = this.#heap.length === this.#most
    // most of what ranks like the last one ends here, without an object made of it
    if (isFull && (!last || (rank - last.rank || late - last.updatedAt || last.row - row) <= 0)) return
    const candidate = { row, kind: kinds[document] as number, rank, updatedAt: late, matcher, document }
    if (isFull) this.#sink(candidate)
    else this.#rise(candidate)
    if (this.#heap.length === this.#most) this.least = this.#heap[0]?.rank ?? Infinity
  }

  /** Earlier first. */
  inOrder(): Candidate[] {
    return this.#heap.toSorted(byRank)
  }

  #rise(candidate: Candidate): void {
    let at = this.#heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#heap[above] as Candidate
      if (byRank(candidate, other) <= 0) break
      this.#heap[at] = other
      at = above
    }
    this.#heap[at] = candidate
  }

  /** In the place of the last one. */
  #sink(candidate: Candidate): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && byRank(heap[below + 1] as Candidate, heap[below] as Candidate) > 0) below += 1
      const other = heap[below] as Candidate
      if (byRank(candidate, other) >= 0) break
      heap[at] = other
      at = below
    }
    heap[at] = candidate
  }
}
