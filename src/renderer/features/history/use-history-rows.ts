import { useCallback, useEffect, useMemo, useState } from 'react'
import type { HistoryRow } from '../../../shared/contract/history.ts'
import { client } from '../../api/client.ts'
import { PagedRows } from '../../parts/rows/paged-rows.ts'
import { usePagedRows } from '../../parts/rows/use-paged-rows.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'

const WINDOW = 50

export interface HistoryRows {
  /** Null until the first answer. */
  readonly total: number | null
  /** Those that are there, the latest first. */
  readonly rows: readonly HistoryRow[]
  readonly slow: boolean
  readonly error: unknown
  /** Asks for the next window. */
  readonly more: () => void
}

/** The versions of a record, a window at a time, kept current. */
export function useHistoryRows(id: string): HistoryRows {
  const asked = useMemo(
    () => new PagedRows<HistoryRow>((from, count) => client.call('history.list', { id, from, count }), { pageSize: WINDOW }),
    [id],
  )
  const { rows: paged, slow } = usePagedRows(asked)
  const [wanted, setWanted] = useState(WINDOW)
  useEffect(() => paged.show(0, wanted), [paged, wanted])
  useEffect(
    () =>
      onRecordsChange(({ everything, upserted, removed }) => {
        if (everything || removed.includes(id) || upserted.some((record) => record.id === id)) asked.refresh()
      }),
    [asked, id],
  )
  const rows: HistoryRow[] = []
  for (let index = 0; index < Math.min(wanted, paged.total ?? 0); index += 1) {
    const row = paged.row(index)
    if (!row) break
    rows.push(row)
  }
  const more = useCallback(() => setWanted((now) => now + WINDOW), [])
  return { total: paged.total, rows, slow, error: paged.error, more }
}
