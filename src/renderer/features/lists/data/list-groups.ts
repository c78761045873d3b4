/** Headings between the rows of a list that is ordered by date. The list is long: only loaded rows are looked at. */
import type { ListRow } from '../../../../shared/contract/lists.ts'
import type { Section, Sort } from '../../../parts/rows/sections.ts'

type RowAt = (index: number) => ListRow | undefined

/** Longest way back from a part to its conference. */
const REACH = 300

export const isGrouped = (section: Section, sort: Sort): boolean => sort.key === 'date' && (section === 'meetings' || section === 'notes')

const yearOf = ({ head }: ListRow): string => (head.kind === 'meeting' ? head.start : head.kind === 'note' ? head.date : '').slice(0, 4)

/** The group a row stands in: a year, the empty string without a date; undefined where the rows are not loaded. */
export function groupAt(index: number, rowAt: RowAt): string | undefined {
  // the parts of a conference stand in its year, whenever they were
  for (let at = index; at >= Math.max(0, index - REACH); at -= 1) {
    const row = rowAt(at)
    if (!row) return undefined
    if (row.depth === 0 || at === 0) return yearOf(row)
  }
  return undefined
}

/** The heading that stands over a row; undefined for none. */
export function headingOver(index: number, rowAt: RowAt): string | undefined {
  const row = rowAt(index)
  if (!row || (row.depth > 0 && index > 0)) return undefined
  const group = yearOf(row)
  if (index === 0) return group
  const before = groupAt(index - 1, rowAt)
  return before === undefined || before === group ? undefined : group
}
