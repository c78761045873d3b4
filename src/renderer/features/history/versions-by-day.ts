import type { HistoryRow } from '../../../shared/contract/history.ts'
import { localDay } from '../../i18n/dates.ts'

export interface DayOfVersions {
  /** The reader's own day, `YYYY-MM-DD`. */
  readonly day: string
  readonly rows: readonly HistoryRow[]
}

/** Versions as they come, the latest first, under the days on which they were saved. Pure. */
export function versionsByDay(
  rows: readonly HistoryRow[],
  dayOf: (at: string) => string = (at) => localDay(new Date(at)),
): DayOfVersions[] {
  const days: { readonly day: string; readonly rows: HistoryRow[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.at)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}
