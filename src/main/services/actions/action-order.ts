/** The actions of all records by deadline, as numbers: which row, and which of its actions. */
import { lastDay } from '../derived/date-number.ts'
import { dueOf, stateOf } from '../derived/facts-store.ts'
import type { RecordIndex } from '../record-index.ts'

/** More actions of one text than this are not told apart; nobody has written half as many. */
const OF_ONE_TEXT = 2 ** 16
const DATES = 2 ** 25

export interface ActionPlace {
  readonly row: number
  /** Which of the row's actions, from 0. */
  readonly ordinal: number
  /** Deadline and state; see `packDue`. */
  readonly packed: number
}

/** Open, and its deadline has passed. `day` is a day as a number. */
export const isOverdue = (packed: number, day: number): boolean => {
  const due = dueOf(packed)
  return stateOf(packed) === 'open' && due !== 0 && lastDay(due) < day
}

interface Order {
  /** Deadline and date of the text: smaller comes first. */
  readonly ranks: Float64Array
  /** `row * OF_ONE_TEXT + ordinal` */
  readonly places: Float64Array
  readonly packed: Uint32Array
}

const NOTHING: Order = { ranks: new Float64Array(0), places: new Float64Array(0), packed: new Uint32Array(0) }

export class ActionOrder {
  readonly #index: RecordIndex
  #order: Order | undefined
  readonly #touched = new Set<number>()

  constructor(index: RecordIndex) {
    this.#index = index
  }

  /** Notes what a commit touched. */
  apply(rows: readonly number[]): void {
    if (this.#order) for (const row of rows) this.#touched.add(row)
  }

  /** By deadline, those without one last; then the newest text first, and the order of the text. */
  *places(): Iterable<ActionPlace> {
    const { places, packed } = this.#current()
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0
      yield { row: Math.floor(place / OF_ONE_TEXT), ordinal: place % OF_ONE_TEXT, packed: packed[at] ?? 0 }
    }
  }

  #current(): Order {
    if (!this.#order) this.#order = this.#merged(NOTHING, new Set(), this.#index.rowsWithTasks())
    else if (this.#touched.size > 0) {
      this.#order = this.#merged(this.#order, this.#touched, this.#touched)
      this.#touched.clear()
    }
    return this.#order
  }

  /** `order` without the actions of `left` and with those of `taken`. */
  #merged(order: Order, left: ReadonlySet<number>, taken: Iterable<number>): Order {
    const fresh = this.#sorted(taken)
    const { ranks, places, packed } = order
    const keeps = left.size === 0 ? places : places.filter((place) => !left.has(Math.floor(place / OF_ONE_TEXT)))
    const length = keeps.length + fresh.length
    const merged: Order = { ranks: new Float64Array(length), places: new Float64Array(length), packed: new Uint32Array(length) }
    let into = 0
    let next = 0
    const put = (rank: number, place: number, due: number) => {
      merged.ranks[into] = rank
      merged.places[into] = place
      merged.packed[into++] = due
    }
    let kept = 0
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0
      if (place !== keeps[kept]) continue
      kept += 1
      const rank = ranks[at] ?? 0
      for (let other = fresh[next]; other && this.#comesBefore(other, rank, place); other = fresh[next]) {
        put(other.rank, other.place, other.packed)
        next += 1
      }
      put(rank, place, packed[at] ?? 0)
    }
    for (const { rank, place, packed: due } of fresh.slice(next)) put(rank, place, due)
    return merged
  }

  #sorted(rows: Iterable<number>): Ranked[] {
    const { columns } = this.#index
    const found: Ranked[] = []
    for (const row of rows) {
      const kind = columns.kind(row)
      const date = kind === 'meeting' || kind === 'note' ? columns.date(row) : 0
      for (const [ordinal, packed] of this.#index.dues(row).entries()) {
        if (ordinal === OF_ONE_TEXT) break
        const due = dueOf(packed) || DATES - 1
        found.push({ rank: due * DATES + (DATES - 1 - date), place: row * OF_ONE_TEXT + ordinal, packed })
      }
    }
    return found.toSorted((a, b) => (this.#comesBefore(a, b.rank, b.place) ? -1 : 1))
  }

  #comesBefore(one: Ranked, rank: number, place: number): boolean {
    if (one.rank !== rank) return one.rank < rank
    const own = Math.floor(one.place / OF_ONE_TEXT)
    const other = Math.floor(place / OF_ONE_TEXT)
    return own === other ? one.place < place : this.#index.columns.isOlder(own, other)
  }
}

interface Ranked {
  readonly rank: number
  readonly place: number
  readonly packed: number
}
