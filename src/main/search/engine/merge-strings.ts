/** Walks the strings of several sorted lists in order, each once. */
import type { SortedStrings } from './sorted-strings.ts'
import type { StringsWriter } from './strings-writer.ts'

export class MergedStrings {
  readonly #lists: readonly SortedStrings[]
  /** The string each list is at. */
  readonly at: number[]
  /** The lists that have the string, in order. */
  readonly having: number[] = []

  constructor(lists: readonly SortedStrings[]) {
    this.#lists = lists
    this.at = lists.map(() => 0)
  }

  /** Goes to the next string. @returns false when there is none */
  next(): boolean {
    for (const list of this.having) this.at[list] = (this.at[list] ?? 0) + 1
    this.having.length = 0
    let least = -1
    for (let list = 0; list < this.#lists.length; list += 1) {
      if ((this.at[list] ?? 0) >= (this.#lists[list]?.count ?? 0)) continue
      const difference = least < 0 ? -1 : this.#compare(list, least)
      if (difference > 0) continue
      if (difference < 0) {
        this.having.length = 0
        least = list
      }
      this.having.push(list)
    }
    return least >= 0
  }

  /** Adds the string to others. */
  copyTo(writer: StringsWriter): void {
    const first = this.having[0] ?? 0
    const list = this.#lists[first]
    if (list) writer.add(list, this.at[first] ?? 0)
  }

  #compare(one: number, other: number): number {
    const left = this.#lists[one]
    const right = this.#lists[other]
    if (!left || !right) return 0
    const leftFrom = left.starts[this.at[one] ?? 0] ?? 0
    const leftTo = left.starts[(this.at[one] ?? 0) + 1] ?? leftFrom
    const rightFrom = right.starts[this.at[other] ?? 0] ?? 0
    const rightTo = right.starts[(this.at[other] ?? 0) + 1] ?? rightFrom
    const common = Math.min(leftTo - leftFrom, rightTo - rightFrom)
    for (let at = 0; at < common; at += 1) {
      const difference = (left.units[leftFrom + at] ?? 0) - (right.units[rightFrom + at] ?? 0)
      if (difference !== 0) return difference
    }
    return leftTo - leftFrom - (rightTo - rightFrom)
  }
}
