/** A meeting as a VEVENT (RFC 5545, 3.6.1), as far as its date is known. Pure. */
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { parsePartialDate } from '../../../shared/model/partial-date.ts'
import { addDays } from '../calendar.ts'
import { dateTimeValue, dateValue, parameterValue, textValue } from './content-lines.ts'
import { isZone } from './zone-time.ts'

/** Somebody with an e-mail address. */
export interface Addressed {
  readonly name: string
  readonly email: string
}

export interface Invited extends Addressed {
  readonly isChair: boolean
  readonly presence: MeetingRecord['participants'][number]['presence']
}

export interface People {
  readonly organiser: Addressed | null
  readonly attendees: readonly Invited[]
}

const isDay = (date: string) => parsePartialDate(date)?.day !== undefined

/** True when the day is known on which it begins: a calendar has no place for other events. */
export const hasDay = ({ start }: Pick<MeetingRecord, 'start'>): boolean => isDay(start)

const UTC_NAMES: ReadonlySet<string> = new Set(['utc', 'gmt', 'etc/utc', 'etc/gmt', 'zulu', 'etc/zulu', 'etc/uct', 'uct'])

/** The zone of its times as a calendar writes it; empty for none and for one that is not known. */
export const zoneOf = ({ timeZone }: Pick<MeetingRecord, 'timeZone'>): string =>
  UTC_NAMES.has(timeZone.toLowerCase()) ? 'UTC' : isZone(timeZone) ? timeZone : ''

/** The years of the days on which it begins and ends. */
export const yearsOf = ({ start, end }: Pick<MeetingRecord, 'start' | 'end'>): number[] =>
  [start, end].filter(isDay).map((day) => Number(day.slice(0, 4)))

type Times = Pick<MeetingRecord, 'start' | 'startTime' | 'end' | 'endTime' | 'timeZone'>

/** DTSTART and, where something is known of it, DTEND. Of a meeting of several days whose last hour is not known, the end of its last day. */
function timeLines(meeting: Times): string[] {
  const { start, startTime, endTime } = meeting
  const end = isDay(meeting.end) && meeting.end >= start ? meeting.end : ''
  if (startTime === '') return [`DTSTART;VALUE=DATE:${dateValue(start)}`, `DTEND;VALUE=DATE:${dateValue(addDays(end || start, 1))}`]
  const zone = zoneOf(meeting)
  const at = (name: string, day: string, time: string) => {
    const value = dateTimeValue(Date.parse(`${day}T${time}:00Z`), zone === 'UTC')
    return zone === '' || zone === 'UTC' ? `${name}:${value}` : `${name};TZID=${zone}:${value}`
  }
  const lines = [at('DTSTART', start, startTime)]
  const last = end || (meeting.end === '' ? start : '')
  if (endTime !== '' && last !== '' && `${last}T${endTime}` > `${start}T${startTime}`) lines.push(at('DTEND', last, endTime))
  else if (endTime === '' && last > start) lines.push(at('DTEND', addDays(last, 1), '00:00'))
  return lines
}

const CLASSES = { public: 'PUBLIC', internal: 'PRIVATE', confidential: 'CONFIDENTIAL', 'strictly confidential': 'CONFIDENTIAL' } as const
const REPLIES: Readonly<Partial<Record<Invited['presence'], string>>> = {
  present: 'ACCEPTED',
  remote: 'ACCEPTED',
  apologies: 'DECLINED',
  replaced: 'DELEGATED',
}

const address = ({ name, email }: Addressed, parameters = '') => `;CN=${parameterValue(name || email)}${parameters}:mailto:${email}`

const attendeeLine = ({ isChair, presence, ...person }: Invited) =>
  `ATTENDEE${address(person, `;CUTYPE=INDIVIDUAL;ROLE=${isChair ? 'CHAIR' : 'REQ-PARTICIPANT'};PARTSTAT=${REPLIES[presence] ?? 'NEEDS-ACTION'}`)}`

/** Lines of the component, with the agenda as its description. Its time stamps are the record's own, so that the same record gives the same bytes. */
export function eventLines(meeting: MeetingRecord, { organiser, attendees }: People, agenda: readonly string[] = []): string[] {
  const stamp = (instant: string) => dateTimeValue(Date.parse(instant), true)
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.id}`,
    `DTSTAMP:${stamp(meeting.updatedAt)}`,
    `CREATED:${stamp(meeting.createdAt)}`,
    `LAST-MODIFIED:${stamp(meeting.updatedAt)}`,
    `SEQUENCE:${meeting.rev - 1}`,
    ...timeLines(meeting),
    `SUMMARY:${textValue(meeting.title)}`,
    ...(meeting.place === '' ? [] : [`LOCATION:${textValue(meeting.place)}`]),
    ...(agenda.length === 0 ? [] : [`DESCRIPTION:${textValue(agenda.map((item, at) => `${at + 1}. ${item}`).join('\n'))}`]),
    `CLASS:${CLASSES[meeting.classification]}`,
    ...(organiser ? [`ORGANIZER${address(organiser)}`] : []),
    ...attendees.map(attendeeLine),
    'END:VEVENT',
  ]
}
