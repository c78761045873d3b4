/** Decisions read out of bodies, as rows of a list. */
import type { Output } from '../../../shared/contract/index.ts'
import { words } from '../../../shared/text/fold.ts'
import { textDate } from '../head-text.ts'
import { compareText } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'

export type DecisionRow = Output<'decisions.list'>['rows'][number]

/** The decisions of one record in the order of its text. */
export function decisionsOf(index: RecordIndex, id: string): DecisionRow[] {
  const head = index.head(id)
  if (!head) return []
  return index.decisions(id).map(({ line, number, title, text }) => ({
    recordId: id,
    recordKind: head.kind,
    recordTitle: head.title,
    recordDate: textDate(head),
    line,
    number,
    title,
    text,
  }))
}

/** The newest first; those of one text in its order. */
const newestFirst = (a: DecisionRow, b: DecisionRow) => {
  if (a.recordDate !== b.recordDate) return a.recordDate > b.recordDate ? -1 : 1
  if (a.recordId === b.recordId) return a.line - b.line
  return compareText(a.recordTitle, b.recordTitle) || (a.recordId < b.recordId ? -1 : 1)
}

/** The decisions of all records. */
export function allDecisions(index: RecordIndex): DecisionRow[] {
  return [...index.recordsWithDecisions()].flatMap((id) => decisionsOf(index, id)).toSorted(newestFirst)
}

/** A test for rows: every word of `text` begins a word of the decision, its number or the record's title. */
export function decisionFilter(text: string): (row: DecisionRow) => boolean {
  const wanted = words(text)
  return (row) => {
    if (wanted.length === 0) return true
    const own = words([row.number, row.title, row.text, row.recordTitle].join(' '))
    return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)))
  }
}
