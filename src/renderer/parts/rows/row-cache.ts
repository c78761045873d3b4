/** Lists that were shown lately, by their query: coming back shows the rows at once. */
import { PagedRows, type PagedRowsOptions, type ReadPage } from './paged-rows.ts'

export class RowCache<Row> {
  private readonly lists = new Map<string, PagedRows<Row>>()

  constructor(
    private readonly keep = 12,
    private readonly options: PagedRowsOptions = {},
  ) {}

  /** The list of this key; made with `read` when it is not held. */
  get(key: string, read: ReadPage<Row>): PagedRows<Row> {
    const held = this.lists.get(key)
    const list = held ?? new PagedRows(read, this.options)
    // a Map keeps the order of insertion: the first one is the one that was not asked for the longest
    this.lists.delete(key)
    this.lists.set(key, list)
    for (const oldest of this.lists.keys()) {
      if (this.lists.size <= this.keep) break
      this.lists.delete(oldest)
    }
    return list
  }

  /** The data have changed. */
  refresh(): void {
    for (const list of this.lists.values()) list.refresh()
  }

  /** Another workspace: nothing of the old one may be shown. */
  clear(): void {
    this.lists.clear()
  }
}
