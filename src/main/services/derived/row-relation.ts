/**
 * Which rows have to do with which key, both ways. A key is a number of the dictionary; a role of the relation says in
 * what way. Memory holds sorted arrays, and a small map of rows that have changed since they were sorted.
 */
import { RowLists } from './row-lists.ts'
import type { Numbers, NumbersFile } from './numbers.ts'

const NONE = new Uint32Array(0)
/** Merging costs a few milliseconds, so it waits for so many changed rows. */
const MERGED_ABOVE = 4_096
const ROWS_AT_MOST = 2 ** 21

export interface Related {
  readonly key: number
  readonly role: number
}

/** The first place in `sorted` whose value is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

export class RowRelation {
  /** Values are `key * roles + role`. */
  readonly roles: number
  #lists = new RowLists()
  /** Every value of every row that has not changed, sorted, and the row it belongs to. */
  #sorted: Uint32Array = NONE
  #rows: Uint32Array = NONE
  readonly #changed = new Map<number, Set<number>>()

  constructor(roles: number) {
    this.roles = roles
  }

  static from(file: NumbersFile, name: string, roles: number): RowRelation {
    const relation = new RowRelation(roles)
    relation.#lists = RowLists.from(file, name)
    relation.#sorted = file.integers(`${name}.sorted`)
    relation.#rows = file.integers(`${name}.rows`)
    if (relation.#sorted.length !== relation.#rows.length) throw new Error('The relation does not fit.')
    return relation
  }

  /** What a row has to do with, in the order in which it was given. */
  *of(row: number): Iterable<Related> {
    for (const value of this.#lists.get(row)) yield { key: Math.floor(value / this.roles), role: value % this.roles }
  }

  set(row: number, related: Iterable<Related>): void {
    const values = new Set<number>()
    for (const { key, role } of related) values.add(key * this.roles + role)
    const before = this.#lists.hasChanged(row) ? this.#lists.get(row) : NONE
    if (!this.#lists.set(row, Uint32Array.from(values))) return
    for (const value of before) this.#changed.get(value)?.delete(row)
    for (const value of values) {
      const rows = this.#changed.get(value)
      if (rows) rows.add(row)
      else this.#changed.set(value, new Set([row]))
    }
    if (this.#lists.changed > MERGED_ABOVE) this.merge()
  }

  /** Calls `visit` for each row that has to do with `key`; a row with several roles comes several times. */
  rowsOf(key: number, visit: (row: number, role: number) => void): void {
    const first = key * this.roles
    const end = first + this.roles
    for (let at = lowerBound(this.#sorted, first); at < this.#sorted.length; at += 1) {
      const value = this.#sorted[at] ?? 0
      if (value >= end) break
      const row = this.#rows[at] ?? 0
      if (!this.#lists.hasChanged(row)) visit(row, value - first)
    }
    for (let value = first; value < end; value += 1) for (const row of this.#changed.get(value) ?? []) visit(row, value - first)
  }

  /** Calls `visit` for every row and what it has to do with. */
  all(visit: (row: number, key: number, role: number) => void): void {
    this.#lists.all((row, value) => visit(row, Math.floor(value / this.roles), value % this.roles))
  }

  /** Sorted arrays again. */
  merge(): void {
    if (this.#lists.changed === 0) return
    let fresh = 0
    for (const [, values] of this.#lists.changes()) fresh += values.length
    // one number for a value and its row sorts fast, and holds both exactly
    const pairs = new Float64Array(fresh)
    let at = 0
    for (const [row, values] of this.#lists.changes()) for (const value of values) pairs[at++] = value * ROWS_AT_MOST + row
    pairs.sort()
    let kept = 0
    for (const row of this.#rows) if (!this.#lists.hasChanged(row)) kept += 1
    const sorted = new Uint32Array(kept + fresh)
    const rows = new Uint32Array(kept + fresh)
    let into = 0
    const put = (pair: number) => {
      sorted[into] = Math.floor(pair / ROWS_AT_MOST)
      rows[into++] = pair % ROWS_AT_MOST
    }
    let next = 0
    for (let old = 0; old < this.#rows.length; old += 1) {
      const row = this.#rows[old] ?? 0
      if (this.#lists.hasChanged(row)) continue
      const own = (this.#sorted[old] ?? 0) * ROWS_AT_MOST + row
      for (let pair = pairs[next]; pair !== undefined && pair < own; pair = pairs[next]) {
        put(pair)
        next += 1
      }
      put(own)
    }
    for (const pair of pairs.subarray(next)) put(pair)
    this.#sorted = sorted
    this.#rows = rows
    this.#changed.clear()
    this.#lists.merge()
  }

  *arrays(name: string): Iterable<readonly [string, Numbers]> {
    this.merge()
    yield* this.#lists.arrays(name)
    yield [`${name}.sorted`, this.#sorted]
    yield [`${name}.rows`, this.#rows]
  }
}
