/**
 * Sorted orders, kept from one query to the next. A commit moves the records it touched by binary search; sorting
 * 20,000 titles anew after every autosave would take longer than the save.
 */
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { Commit, Workspace } from '../../workspace/port.ts'
import { entryComparator, sortValue, type Direction, type SortContext, type SortEntry, type SortKey } from './list-sort.ts'

/** Orders that depend on other records than the one that changed. */
const DERIVED: ReadonlySet<SortKey> = new Set(['lastMet', 'represents'])
/** Above this, sorting anew costs less than moving one by one. */
const MOVED_AT_MOST = 200
const ORDERS_KEPT = 24

export interface OrderOf {
  /** null: all kinds. */
  readonly kind: Kind | null
  readonly trashed: boolean
  readonly key: SortKey
  readonly direction: Direction
}

interface Order {
  readonly of: OrderOf
  readonly compare: (a: SortEntry, b: SortEntry) => number
  entries: SortEntry[]
}

const belongs = (head: RecordHead, of: OrderOf) => (of.kind === null || head.kind === of.kind) && (head.trashedAt !== '') === of.trashed

/** Where `entry` goes in entries that are sorted. */
function placeFor(entries: readonly SortEntry[], entry: SortEntry, compare: Order['compare']): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(entries[middle] as SortEntry, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

export class ListOrders {
  readonly #workspace: Workspace
  readonly #context: SortContext
  readonly #orders = new Map<string, Order>()

  constructor(workspace: Workspace, context: SortContext) {
    this.#workspace = workspace
    this.#context = context
  }

  /** The records of a list in order. */
  entries(of: OrderOf): readonly SortEntry[] {
    const name = JSON.stringify([of.kind, of.trashed, of.key, of.direction])
    const kept = this.#orders.get(name)
    if (kept) return kept.entries
    const compare = entryComparator(of.key, of.direction)
    const entries: SortEntry[] = []
    for (const head of this.#workspace.heads()) if (belongs(head, of)) entries.push(this.#entry(head, of))
    entries.sort(compare)
    const oldest = this.#orders.keys().next()
    if (this.#orders.size >= ORDERS_KEPT && !oldest.done) this.#orders.delete(oldest.value)
    this.#orders.set(name, { of, compare, entries })
    return entries
  }

  /** Moves what a commit touched to its new place. */
  apply(commit: Commit): void {
    const touched = new Set(commit.changes.map(({ id }) => id))
    for (const [name, order] of this.#orders) {
      if (DERIVED.has(order.of.key) || touched.size > MOVED_AT_MOST) this.#orders.delete(name)
      else this.#move(order, touched)
    }
  }

  /** Forgets orders that depend on the day. */
  dayChanged(): void {
    for (const [name, order] of this.#orders) if (order.of.key === 'lastMet') this.#orders.delete(name)
  }

  #entry(head: RecordHead, of: OrderOf): SortEntry {
    return { head, value: sortValue(head, of.key, this.#context) }
  }

  #move(order: Order, touched: ReadonlySet<string>): void {
    const entries = order.entries.filter(({ head }) => !touched.has(head.id))
    for (const id of touched) {
      const head = this.#workspace.head(id)
      if (!head || !belongs(head, order.of)) continue
      const entry = this.#entry(head, order.of)
      entries.splice(placeFor(entries, entry, order.compare), 0, entry)
    }
    order.entries = entries
  }
}
