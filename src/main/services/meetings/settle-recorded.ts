/** What was recorded for an item that the text has no more: to one that it has, or out of the log (docs/adr/0009-follow-up.md). */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { findDecisions } from '../../../shared/markdown/decisions.ts'
import { followUpKey, followUpPlace } from '../../../shared/markdown/follow-up.ts'
import { orphansOf } from '../../../shared/markdown/standing.ts'
import { findTasks } from '../../../shared/markdown/tasks.ts'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import type { FollowUpEntry } from '../../../shared/model/meeting.ts'
import type { AnyRecord, MeetingRecord } from '../../../shared/model/record.ts'
import { refusedField } from '../service-context.ts'
import { placeAsSeen } from '../texts/place-as-seen.ts'
import { asMeeting } from './correct-meeting.ts'

type Asked = Input<'meetings.settleRecorded'>
type Target = NonNullable<Asked['to']>

/** The record with its log settled. @throws AppError CONFLICT, INVALID_INPUT */
export function withRecordedSettled(record: AnyRecord, { of, key, nth, to }: Asked): MeetingRecord {
  const meeting = asMeeting(record)
  const { actions, decisions } = orphansOf(meeting)
  const settled = new Set((of === 'action' ? actions : decisions).filter((entry) => entry.key === key && entry.nth === nth))
  if (settled.size === 0)
    throw new AppError('CONFLICT', `“${meeting.title}” has nothing recorded so any more. Nothing was written.`, { title: meeting.title })
  const place = to && placeOf(meeting, of, to)
  return {
    ...meeting,
    followUp: meeting.followUp.flatMap((entry) => (settled.has(entry) ? (place ? [{ ...entry, ...place }] : []) : [entry])),
  }
}

function placeOf(meeting: MeetingRecord, of: FollowUpEntry['of'], { line, key }: Target): Pick<FollowUpEntry, 'key' | 'nth'> {
  if (of === 'action' && !isAdoptedText(meeting))
    throw refusedField('to', 'notAdopted', `“${meeting.title}” is not adopted: its actions are changed in its text.`)
  const items = of === 'action' ? findTasks(meeting.body) : findDecisions(meeting.body)
  const at = placeAsSeen<(typeof items)[number]>(meeting, items, { what: of, line, isSame: (item) => followUpKey(item) === key })
  return followUpPlace(items, at)
}
