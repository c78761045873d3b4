/** Which decisions have which number, and which have taken the place of which, by row. Pure. */
import { linkKey } from '../../../shared/text/link-key.ts'
import type { ListedDecision } from '../derived/facts.ts'

type Named = Pick<ListedDecision, 'number' | 'title'>

/** What of a decision others ask for. */
interface Entry {
  readonly key: string
  readonly name: string
  /** Key of the name; empty of a decision that has none. */
  readonly nameKey: string
  /** Key of the decision in its place; empty without one. */
  readonly successor: string
}

const nameOf = ({ number, title }: Named) => number || title
const NONE: readonly Entry[] = []

export class DecisionNames {
  readonly #ofRow = new Map<number, readonly Entry[]>()
  /** Key of a number → rows that have it, once for each time they do. */
  readonly #holders = new Map<string, number[]>()
  /** Key of a name → rows with a decision that is called so, once for each. */
  readonly #called = new Map<string, number[]>()
  /** Key of a decision → names of those that it has taken the place of, with the row that says so. */
  readonly #superseded = new Map<string, { readonly row: number; readonly name: string }[]>()

  /** The decisions that a row has now. */
  set(row: number, decisions: readonly (Named & Pick<ListedDecision, 'supersededBy'>)[]): void {
    this.#drop(row)
    if (decisions.length === 0) return
    const entries = decisions.map((decision): Entry => ({
      key: decision.number === '' ? '' : linkKey(decision.number),
      name: nameOf(decision),
      nameKey: linkKey(nameOf(decision)),
      successor: linkKey(decision.supersededBy),
    }))
    this.#ofRow.set(row, entries)
    for (const { key, name, nameKey, successor } of entries) {
      if (nameKey !== '') listAt(this.#called, nameKey).push(row)
      if (key !== '') listAt(this.#holders, key).push(row)
      if (successor !== '') listAt(this.#superseded, successor).push({ row, name })
    }
  }

  /** Rows with another decision of this number; `row` itself when it has the number twice. None without a number. */
  clashesOf({ number }: Named, row: number): number[] {
    if (number === '') return []
    const holders = this.#holders.get(linkKey(number)) ?? []
    const own = holders.indexOf(row)
    return [...new Set(holders.filter((_, at) => at !== own))].toSorted((a, b) => a - b)
  }

  /** The key of each number that more than one decision bears, and the rows that have it, once for each time they do. */
  *clashes(): Iterable<{ readonly key: string; readonly rows: readonly number[] }> {
    for (const [key, rows] of this.#holders) if (rows.length > 1) yield { key, rows }
  }

  /** Names of the decisions that this one has taken the place of, of texts in rows that may be named. */
  supersededBy(decision: Named, mayName: (row: number) => boolean): string[] {
    const names = this.#superseded.get(linkKey(nameOf(decision))) ?? []
    return names.flatMap(({ row, name }) => (mayName(row) ? [name] : [])).toSorted()
  }

  /** How many decisions are called so, by their number, or by their title where they have none. */
  bearers(name: string): number {
    return this.rowsCalled(name).length
  }

  /** Rows with a decision of this number, or of this title without a number; a row comes once for each. */
  rowsCalled(name: string): readonly number[] {
    return this.#called.get(linkKey(name)) ?? []
  }

  /** Rows with a decision in whose place they say that this one stands. */
  rowsNaming(name: string): number[] {
    return [...new Set((this.#superseded.get(linkKey(name)) ?? []).map(({ row }) => row))]
  }

  /** The highest number that begins with `prefix` and ends in digits; 0 when there is none. */
  highest(prefix: string): number {
    const start = linkKey(prefix)
    let most = 0
    for (const key of this.#holders.keys()) {
      const rest = key.startsWith(start) ? key.slice(start.length) : ''
      if (/^\d{1,9}$/.test(rest)) most = Math.max(most, Number(rest))
    }
    return most
  }

  #drop(row: number): void {
    for (const { key, nameKey, successor } of this.#ofRow.get(row) ?? NONE) {
      without(this.#called, nameKey, (holder) => holder === row)
      without(this.#holders, key, (holder) => holder === row)
      without(this.#superseded, successor, (entry) => entry.row === row)
    }
    this.#ofRow.delete(row)
  }
}

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key)
  if (list) return list
  const made: T[] = []
  map.set(key, made)
  return made
}

function without<T>(map: Map<string, T[]>, key: string, isGone: (item: T) => boolean): void {
  const left = map.get(key)?.filter((item) => !isGone(item))
  if (left?.length === 0) map.delete(key)
  else if (left) map.set(key, left)
}
