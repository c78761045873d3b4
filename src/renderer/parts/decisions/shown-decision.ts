/** A decision as lists and the inspector show it, and the names it goes by. */
import type { DecisionRow } from '../../../shared/contract/decisions.ts'
import { isKindWithLog } from '../../../shared/model/kept-log.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { plainWords } from '../actions/plain-words.ts'

export type ShownDecision = Pick<
  DecisionRow,
  | 'recordId'
  | 'recordKind'
  | 'recordTitle'
  | 'recordDate'
  | 'adopted'
  | 'line'
  | 'number'
  | 'title'
  | 'status'
  | 'statusOn'
  | 'supersededBy'
  | 'supersedes'
  | 'clashes'
>

/** "SC/2023/5 Title", as it is read; empty for a decision with neither. */
export const decisionWords = ({ number, title }: Pick<ShownDecision, 'number' | 'title'>): string =>
  [number, plainWords(title)].filter(Boolean).join(' ')

/** What another decision names it by: its number, else its title. */
export const decisionName = ({ number, title }: Pick<ShownDecision, 'number' | 'title'>): string => number || title

/** Whether a name means this decision. */
export const isCalled = (decision: Pick<ShownDecision, 'number' | 'title'>, name: string): boolean =>
  linkKey(decisionName(decision)) === linkKey(name)

/** Whether what became of a decision is recorded beside its text. */
export const hasLog = ({ recordKind }: Pick<ShownDecision, 'recordKind'>): boolean => isKindWithLog(recordKind)
