import { firstOf } from '../lists/first-of.ts'
import type { RecordIndex } from '../record-index.ts'

/** Rows of the earliest dates, as many as asked for and those that share the last one's date. `sign` -1: the latest. */
export function earliest(index: RecordIndex, rows: readonly number[], count: number, sign: 1 | -1 = 1): readonly number[] {
  const { columns } = index
  const first = firstOf(
    rows,
    () => true,
    count,
    (a, b) => (columns.date(a) - columns.date(b)) * sign,
  )
  const last = first.at(-1)
  if (last === undefined || first.length < count) return rows
  return rows.filter((row) => (columns.date(row) - columns.date(last)) * sign <= 0)
}
