/**
 * Sorted orders of rows, kept from one query to the next and from one opening to the next. A commit only notes which rows
 * it touched; they are moved to their places, by binary search, when the order is asked for.
 */
import type { Kind } from '../../../shared/model/common.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Workspace } from '../../workspace/port.ts'
import { encodeNumbers, NumbersFile } from '../derived/numbers.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import { entryComparator, listTitle, sortValue, type Direction, type SortContext, type SortEntry, type SortKey } from './list-sort.ts'
import { pacedSort } from './paced-sort.ts'

/** Orders that depend on other records than the one that changed, and of which kinds those are. */
const DEPENDS_ON: Readonly<Partial<Record<SortKey, readonly Kind[]>>> = { lastMet: ['meeting', 'contact'], represents: ['country'] }
/** Above this, sorting anew costs less than moving one by one. */
const MOVED_AT_MOST = 200
const ORDERS_KEPT = 24
const ORDERS_FILE = 'orders'
/** Raise it when orders come out differently. */
const ORDERS_VERSION = 1

export interface OrderOf {
  /** null: all kinds. */
  readonly kind: Kind | null
  readonly trashed: boolean
  readonly key: SortKey
  readonly direction: Direction
  /** Only records whose text has decisions. */
  readonly withDecisions?: boolean
}

interface Order {
  readonly of: OrderOf
  /** Undefined while it is sorted for the first time. */
  rows: Uint32Array | undefined
  readonly touched: Set<number>
  /** Rows of records that were erased before this opening may still be in it. */
  mayHaveErased: boolean
}

export class ListOrders {
  readonly #workspace: Workspace
  readonly #index: RecordIndex
  readonly #context: SortContext
  /** The one used last stands last. */
  readonly #orders = new Map<string, Order>()
  readonly #sorting = new Map<string, Promise<Uint32Array>>()
  #unsaved = false

  constructor(workspace: Workspace, index: RecordIndex, context: SortContext) {
    this.#workspace = workspace
    this.#index = index
    this.#context = context
  }

  /** The rows of a list in order. They must not be changed, and are the caller's no longer after the next commit. */
  async rows(of: OrderOf): Promise<Uint32Array> {
    const name = nameOf(of)
    const order = this.#orders.get(name)
    const sorting = this.#sorting.get(name)
    if (sorting) return sorting
    if (order?.rows && order.touched.size <= MOVED_AT_MOST) {
      this.#orders.delete(name)
      this.#orders.set(name, order)
      return this.#moved(order, order.rows)
    }
    const built = this.#build(name, of).finally(() => this.#sorting.delete(name))
    this.#sorting.set(name, built)
    return built
  }

  /** Notes what a commit touched. */
  apply(rows: readonly number[], kinds: ReadonlySet<Kind>): void {
    this.#unsaved = true
    for (const [name, order] of this.#orders) {
      if (DEPENDS_ON[order.of.key]?.some((kind) => kinds.has(kind))) this.#orders.delete(name)
      else if (order.touched.size <= MOVED_AT_MOST || !order.rows) for (const row of rows) order.touched.add(row)
    }
  }

  /** Forgets orders that depend on the day. */
  dayChanged(): void {
    for (const [name, order] of this.#orders) if (order.of.key === 'lastMet') this.#orders.delete(name)
  }

  /** Takes up the orders of the last opening. */
  async load(): Promise<void> {
    const file = await this.#workspace.derived.read(ORDERS_FILE, ORDERS_VERSION)
    const changed = file && this.#workspace.changedSince(file.revision)
    if (!file || !changed || changed.length > MOVED_AT_MOST) return
    const touched = changed.flatMap((id) => this.#workspace.rowOf(id) ?? [])
    try {
      const numbers = new NumbersFile(file.bytes)
      const listed = JSON.parse(Buffer.from(numbers.bytes('orders')).toString()) as readonly OrderOf[]
      for (const [at, of] of listed.entries()) {
        this.#orders.set(nameOf(of), {
          of,
          rows: numbers.integers(`rows.${at}`),
          touched: new Set(touched),
          mayHaveErased: changed.length > 0,
        })
      }
    } catch {
      this.#orders.clear() // a file that cannot be used is made again, as if it were not there
    }
  }

