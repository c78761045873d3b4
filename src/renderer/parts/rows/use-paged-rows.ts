import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PagedRows } from './paged-rows.ts'

const SLOW = 200

export interface PagedRowsState<Row> {
  /** What to show: the rows of the query before, until those of the new one are there. */
  readonly rows: PagedRows<Row>
  /** True once `rows` are those of the query that was asked. */
  readonly current: boolean
  /** Nothing to show for more than 200 ms. */
  readonly slow: boolean
}

export function usePagedRows<Row>(asked: PagedRows<Row>): PagedRowsState<Row> {
  const [shown, setShown] = useState(asked)
  const [slowFor, setSlowFor] = useState<PagedRows<Row> | null>(null)
  useSyncExternalStore(asked.subscribe, asked.snapshot)
  const ready = asked.total !== null || asked.error !== null
  if (ready && shown !== asked) setShown(asked)
  useEffect(() => {
    // rows ask for themselves when they are drawn; an empty list has none, and it may have been filled meanwhile
    if (!asked.total) asked.show(0, 1)
    if (ready) return
    const timer = setTimeout(() => setSlowFor(asked), SLOW)
    return () => clearTimeout(timer)
  }, [asked, ready])
  const rows = ready ? asked : shown
  return { rows, current: rows === asked, slow: rows.total === null && slowFor === asked && !ready }
}
