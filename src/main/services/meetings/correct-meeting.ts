/** A corrigendum: the one way in which an adopted text changes. */
import type { Input } from '../../../shared/contract/index.ts'
import { adoptedDocument } from '../../../shared/markdown/adopted-document.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { MAX_ITEMS } from '../../../shared/model/common.ts'
import { adoptedHeading } from '../../../shared/model/vocabulary.ts'
import { endsBeforeStart, partialDateSpan } from '../../../shared/model/partial-date.ts'
import type { AnyRecord, MeetingRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { readToChange, refuseTakenNames } from '../records/record-checks.ts'
import { cleanName } from '../records/record-names.ts'
import { relinkOthers, retitled } from '../records/rename-record.ts'
import { refusedField } from '../service-context.ts'
import { hashOfDocument } from './adopted-hash.ts'
import { withFollowUpCarried } from './follow-through.ts'

/** @throws AppError INVALID_INPUT */
export function asMeeting(record: AnyRecord): MeetingRecord {
  if (record.kind !== 'meeting') throw refusedField('id', 'otherKind', `“${record.title}” is a ${record.kind}, not a meeting.`)
  return record
}

type Correction = Omit<Input<'meetings.compareCorrection'>, 'id'>

/** What is being prepared, when it says something else than what is issued: another window wrote it, and it stays. */
function draftAfter(current: MeetingRecord, issued: MeetingRecord): MeetingRecord['draftCorrigendum'] {
  const draft = current.draftCorrigendum
  return draft && adoptedDocument(corrected(current, draft)) !== adoptedDocument(issued) ? draft : null
}

/** The record with what the adopted document says put right. */
export function corrected(meeting: MeetingRecord, correction: Correction): MeetingRecord {
  const given = [...adoptedHeading, 'participants' as const, 'body' as const].filter((field) => correction[field] !== undefined)
  const title = correction.title === undefined ? meeting.title : cleanName(correction.title)
  return { ...meeting, ...Object.fromEntries(given.map((field) => [field, correction[field]])), title }
}

/**
 * Stages the document as it reads now, with the corrigendum that says so, and the links to its title when that is another.
 * @throws AppError NOT_FOUND, CONFLICT, TITLE_TAKEN, INVALID_INPUT with `notAdopted`, `noReason`, `noDate`, `future`, `beforeBefore`
 * (before the adoption or the corrigendum before it), `beforeMeeting` (a meeting that begins after its adoption), `nothing` or `tooMany`
 */
export async function correctMeeting(
  transaction: Transaction,
  input: Input<'meetings.correct'>,
  { index, today }: { readonly index: RecordIndex; readonly today: string },
): Promise<void> {
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
  if (next.start !== current.start && endsBeforeStart(next.start, adoption.on))
    throw refusedField('start', 'beforeMeeting', 'The meeting would begin after its minutes were adopted.')
  const carried = withFollowUpCarried(next, current.body)
  const issued: MeetingRecord = {
    ...carried,
    corrigenda: [...corrigenda, { on: input.on, reason, sha256: hashOfDocument(next) }],
    draftCorrigendum: draftAfter(current, next),
  }
  if (next.title === current.title) return transaction.put(issued, current.rev)
  const renamed = retitled({ ...issued, title: current.title }, next.title)
  refuseTakenNames(transaction, renamed, [next.title], index)
  transaction.put(renamed, current.rev)
  await relinkOthers(transaction, current, next.title, index)
}
