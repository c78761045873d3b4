/** Decisions read out of bodies, as rows of a list. */
import type { Output } from '../../../shared/contract/index.ts'
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
