/** What becomes of a decision, in the log beside its text; and its number, in the text. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { changeDecision } from '../../../shared/markdown/change-decision.ts'
import { findDecisions, type Decision } from '../../../shared/markdown/decisions.ts'
import { decisionsWithFollowUp, entryOfStatus, type DecisionStatus } from '../../../shared/markdown/follow-up.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_ITEMS } from '../../../shared/model/common.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { adoptedError } from '../records/record-patch.ts'
import { notFound, refusedField } from '../service-context.ts'

type Seen = Pick<Input<'decisions.setStatus'>, 'line' | 'number' | 'title'>
type Fate = Seen & { readonly status: DecisionStatus; readonly supersededBy: string; readonly on: string }

/** The decision as it was seen, the nearest of equals. @throws AppError CONFLICT */
function placeOf(record: AnyRecord, decisions: readonly Decision[], { line, number, title }: Seen): number {
  const distance = (at: number) => Math.abs((decisions[at]?.line ?? 0) - line)
  const same = decisions.flatMap((each, at) => (each.number === number && each.title === title ? [at] : []))
  const at = same.toSorted((a, b) => distance(a) - distance(b))[0]
  if (at !== undefined) return at
  throw new AppError('CONFLICT', `“${record.title}” has no such decision any more; its text was changed. Nothing was written.`, {
    title: record.title,
  })
}

/**
 * The record with what became of one decision; the same one when that stands there already, of the same day.
 * @throws AppError UNSUPPORTED, CONFLICT, INVALID_INPUT with `needed`, `future` or `tooMany`
 */
export function withStatus(record: AnyRecord, input: Fate, today: string): AnyRecord {
  if (record.kind !== 'meeting')
    throw new AppError('UNSUPPORTED', `“${record.title}” is a ${record.kind}. What became of a decision is recorded for meetings only.`, {})
  const found = findDecisions(record.body)
  const at = placeOf(record, found, input)
  const { status, supersededBy, on } = input
  if (status === 'superseded' && supersededBy.trim() === '')
    throw refusedField('supersededBy', 'needed', 'A decision that is superseded names the one in its place.')
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

/** The record with another number for one decision, and what the log says of it under that number. @throws AppError */
export function renumbered(record: AnyRecord, input: Seen & Pick<Input<'decisions.renumber'>, 'newNumber'>): AnyRecord {
  if (isAdoptedText(record)) throw adoptedError(record, ['body'])
  const before = findDecisions(record.body)
  const at = placeOf(record, before, input)
  const body = changeDecision(record.body, before[at]?.line ?? 0, { number: input.newNumber.trim() })
  if (body === null)
    throw refusedField('newNumber', 'number', 'A number of a decision has a slash and a digit, and no spaces, such as SC/2023/5.')
  if (body === record.body) return record
  return withFollowUpCarried({ ...record, body }, record.body, { samePlaces: true })
}

/** @returns whether anything was to be written. @throws AppError NOT_FOUND and what `change` throws */
export async function changeRecord(transaction: Transaction, id: string, change: (record: AnyRecord) => AnyRecord): Promise<boolean> {
  const current = await transaction.read(id)
  if (!current) throw notFound(id)
  if (current.trashed) throw notFound(id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  const record = change(current)
  if (record === current) return false
  transaction.put(record, current.rev)
  return true
}
