import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { offsetShowing, visibleRange, type Range } from './visible-range.ts'

export interface GridShape {
  readonly rows: number
  readonly columns: number
  readonly rowHeight: number
  /** Few columns are as wide as there is room, within these bounds. */
  readonly columnWidths: { readonly least: number; readonly most: number }
  /** Of the head and of the first columns, which stay in sight. */
  readonly headHeight: number
  readonly sideWidth: number
}

const same = (a: Range, b: Range) => a.from === b.from && a.to === b.to

/** The rows and columns of a scrolled grid that are in sight; drawn anew only when they are others. */
export function useGridWindow({ rows, columns, rowHeight, columnWidths: { least, most }, headHeight, sideWidth }: GridShape) {
  const scroller = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<{ readonly rows: Range; readonly columns: Range; readonly columnWidth: number }>({
    rows: { from: 0, to: 0 },
    columns: { from: 0, to: 0 },
    columnWidth: least,
  })

  // the latest meetings stand last, and are what somebody looks for first
  const latest = useRef(0)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    if (latest.current !== columns) element.scrollLeft = element.scrollWidth
    latest.current = columns
    const look = () => {
      const columnWidth = Math.min(most, Math.max(least, Math.floor((element.clientWidth - sideWidth) / Math.max(1, columns))))
      const next = {
        columnWidth,
        rows: visibleRange(element.scrollTop, element.clientHeight - headHeight, rowHeight, rows),
        columns: visibleRange(element.scrollLeft, element.clientWidth - sideWidth, columnWidth, columns),
      }
      setShown((now) => (same(now.rows, next.rows) && same(now.columns, next.columns) && now.columnWidth === columnWidth ? now : next))
    }
    const observer = new ResizeObserver(look)
    element.addEventListener('scroll', look, { passive: true })
    observer.observe(element)
    look()
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [rows, columns, rowHeight, least, most, headHeight, sideWidth])
  const { columnWidth } = shown

  const show = useCallback(
    (row: number, column: number) => {
      const element = scroller.current
      if (!element) return
      if (row >= 0) element.scrollTop = offsetShowing(row, element.scrollTop, element.clientHeight - headHeight, rowHeight)
      if (column >= 0) element.scrollLeft = offsetShowing(column, element.scrollLeft, element.clientWidth - sideWidth, columnWidth)
    },
    [rowHeight, columnWidth, headHeight, sideWidth],
  )
  /** Rows that fit at once. */
  const page = () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
  return { scroller, shown, show, page }
}
