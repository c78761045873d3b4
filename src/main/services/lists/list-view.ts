/** The lists of one open workspace. Results are kept until the next commit, so that scrolling asks for nothing anew. */
import type { RecordHead } from '../../../shared/model/head.ts'
import type { Commit, Workspace } from '../../workspace/port.ts'
import { dateNumber } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import type { RecordIndex } from '../record-index.ts'
import { placeParts, type PlacedRows } from './conference-parts.ts'
import { listFilter, type ListRow, type ParsedQuery } from './list-filter.ts'
import { ListOrders, type OrderOf } from './list-orders.ts'

const RESULTS_KEPT = 8

/** The rows that a text lets through; null: all. */
export type RowsWithText = (text: string, trashed: boolean) => Promise<ReadonlySet<number> | null>

export class ListView {
  readonly #workspace: Workspace
  readonly #index: RecordIndex
  readonly #orders: ListOrders
  readonly #today: () => string
  readonly #rowsWithText: RowsWithText
  readonly #results = new Map<string, Promise<PlacedRows>>()
  /** Asked for once a contact while contacts are sorted. */
  readonly #countryNames = new Map<string, string>()
  #day = ''

  constructor(workspace: Workspace, index: RecordIndex, today: () => string, rowsWithText: RowsWithText) {
    this.#rowsWithText = rowsWithText
    this.#workspace = workspace
    this.#index = index
    this.#today = today
    this.#orders = new ListOrders(workspace, index, {
      countryName: (code) => this.#countryName(code),
      lastMet: (head) => this.#lastMet(head),
    })
  }

  /** Takes up the orders of the last opening. */
  load(): Promise<void> {
    return this.#orders.load()
  }

  save(): Promise<void> {
    return this.#orders.save(this.#workspace.revision)
  }

  /** `rows` are those that the commit touched. */
  apply({ changes }: Commit, rows: readonly number[]): void {
    this.#results.clear()
    this.#countryNames.clear()
    this.#orders.apply(rows, new Set(changes.map(({ kind }) => kind)))
  }

  /** The index of the search is whole: what was filtered without it is found anew. */
  textsKnown(): void {
    this.#results.clear()
  }

  /** The rows of a list in order. */
  order(of: OrderOf): Promise<Uint32Array> {
    this.#noticeDay()
    return this.#orders.rows(of)
  }

  /** Everything a query matches, in order. */
  result(query: ParsedQuery): Promise<PlacedRows> {
    this.#noticeDay()
    const name = JSON.stringify(query)
    const kept = this.#results.get(name)
    if (kept) return kept
    const oldest = this.#results.keys().next()
    if (this.#results.size >= RESULTS_KEPT && !oldest.done) this.#results.delete(oldest.value)
    const result = this.#find(query)
    this.#results.set(name, result)
    // a failure is not kept
    result.catch(() => this.#results.delete(name))
    return result
  }

  /** The row at a place of a result, with what other records say of its record. */
  rowAt({ rows, depths }: PlacedRows, at: number): ListRow | undefined {
    const row = rows[at]
    const head = row === undefined ? undefined : this.#workspace.headAt(row)
    if (row === undefined || !head) return undefined
    return { head, depth: depths?.[at] ?? 0, lastMet: this.#lastMet(head), related: this.#related(head, row) }
  }

  async #find(query: ParsedQuery): Promise<PlacedRows> {
    const { kind, trashed, sort } = query
    let order: Uint32Array
    let version: number
    let named: ReadonlySet<number> | null
    // what follows must see the records that the order saw
    do {
      version = this.#index.version
      named = await this.#rowsWithText(query.text, trashed)
      order = await this.#orders.rows({ kind, trashed, ...sort })
    } while (version !== this.#index.version)
    const tests = listFilter(query, this.#index, named)
    const rows = tests.length === 0 ? order : order.filter((row) => tests.every((test) => test(row)))
    const isGrouped = kind === 'meeting' && !trashed && sort.key === 'date'
    return isGrouped
      ? placeParts(rows, { wholeOf: (row) => this.#wholeOf(row), startOf: (row) => this.#startOf(row) })
      : { rows, depths: null }
  }

  #countryName(code: string): string {
    const known = this.#countryNames.get(code)
    if (known !== undefined) return known
    const name = this.#index.country(code)?.title ?? code
    this.#countryNames.set(code, name)
    return name
  }

  #wholeOf(row: number): number | undefined {
    const [key] = this.#index.named(row, 'partOf')
    return key === undefined ? undefined : this.#index.rowByKey(key)
  }

  #startOf(row: number): string {
    const head = this.#workspace.headAt(row)
    return head?.kind === 'meeting' ? `${head.start} ${head.startTime}` : ''
  }

  #lastMet(head: RecordHead): string {
    return head.kind === 'contact' ? this.#index.lastMet(this.#index.keysOf(head), dateNumber(this.#day || this.#today())) : ''
  }

  #related(head: RecordHead, row: number): number {
    if (head.kind === 'meeting') return this.#index.dues(row).filter((packed) => stateOf(packed) === 'open').length
    if (head.kind !== 'country') return 0
    const { columns } = this.#index
    let notes = 0
    for (const other of this.#index.rowsOfCountry(head.code, ['own']))
      if (columns.kind(other) === 'note' && columns.isLive(other)) notes += 1
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