  /** Writes the orders that were used, to be read at the next opening. */
  async save(revision: number): Promise<void> {
    if (!this.#unsaved || this.#workspace.readOnly !== null) return
    const kept = [...this.#orders.values()].flatMap((order) => {
      const sound = order.rows && order.touched.size <= MOVED_AT_MOST && !DEPENDS_ON[order.of.key]
      return sound && order.rows ? [{ of: order.of, rows: this.#moved(order, order.rows) }] : []
    })
    this.#unsaved = false
    const arrays = kept.map(({ rows }, at) => [`rows.${at}`, rows] as const)
    const listed = Buffer.from(JSON.stringify(kept.map(({ of }) => of)))
    await this.#workspace.derived.write(ORDERS_FILE, ORDERS_VERSION, revision, encodeNumbers([['orders', listed], ...arrays]))
  }

  async #build(name: string, of: OrderOf): Promise<Uint32Array> {
    const order: Order = { of, rows: undefined, touched: new Set(), mayHaveErased: false }
    this.#orders.delete(name)
    const oldest = this.#orders.keys().next()
    if (this.#orders.size >= ORDERS_KEPT && !oldest.done) this.#orders.delete(oldest.value)
    // at once: what is committed meanwhile is noted in it
    this.#orders.set(name, order)
    const entries: SortEntry[] = []
    const next = pacing(PACE)
    // what is committed meanwhile is noted as touched, whether it came by here or not
    for (const row of this.#index.rows(of.kind, of.trashed)) {
      await next()
      const entry = this.#belongs(row, of) ? this.#entry(row, of) : undefined
      if (entry) entries.push(entry)
    }
    const sorted = await pacedSort(entries, entryComparator(of.key, of.direction))
    order.rows = Uint32Array.from(sorted, ({ row }) => row)
    this.#unsaved = true
    // dropped meanwhile, because it depended on what was committed: sorted once more
    if (this.#orders.get(name) !== order || order.touched.size > MOVED_AT_MOST) return this.#build(name, of)
    return this.#moved(order, order.rows)
  }

  #belongs(row: number, of: OrderOf): boolean {
    const { columns } = this.#index
    if (of.kind !== null && columns.kind(row) !== of.kind) return false
    if (of.trashed ? !columns.isTrashed(row) : !columns.isLive(row)) return false
    return of.withDecisions !== true || columns.decisions(row) > 0
  }

  #entry(row: number, { key }: OrderOf): SortEntry | undefined {
    const head: RecordHead | undefined = this.#workspace.headAt(row)
    return head && { row, value: sortValue(head, key, this.#context), title: listTitle(head), id: head.id }
  }

  /** The rows with those that were touched in their places. */
  #moved(order: Order, rows: Uint32Array): Uint32Array {
    if (order.touched.size === 0 && !order.mayHaveErased) return rows
    const { of, touched } = order
    const compare = entryComparator(of.key, of.direction)
    const standing = rows.filter((row) => !touched.has(row) && (!order.mayHaveErased || this.#belongs(row, of)))
    order.mayHaveErased = false
    const moving = [...touched].flatMap((row) => (this.#belongs(row, of) ? (this.#entry(row, of) ?? []) : [])).toSorted(compare)
    const moved = new Uint32Array(standing.length + moving.length)
    let from = 0
    for (const [at, entry] of moving.entries()) {
      const place = this.#placeFor(standing, entry, from, of, compare)
      moved.set(standing.subarray(from, place), from + at)
      moved[place + at] = entry.row
      from = place
    }
    moved.set(standing.subarray(from), from + moving.length)
    touched.clear()
    order.rows = moved
    this.#unsaved = true
    return moved
  }

  /** Where `entry` goes in rows that are sorted, not before `from`. */
  #placeFor(rows: Uint32Array, entry: SortEntry, from: number, of: OrderOf, compare: (a: SortEntry, b: SortEntry) => number): number {
    let low = from
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#entry(rows[middle] ?? 0, of)
      if (other && compare(other, entry) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Heads worked on between two turns of the event loop. */
const PACE = 500

const nameOf = ({ kind, trashed, key, direction, withDecisions = false }: OrderOf) =>
  JSON.stringify([kind, trashed, key, direction, withDecisions])
