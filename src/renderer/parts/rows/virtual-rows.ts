/** Which rows of a long list exist on the page. Knows nothing of React; the page's elements come as boxes. */
import { RowOffsets } from './row-offsets.ts'

export interface ScrollBox {
  scrollTop: number
  readonly clientHeight: number
}
export interface RowBox {
  readonly offsetHeight: number
}
/**
 * `start`: at the upper edge. `nearest`: no further than it must. `sight`: in the middle, unless it is in sight already.
 */
export type Align = 'start' | 'nearest' | 'sight'

export interface VirtualRowsShape {
  readonly count: number
  /** The height of most rows, in CSS pixels. */
  readonly rowHeight: number
  /** What stands over the rows inside the scroller and stays there: a table's head. */
  readonly above: number
  /** What covers the upper edge of the rows: the heading that stays in sight. */
  readonly covered: number
}

/** Rows that exist; `to` is excluded, `top` is the first in sight. */
export interface SeenRows {
  readonly from: number
  readonly to: number
  readonly top: number
}

/** Rows that exist beyond the edges, so that a turn of the wheel shows no gap. */
const OVERSCAN = 6
/** Enough for a first guess, before there is a box to look at. */
const FIRST = 30

/**
 * Rows are measured when they are there. What is in sight keeps its place when a row above it turns out to be of
 * another height, and a row that was scrolled to is reached also when the rows on the way were not measured yet.
 */
export class VirtualRows {
  private readonly listeners = new Set<() => void>()
  private readonly boxes = new Map<number, RowBox>()
  private offsets: RowOffsets
  private scroller: ScrollBox | null = null
  private target: { readonly index: number; readonly align: Align } | null
  private seen: SeenRows
  private version = 0

  constructor(
    private shape: VirtualRowsShape,
    firstTop: number,
  ) {
    this.offsets = new RowOffsets(shape.count, shape.rowHeight)
    this.target = firstTop > 0 ? { index: firstTop, align: 'start' } : null
    this.seen = { from: firstTop, to: firstTop + FIRST, top: firstTop }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  /** Changes whenever something has to be drawn again. */
  readonly snapshot = (): number => this.version

  get rows(): SeenRows {
    const { count } = this.shape
    const from = Math.min(this.seen.from, count)
    return { from, to: Math.max(from, Math.min(this.seen.to, count)), top: Math.min(this.seen.top, Math.max(0, count - 1)) }
  }

  /** Rows that fit into sight. */
  get page(): number {
    const { above, covered, rowHeight } = this.shape
    return Math.max(1, Math.floor(((this.scroller?.clientHeight ?? 0) - above - covered) / rowHeight) - 1)
  }

  startOf(index: number): number {
    return this.offsets.start(index)
  }

  setScroller(scroller: ScrollBox | null): void {
    this.scroller = scroller
  }

  setRow(index: number, box: RowBox | null): void {
    if (box) this.boxes.set(index, box)
    else this.boxes.delete(index)
  }

  /** After every drawing and before anything is painted: measures what is there. */
  drawn(shape: VirtualRowsShape): void {
    this.shape = shape
    if (shape.count !== this.offsets.count) this.offsets = this.offsets.resized(shape.count)
    const { scroller, offsets } = this
    if (!scroller) return
    const anchor = offsets.indexAt(scroller.scrollTop)
    const before = offsets.start(anchor)
    let changed = false
    for (const [index, { offsetHeight }] of this.boxes) changed = offsets.set(index, offsetHeight) || changed
    const shift = offsets.start(anchor) - before
    if (!this.target && shift !== 0) scroller.scrollTop += shift
    const moved = this.reach()
    // once more: what has come into sight may be of another height; the target is reached when nothing moves any more
    const looked = this.look()
    if (changed || moved || looked) this.tell()
    else this.target = null
  }

  /** The scroller has been moved. */
  readonly scrolled = (): void => {
    if (this.look()) this.tell()
  }

  /** Takes in which rows are in sight now; true when they are others. */
  private look(): boolean {
    const { scroller, offsets, seen } = this
    if (!scroller) return false
    const top = offsets.indexAt(scroller.scrollTop)
    const last = offsets.indexAt(scroller.scrollTop + scroller.clientHeight)
    const next = { from: Math.max(0, top - OVERSCAN), to: last + 1 + OVERSCAN, top }
    if (seen.from === next.from && seen.to === next.to && seen.top === next.top) return false
    this.seen = next
    return true
  }

  /** The width has changed, and lines break elsewhere. */
  readonly resized = (): void => this.tell()

  readonly scrollTo = (index: number, align: Align): void => {
    this.target = { index, align }
    this.reach()
    this.tell()
  }

  /** Scrolls to the target; true when it had to. */
  private reach(): boolean {
    const { scroller, target, offsets } = this
    if (!scroller || !target) return false
    const { above, covered } = this.shape
    const start = offsets.start(target.index)
    const height = offsets.start(target.index + 1) - start
    const room = scroller.clientHeight - above
    const before = scroller.scrollTop
    if (target.align === 'start') scroller.scrollTop = start
    else {
      const hidden = start < before + covered
      const below = start + height > before + room
      if (target.align === 'sight' && (hidden || below)) scroller.scrollTop = Math.max(0, start - (room - height) / 2)
      else if (hidden) scroller.scrollTop = Math.max(0, start - covered)
      else if (below) scroller.scrollTop = start + height - room
    }
    return scroller.scrollTop !== before
  }

  private tell(): void {
    this.version += 1
    for (const listener of this.listeners) listener()
  }
}
