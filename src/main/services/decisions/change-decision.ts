/** What becomes of a decision, in the log beside its text; and its number, in the text. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { changeDecision } from '../../../shared/markdown/change-decision.ts'
import { findDecisions, type Decision } from '../../../shared/markdown/decisions.ts'
import { decisionsWithFollowUp, entryOfStatus, MAX_SUCCESSOR, type DecisionStatus } from '../../../shared/markdown/follow-up.ts'
import { findTasks } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_ITEMS } from '../../../shared/model/common.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { namesNumber, withNumberInActions } from '../derived/linked-actions.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { adoptedError } from '../records/record-patch.ts'
import { refusedField } from '../service-context.ts'
import { placeAsSeen } from '../texts/place-as-seen.ts'

type Seen = Pick<Input<'decisions.setStatus'>, 'line' | 'number' | 'title'>
type Fate = Seen & { readonly status: DecisionStatus; readonly supersededBy: string; readonly on: string }

/** @throws AppError CONFLICT */
const placeOf = (record: AnyRecord, decisions: readonly Decision[], { line, number, title }: Seen): number =>
  placeAsSeen(record, decisions, { what: 'decision', line, isSame: (each) => each.number === number && each.title === title })

/**
 * The record with what became of one decision; the same one when that stands there already, of the same day.
 * @throws AppError UNSUPPORTED, CONFLICT, INVALID_INPUT with `needed`, `tooLong`, `beforeTaken`, `future` or `tooMany`
 */
export function withStatus(record: AnyRecord, input: Fate, today: string): AnyRecord {
  if (!hasLog(record))
    throw new AppError(
      'UNSUPPORTED',
      `“${record.title}” is a ${record.kind}. What became of a decision is recorded for meetings and notes only.`,
      {},
    )
  const found = findDecisions(record.body)
  const at = placeOf(record, found, input)
  const { status, supersededBy, on } = input
  if (status === 'superseded' && supersededBy.trim() === '')
    throw refusedField('supersededBy', 'needed', 'A decision that is superseded names the one in its place.')
  if (supersededBy.trim().length > MAX_SUCCESSOR)
    throw refusedField('supersededBy', 'tooLong', `The name of the decision in its place is longer than ${MAX_SUCCESSOR} characters.`)
  const taken = record.kind === 'meeting' ? record.start : record.date
  if (taken !== '' && partialDateSpan(on).last < partialDateSpan(taken).first)
    throw refusedField('on', 'beforeTaken', `The day lies before the decision was taken: “${record.title}” is of ${taken}.`)
  if (partialDateSpan(on).first > today) throw refusedField('on', 'future', 'The day on which this happened lies in the future.')
  const now = decisionsWithFollowUp(found, record.followUp).decisions[at]
  const successor = status === 'superseded' ? supersededBy.trim() : ''
  // in force by the text alone has no day
  const isOfThatDay = now?.statusOn === on || now?.statusOn === ''
  if (now?.status === status && now.supersededBy === successor && isOfThatDay) return record
  if (record.followUp.length >= MAX_ITEMS)
    throw refusedField('status', 'tooMany', `“${record.title}” has ${MAX_ITEMS} entries of what followed, which is the most.`)
  return { ...record, followUp: [...record.followUp, entryOfStatus(found, at, { status, supersededBy: successor, on })] }
}

/** Whether actions of the text name a number that it has twice: nobody can say which of its decisions they mean. */
export const isUnclearWithin = ({ body }: AnyRecord, number: string): boolean =>
  findDecisions(body).filter((decision) => isNumber(decision, number)).length > 1 &&
  findTasks(body).some((task) => namesNumber(task, number))

const isNumber = (decision: Decision, number: string) => linkKey(decision.number) === linkKey(number)

/**
 * The record with another number for one decision, the actions of its text that name it, and what the log says of it under that number.
 * @throws AppError
 */
export function renumbered(record: AnyRecord, input: Seen & Pick<Input<'decisions.renumber'>, 'newNumber'>): AnyRecord {
  if (isAdoptedText(record)) throw adoptedError(record, ['body'])
  const before = findDecisions(record.body)
  const at = placeOf(record, before, input)
  const body = changeDecision(record.body, before[at]?.line ?? 0, { number: input.newNumber.trim() })
  if (body === null)
    throw refusedField('newNumber', 'number', 'A number of a decision has a slash and a digit, and no spaces, such as SC/2023/5.')
  if (body === record.body) return record
  const isOnly = input.number !== '' && before.filter((each) => isNumber(each, input.number)).length === 1
  const named = isOnly ? withNumberInActions(body, input.number, input.newNumber.trim()) : body
  return withFollowUpCarried({ ...record, body: named }, record.body, { samePlaces: true })
}
