/** A corrigendum: the one way in which an adopted text changes. */
import type { Input } from '../../../shared/contract/index.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_ITEMS } from '../../../shared/model/common.ts'
import { endsBeforeStart, partialDateSpan } from '../../../shared/model/partial-date.ts'
import type { AnyRecord, MeetingRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { readToChange } from '../records/record-checks.ts'
import { refusedField } from '../service-context.ts'
import { hashOfDocument } from './adopted-hash.ts'
import { withFollowUpCarried } from './follow-through.ts'

/** @throws AppError INVALID_INPUT */
export function asMeeting(record: AnyRecord): MeetingRecord {
  if (record.kind !== 'meeting') throw refusedField('id', 'otherKind', `“${record.title}” is a ${record.kind}, not a meeting.`)
  return record
}

/** The record with its text, or its participants as they are printed, put right. */
export function corrected(
  meeting: MeetingRecord,
  { body, participants }: Pick<Input<'meetings.correct'>, 'body' | 'participants'>,
): MeetingRecord {
  return { ...meeting, body: body ?? meeting.body, participants: participants ?? meeting.participants }
}

/**
 * Stages the text as it reads now, with the corrigendum that says so.
 * @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT with `notAdopted`, `noReason`, `noDate`, `future`, `beforeBefore` (before
 * the adoption or the corrigendum before it), `nothing` or `tooMany`
 */
export async function correctMeeting(transaction: Transaction, input: Input<'meetings.correct'>, today: string): Promise<void> {
  const current = asMeeting(await readToChange(transaction, input.id, input.baseRev))
  const { adoption, corrigenda } = current
  const reason = input.reason.trim()
  if (!isAdoptedText(current))
    throw refusedField('id', 'notAdopted', `“${current.title}” is not adopted: its text is changed as it stands.`)
  if (reason === '') throw refusedField('reason', 'noReason', 'A corrigendum says why it was issued.')
  if (input.on === '') throw refusedField('on', 'noDate', 'A corrigendum says when it was issued.')
  if (partialDateSpan(input.on).first > today) throw refusedField('on', 'future', 'The corrigendum lies in the future.')
  if (endsBeforeStart(corrigenda.at(-1)?.on || adoption.on, input.on))
    throw refusedField('on', 'beforeBefore', 'A corrigendum comes after the adoption and after the corrigenda before it.')
  if (corrigenda.length >= MAX_ITEMS) throw refusedField('id', 'tooMany', `“${current.title}” has as many corrigenda as a text may have.`)
  const next = corrected(current, input)
  if (jsonEqual(next, current)) throw refusedField('body', 'nothing', 'The corrigendum changes nothing.')
  const carried = withFollowUpCarried(next, current.body)
  transaction.put({ ...carried, corrigenda: [...corrigenda, { on: input.on, reason, sha256: hashOfDocument(next) }] }, current.rev)
}
