/** A meeting as the person makes it of an event of a calendar file. Pure. */
import type { CalendarAttendee, CalendarDraft } from '../../../../shared/contract/calendar.ts'
import { titleProblem } from '../../../../shared/model/vocabulary.ts'
import { isPartialDate } from '../../../../shared/model/partial-date.ts'
import type { RecordInput } from '../../../../shared/model/record.ts'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { parseTime } from '../parse-time.ts'

export interface DraftAttendee extends CalendarAttendee {
  /** Becomes a participant. */
  readonly taken: boolean
}

export interface MeetingDraft extends Pick<
  CalendarDraft,
  'title' | 'start' | 'startTime' | 'end' | 'endTime' | 'timeZone' | 'place' | 'text' | 'calendarUid'
> {
  readonly attendees: readonly DraftAttendee[]
}

export const meetingDraft = ({
  title,
  start,
  startTime,
  end,
  endTime,
  timeZone,
  place,
  text,
  calendarUid,
  attendees,
}: CalendarDraft): MeetingDraft => ({
  title,
  start,
  startTime,
  end,
  endTime,
  timeZone,
  place,
  text,
  calendarUid,
  attendees: attendees.map((attendee) => ({ ...attendee, taken: true })),
})

/** What keeps the meeting from being made; undefined when nothing does. */
export function draftProblem({ title, start, startTime, end, endTime }: MeetingDraft) {
  const problem = titleProblem(title)
  if (problem) return { field: 'title' as const, problem }
  if (![start, end].every(isPartialDate)) return { field: 'date' as const }
  return [startTime, endTime].every((time) => parseTime(time) !== undefined) ? undefined : { field: 'time' as const }
}

/** The first of those taken who has this function. */
const holderOf = (draft: MeetingDraft, held: 'chair' | 'secretary') =>
  draft.attendees.find(({ taken, participant }) => taken && participant.function === held)?.participant.person ?? ''

export function meetingInput(draft: MeetingDraft): RecordInput {
  const { attendees, text, title, ...fields } = draft
  const named = attendees.filter(({ taken, participant }) => taken && participant.person !== '')
  // two addresses of one person
  const once = named.filter(
    ({ participant }, place) => named.findIndex((other) => linkKey(other.participant.person) === linkKey(participant.person)) === place,
  )
  return {
    kind: 'meeting',
    ...fields,
    title: title.replace(/\s+/gu, ' ').trim(),
    chair: holderOf(draft, 'chair'),
    secretary: holderOf(draft, 'secretary'),
    participants: once.map(({ participant }) => participant),
    body: text,
  }
}
