/** A list of numbers for each row: one array for all of them, and a small map of lists that have changed since. */
import type { Numbers, NumbersFile } from './numbers.ts'

const NONE = new Uint32Array(0)

export class RowLists {
  /** Where the list of each row ends. */
  #ends: Uint32Array = NONE
  #values: Uint32Array = NONE
  readonly #changed = new Map<number, Uint32Array>()

  static from(file: NumbersFile, name: string): RowLists {
    const lists = new RowLists()
    lists.#ends = file.integers(`${name}.ends`)
    lists.#values = file.integers(`${name}.values`)
    if ((lists.#ends.at(-1) ?? 0) !== lists.#values.length) throw new Error('The lists do not fit.')
    return lists
  }

  /** Rows from here on have no list. */
  get rowCount(): number {
    let count = this.#ends.length
    for (const row of this.#changed.keys()) if (row >= count) count = row + 1
    return count
  }

  /** How many lists have changed since the last {@link merge}. */
  get changed(): number {
    return this.#changed.size
  }

  hasChanged(row: number): boolean {
    return this.#changed.has(row)
  }

  get(row: number): Uint32Array {
    const own = this.#changed.get(row)
    if (own) return own
    if (row >= this.#ends.length) return NONE
    return this.#values.subarray(row === 0 ? 0 : this.#ends[row - 1], this.#ends[row])
  }

  /** Calls `visit` for every number of every row. */
  all(visit: (row: number, value: number) => void): void {
    let from = 0
    for (let row = 0; row < this.#ends.length; row += 1) {
      const end = this.#ends[row] ?? 0
      if (end > from && !this.#changed.has(row)) for (let at = from; at < end; at += 1) visit(row, this.#values[at] ?? 0)
      from = end
    }
    for (const [row, values] of this.#changed) for (const value of values) visit(row, value)
  }

  /** @returns false when the list says what it said before */
  set(row: number, values: Uint32Array): boolean {
    const before = this.get(row)
    if (before.length === values.length && before.every((value, at) => value === values[at])) return false
    this.#changed.set(row, values)
    return true
  }

  /** Rows whose list has changed, with that list. */
  changes(): Iterable<readonly [number, Uint32Array]> {
    return this.#changed
  }

  /** One array for all again; those handed out before stay as they are. */
  merge(): void {
    if (this.#changed.size === 0) return
    const rows = this.rowCount
    const ends = new Uint32Array(rows)
    let total = 0
    for (let row = 0; row < rows; row += 1) {
      total += this.get(row).length
      ends[row] = total
    }
    const values = new Uint32Array(total)
    for (let row = 0; row < rows; row += 1) values.set(this.get(row), row === 0 ? 0 : ends[row - 1])
    this.#ends = ends
    this.#values = values
    this.#changed.clear()
  }

  *arrays(name: string): Iterable<readonly [string, Numbers]> {
    this.merge()
    yield [`${name}.ends`, this.#ends]
    yield [`${name}.values`, this.#values]
  }
}
