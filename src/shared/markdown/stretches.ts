/** Stretches of a text that do not overlap, in order, and which of them stand at a place. */
import type { Stretch } from '../text/name-matcher.ts'

export class Stretches {
  readonly all: readonly Stretch[]

  constructor(inOrder: readonly Stretch[]) {
    this.all = inOrder
  }

  /** Whether one has a character in common with `other`. */
  touch({ from, to }: Stretch): boolean {
    const first = this.#endingAfter(from)
    return first !== undefined && first.from < to
  }

  /** Whether `place` lies within one, neither at its beginning nor behind its end. */
  hold(place: number): boolean {
    const first = this.#endingAfter(place)
    return first !== undefined && first.from < place
  }

  #endingAfter(place: number): Stretch | undefined {
    let low = 0
    let high = this.all.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.all[middle]?.to ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return this.all[low]
  }
}
