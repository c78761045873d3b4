/** Calendar files: a meeting out of one, meetings into one. */
import type { CalendarEvent, calendarMethods } from '../../../shared/contract/calendar.ts'
import { agendaItems, provisionalAgenda } from '../../../shared/markdown/agenda-items.ts'
import { plainText } from '../../../shared/markdown/plain.ts'
import { AppError } from '../../../shared/errors.ts'
import { homeZone } from '../../../shared/meetings/place-zones.ts'
import { MAX_CALENDAR_EVENTS } from '../../../shared/model/calendar-file.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { pacing } from '../pacing.ts'
import { notFound, refusedField, type Service, type ServiceContext } from '../service-context.ts'
import { tellingUpTo, type Telling } from '../texts/may-name.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { attendeesOf } from './attendees.ts'
import { readCalendarFile, textOf, type CalendarFile } from './calendar-file.ts'
import { contentOf } from './content-lines.ts'
import { draftOf, summaryOf } from './event-draft.ts'
import { eventLines, hasDay, yearsOf, zoneOf } from './event-lines.ts'
import { meetingOfEvent } from './meeting-of-event.ts'
import { peopleOf } from './event-people.ts'
import { contactAddresses, peopleOfMeeting } from './meeting-people.ts'
import { timeZoneLines } from './time-zone-lines.ts'

/** Between two turns of the event loop. */
const SUMMARIES_AT_ONCE = 200

async function draftIn(open: OpenWorkspace, file: CalendarFile, place: number) {
  const event = file.events[place]
  if (!event) throw new AppError('NOT_FOUND', 'The calendar file has no such event. Nothing was made of it.')
  const { notes, ...draft } = draftOf(event, file)
  const { people, more } = peopleOf(event)
  return {
    ...draft,
    notes: more === 0 ? notes : [...notes, { code: 'more' as const, about: String(more) }],
    attendees: await attendeesOf(open, people, draft.start),
    same: await meetingOfEvent(open, draft.calendarUid),
  }
}

async function readMeeting({ workspace, index }: OpenWorkspace, id: string): Promise<MeetingRecord> {
  const record = index.head(id) && (await workspace.read(id))
  if (!record) throw notFound(id)
  if (record.kind !== 'meeting') throw refusedField('ids', 'kind', 'Only meetings go into a calendar.')
  return record
}

/** The items in plain words. */
function agendaOf({ body, stage }: MeetingRecord, telling: Telling): string[] {
  const headings = agendaItems(body)
  const items = headings.length === 0 && stage === 'planned' ? (provisionalAgenda(body) ?? []) : headings
  return items.map((item) => plainText(telling.text(item)).text)
}

const noDay = () =>
  new AppError(
    'INVALID_INPUT',
    'A calendar has a place only for what has a day. No file was made; fill in the day on which the meeting begins.',
    { problem: 'noDay' },
  )

/** Handles `calendar.*`. */
export function calendarService({ session, version }: ServiceContext): Service<typeof calendarMethods> {
  return {
    'calendar.read': ({ base64, event }) =>
      session.use(async (open) => {
        const file = readCalendarFile(textOf(Buffer.from(base64, 'base64')), homeZone())
        const chosen = event ?? (file.events.length === 1 ? 0 : null)
        if (chosen !== null) return { events: [], more: 0, draft: await draftIn(open, file, chosen) }
        const nextEvent = pacing(SUMMARIES_AT_ONCE)
        const events: CalendarEvent[] = []
        for (const [place, one] of file.events.slice(0, MAX_CALENDAR_EVENTS).entries()) {
          await nextEvent()
          events.push(summaryOf(one, file, place))
        }
        return {
          events: events.toSorted((a, b) => (a.start + a.startTime < b.start + b.startTime ? 1 : -1)),
          more: file.events.length - events.length,
          draft: null,
        }
      }),

    'calendar.write': ({ ids }) =>
      session.use(async (open) => {
        const home = homeZone()
        const withoutDay: string[] = []
        const withoutZone: string[] = []
        const meetings: MeetingRecord[] = []
        for (const id of new Set(ids)) {
          const meeting = await readMeeting(open, id)
          const isUnzoned = meeting.startTime !== '' && zoneOf(meeting) === ''
          if (!hasDay(meeting)) withoutDay.push(meeting.title)
          else if (isUnzoned) {
            withoutZone.push(meeting.title)
            meetings.push({ ...meeting, timeZone: home })
          } else meetings.push(meeting)
        }
        const [first] = meetings
        if (!first) throw noDay()
        const zones = new Map<string, number[]>()
        const events: string[] = []
        let withheld = 0
        const addressFor = contactAddresses(open)
        for (const meeting of meetings) {
          const people = await peopleOfMeeting(open, meeting, addressFor)
          withheld += people.withheld
          // in a file of the meeting's level nothing is said of what is above it
          const telling = await tellingUpTo(open, meeting.classification)
          const told = { ...meeting, title: telling.text(meeting.title), place: telling.text(meeting.place) }
          events.push(...eventLines(told, people, agendaOf(meeting, telling)))
          const zone = meeting.startTime === '' ? '' : zoneOf(meeting)
          if (zone !== '' && zone !== 'UTC') zones.set(zone, [...(zones.get(zone) ?? []), ...yearsOf(meeting)])
        }
        const lines = [
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          `PRODID:-//Rapporteur//Rapporteur ${version}//EN`,
          'CALSCALE:GREGORIAN',
          ...[...zones].flatMap(([zone, years]) => timeZoneLines(zone, years)),
          ...events,
          'END:VCALENDAR',
        ]
        const name = meetings.length === 1 ? first.title : 'Meetings'
        return { name, text: contentOf(lines), events: meetings.length, withoutDay, withoutZone, zone: home, withheld }
      }),
  }
}
