/** Decisions read out of bodies, as rows of a list. */
import type { Output } from '../../../shared/contract/index.ts'
import { words } from '../../../shared/text/fold.ts'
import { textDate } from '../head-text.ts'
import type { RecordIndex } from '../record-index.ts'

export type DecisionRow = Output<'decisions.list'>['rows'][number]

/** The decisions of one record in the order of its text. */
export function decisionsAt(index: RecordIndex, row: number): DecisionRow[] {
  const head = index.headAt(row)
  if (!head) return []
  return index.decisions(row).map(({ line, number, title, text }) => ({
    recordId: head.id,
    recordKind: head.kind,
    recordTitle: head.title,
    recordDate: textDate(head),
    line,
    number,
    title,
    text,
  }))
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
