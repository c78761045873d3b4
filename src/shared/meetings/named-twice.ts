/** Rows of a list that name a person who is in it already. Pure. */
import { linkKey } from '../text/link-key.ts'

/** For each row the row in which the same person stands already; -1 for none, and for rows that name nobody. */
export function earlierRows<Row>(rows: readonly Row[], nameOf: (row: Row) => string): number[] {
  const first = new Map<string, number>()
  return rows.map((row, index) => {
    const key = linkKey(nameOf(row))
    if (key === '') return -1
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, index)
    return earlier ?? -1
  })
}

/** Each person once, as the first row has it; rows that name nobody are all kept. */
export function eachOnce<Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] {
  const earlier = earlierRows(rows, nameOf)
  return rows.filter((_, index) => earlier[index] === -1)
}
