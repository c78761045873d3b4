/** What was recorded for an item that the text has no more: to one that it has, or out of the log (docs/adr/0009-follow-up.md). */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { findDecisions } from '../../../shared/markdown/decisions.ts'
import { followUpKey, followUpPlace } from '../../../shared/markdown/follow-up.ts'
import { orphansOf } from '../../../shared/markdown/standing.ts'
import { findTasks } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { FollowUpEntry } from '../../../shared/model/follow-up.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord, MeetingRecord, NoteRecord } from '../../../shared/model/record.ts'
import { refusedField } from '../service-context.ts'
import { placeAsSeen } from '../texts/place-as-seen.ts'

type Logged = MeetingRecord | NoteRecord
type Asked = Input<'meetings.settleRecorded'>
type Target = NonNullable<Asked['to']>

/** The record with its log settled. @throws AppError CONFLICT, INVALID_INPUT */
export function withRecordedSettled(record: AnyRecord, { of, key, nth, to }: Asked): Logged {
  if (!hasLog(record))
    throw refusedField('id', 'otherKind', `“${record.title}” is a ${record.kind}, and only meetings and notes keep what followed.`)
  const { actions, decisions } = orphansOf(record)
  const settled = new Set((of === 'action' ? actions : decisions).filter((entry) => entry.key === key && entry.nth === nth))
  if (settled.size === 0)
    throw new AppError('CONFLICT', `“${record.title}” has nothing recorded so any more. Nothing was written.`, { title: record.title })
  const place = to && placeOf(record, of, to)
  return {
    ...record,
    followUp: record.followUp.flatMap((entry) => (settled.has(entry) ? (place ? [{ ...entry, ...place }] : []) : [entry])),
  }
}

function placeOf(record: Logged, of: FollowUpEntry['of'], { line, key }: Target): Pick<FollowUpEntry, 'key' | 'nth'> {
  if (of === 'action' && !isAdoptedText(record))
    throw refusedField('to', 'notAdopted', `“${record.title}” is not adopted: its actions are changed in its text.`)
  const items = of === 'action' ? findTasks(record.body) : findDecisions(record.body)
  const at = placeAsSeen<(typeof items)[number]>(record, items, { what: of, line, isSame: (item) => followUpKey(item) === key })
  return followUpPlace(items, at)
}
