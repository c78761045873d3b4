/** Rows of a long list, asked for by the page and only where they are seen. Knows nothing of React or of records. */

export interface PageOfRows<Row> {
  readonly revision: number
  readonly total: number
  readonly rows: readonly Row[]
}

export type ReadPage<Row> = (from: number, count: number) => Promise<PageOfRows<Row>>

interface Page<Row> {
  rows: readonly Row[]
  /** The data have changed since; shown until the new rows are there. */
  stale: boolean
}

export interface PagedRowsOptions {
  readonly pageSize?: number
  /** Pages kept in memory; those furthest from what is seen go first. */
  readonly keep?: number
  /** Requests on their way at once: dragging the scroll bar over 100,000 rows must not ask for all of them. */
  readonly concurrency?: number
}

/** The contract's largest window. */
const MOST_AT_ONCE = 500

export class PagedRows<Row> {
  /** All rows of the list, `null` until the first answer. */
  total: number | null = null
  /** Why the last request failed; rows that are there stay. */
  error: unknown = null

  private readonly pages = new Map<number, Page<Row>>()
  private readonly pending = new Set<number>()
  private readonly listeners = new Set<() => void>()
  private readonly pageSize: number
  private readonly keep: number
  private readonly concurrency: number
  private generation = 0
  private revision = -1
  private version = 0
  private seen = { from: 0, to: 1 }

  constructor(
    private readonly read: ReadPage<Row>,
    options: PagedRowsOptions = {},
  ) {
    this.pageSize = options.pageSize ?? 100
    this.keep = options.keep ?? 24
    this.concurrency = options.concurrency ?? 2
  }

  /** A number that changes with every change of what is shown. */
  readonly snapshot = (): number => this.version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  row(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / this.pageSize))?.rows[index % this.pageSize]
  }

  /** The index of the first loaded row that fits. */
  find(fits: (row: Row) => boolean): number | undefined {
    for (const [page, { rows }] of this.pages) {
      const at = rows.findIndex(fits)
      if (at >= 0) return page * this.pageSize + at
    }
    return undefined
  }

  /** Says which rows are seen (`to` excluded); what is missing of them or stale is asked for. */
  show(from: number, to: number): void {
    this.seen = { from: Math.max(0, from), to: Math.max(from + 1, to) }
    this.ask()
  }

  /**
   * The data have changed: every page is asked for again when it is seen, and shown as it is until then. Without a
   * listener nobody sees anything, and nothing is asked until the next {@link show}.
   */
  refresh(): void {
    this.generation += 1
    this.error = null
    for (const page of this.pages.values()) page.stale = true
    if (this.listeners.size > 0) this.ask()
  }

  /** The rows from `from` up to `to` (excluded), also those that are not held; they are not kept. */
  async collect(from: number, to: number): Promise<Row[]> {
    const rows: Row[] = []
    for (let at = from; at < to;) {
      const held = this.row(at)
      if (held !== undefined) {
        rows.push(held)
        at += 1
        continue
      }
      const answer = await this.read(at, Math.min(MOST_AT_ONCE, to - at))
      if (answer.rows.length === 0) break
      rows.push(...answer.rows)
      at += answer.rows.length
    }
    return rows
  }

  private wanted(): number[] {
    const last = this.total === null ? 0 : Math.floor(Math.max(0, this.total - 1) / this.pageSize)
    const first = Math.min(Math.floor(this.seen.from / this.pageSize), last)
    const wanted: number[] = []
    for (let page = first; page <= Math.min(last, Math.floor((this.seen.to - 1) / this.pageSize)); page += 1) {
      const held = this.pages.get(page)
      if ((!held || held.stale) && !this.pending.has(page)) wanted.push(page)
    }
    return wanted
  }

  private ask(): void {
    if (this.error !== null) return
    for (const page of this.wanted()) {
      if (this.pending.size >= this.concurrency) return
      void this.load(page)
    }
  }

  private async load(page: number): Promise<void> {
    const { generation } = this
    this.pending.add(page)
    try {
      const answer = await this.read(page * this.pageSize, this.pageSize)
      // an answer from before a change is better than nothing, but it is asked for again
      this.pages.set(page, { rows: answer.rows, stale: generation !== this.generation })
      if (answer.revision >= this.revision) {
        this.revision = answer.revision
        this.total = answer.total
      }
      this.drop()
    } catch (error) {
      this.error = error
    }
    this.pending.delete(page)
    this.version += 1
    for (const listener of this.listeners) listener()
    this.ask()
  }

  private drop(): void {
    const lastPage = Math.floor(Math.max(0, (this.total ?? 1) - 1) / this.pageSize)
    for (const page of this.pages.keys()) if (page > lastPage) this.pages.delete(page)
    if (this.pages.size <= this.keep) return
    const middle = (this.seen.from + this.seen.to) / 2 / this.pageSize
    const byDistance = [...this.pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const page of byDistance.slice(0, this.pages.size - this.keep)) this.pages.delete(page)
  }
}
