/** The lists of one open workspace. Results are kept until the next commit, so that scrolling asks for nothing anew. */
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Commit, Workspace } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { placeParts, type Placed } from './conference-parts.ts'
import { listFilter, type ListRow, type ParsedQuery } from './list-filter.ts'
import { ListOrders } from './list-orders.ts'

const RESULTS_KEPT = 8

export class ListView {
  readonly #index: RecordIndex
  readonly #orders: ListOrders
  readonly #today: () => string
  readonly #results = new Map<string, readonly Placed[]>()
  #day = ''

  constructor(workspace: Workspace, index: RecordIndex, today: () => string) {
    this.#index = index
    this.#today = today
    this.#orders = new ListOrders(workspace, {
      countryName: (code) => index.country(code)?.title ?? code,
      lastMet: (head) => this.#lastMet(head),
    })
  }

  apply(commit: Commit): void {
    this.#results.clear()
    this.#orders.apply(commit)
  }

  /** Everything a query matches, in order. */
  result(query: ParsedQuery): readonly Placed[] {
    this.#noticeDay()
    const name = JSON.stringify(query)
    const kept = this.#results.get(name)
    if (kept) return kept
    const { kind, trashed, sort } = query
    const matches = listFilter(query)
    const heads = this.#orders
      .entries({ kind, trashed, ...sort })
      .map(({ head }) => head)
      .filter(matches)
    const grouped = kind === 'meeting' && !trashed && sort.key === 'date'
    const result = grouped
      ? placeParts(heads, ({ partOf }) => (partOf ? this.#index.names.resolve(partOf) : undefined))
      : heads.map((head) => ({ head, depth: 0 }))
    const oldest = this.#results.keys().next()
    if (this.#results.size >= RESULTS_KEPT && !oldest.done) this.#results.delete(oldest.value)
    this.#results.set(name, result)
    return result
  }

  /** A row with what other records say of its record. */
  row({ head, depth }: Placed): ListRow {
    return { head, depth, lastMet: this.#lastMet(head), related: this.#related(head) }
  }

  #lastMet(head: RecordHead): string {
    return head.kind === 'contact' ? this.#index.participation.lastMet(this.#index.keysOf(head.id), this.#day || this.#today()) : ''
  }

  #related(head: RecordHead): number {
    if (head.kind === 'meeting') return this.#index.tasks(head.id).filter(({ state }) => state === 'open').length
    if (head.kind !== 'country') return 0
    let notes = 0
    for (const id of this.#index.recordsOfCountry(head.code)) if (this.#index.head(id)?.kind === 'note') notes += 1
    return notes
  }

  /** A meeting of tomorrow has been held the day after. */
  #noticeDay(): void {
    const day = this.#today()
    if (day === this.#day) return
    this.#day = day
    this.#results.clear()
    this.#orders.dayChanged()
  }
}
