/**
 * Where each row of a long list begins, when most rows have one height and some another. A Fenwick tree over the
 * differences: setting a height, asking for an offset and finding the row at an offset take log n steps, so that a list
 * of 100,000 rows scrolls as one of 100 does.
 */
export class RowOffsets {
  private readonly tree: Float64Array
  private readonly own: Float64Array
  private readonly top: number

  constructor(
    readonly count: number,
    /** Height of a row that has not been measured, in CSS pixels. */
    readonly rowHeight: number,
  ) {
    this.tree = new Float64Array(count + 1)
    this.own = new Float64Array(count)
    this.top = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count))
  }

  /** The same heights for another number of rows. */
  resized(count: number): RowOffsets {
    const next = new RowOffsets(count, this.rowHeight)
    for (let index = 0; index < Math.min(count, this.count); index += 1) {
      const difference = this.own[index] ?? 0
      if (difference !== 0) next.add(index, difference)
    }
    return next
  }

  /** Whether the height was another one before. */
  set(index: number, height: number): boolean {
    const change = height - this.rowHeight - (this.own[index] ?? 0)
    if (index >= this.count || change === 0) return false
    this.add(index, change)
    return true
  }

  /** Where a row begins; for `count`, where the last one ends. */
  start(index: number): number {
    let sum = index * this.rowHeight
    for (let at = index; at > 0; at -= at & -at) sum += this.tree[at] ?? 0
    return sum
  }

  /** The row in which an offset lies; the first or last one for offsets outside. */
  indexAt(offset: number): number {
    let index = 0
    let rest = offset
    for (let step = this.top; step > 0; step = Math.floor(step / 2)) {
      const height = step * this.rowHeight + (this.tree[index + step] ?? 0)
      if (index + step <= this.count && height <= rest) {
        index += step
        rest -= height
      }
    }
    return Math.max(0, Math.min(index, this.count - 1))
  }

  private add(index: number, difference: number): void {
    this.own[index] = (this.own[index] ?? 0) + difference
    for (let at = index + 1; at <= this.count; at += at & -at) this.tree[at] = (this.tree[at] ?? 0) + difference
  }
}
