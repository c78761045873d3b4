/** Decisions read out of bodies, as rows of a list. */
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { WITHHELD } from '../../../shared/markdown/withhold.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { textDate } from '../head-text.ts'
import type { RecordIndex } from '../record-index.ts'
import type { DecisionNames } from './decision-names.ts'

/** The decisions of one record in the order of its text. Other texts above `upTo` are not named. */
export function decisionsAt(index: RecordIndex, names: DecisionNames, row: number, upTo: Classification): DecisionRow[] {
  const head = index.headAt(row)
  if (!head) return []
  const mayName = (other: number) => {
    const named = index.headAt(other)
    return named !== undefined && isWithin(named.classification, upTo)
  }
  return index.decisions(row).map((decision) => ({
    recordId: head.id,
    recordKind: head.kind,
    recordTitle: head.title,
    recordDate: textDate(head),
    classification: head.classification,
    adopted: isAdoptedText(head),
    ...decision,
    // the day says when the other one was taken
    ...(!names.rowsCalled(decision.supersededBy).every(mayName) && { supersededBy: WITHHELD, statusOn: '' }),
    supersedes: names.supersededBy(decision, mayName),
    clashes: names
      .clashesOf(decision, row)
      .filter(mayName)
      .flatMap((other) => index.headAt(other) ?? [])
      .map(({ id, kind, title }) => ({ id, kind, title })),
  }))
}
