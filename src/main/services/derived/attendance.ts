/** Who took part in a meeting, and which countries and organisations were represented. Pure. */
import type { Participant } from '../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

/** Somebody whom a row names and who came, or is expected to. */
export interface Attendee {
  readonly person: string
  readonly country: string
  readonly organisation: string
}

const AWAY: ReadonlySet<string> = new Set(['apologies', 'absent'])

function attendeeOf(row: Participant): Attendee | undefined {
  if (AWAY.has(row.presence)) return undefined
  const person = row.presence === 'replaced' ? row.replacedBy : row.person
  return { person, country: row.represents.country, organisation: row.represents.organisation }
}

export const attendeesOf = (meeting: MeetingRecord): Attendee[] =>
  meeting.participants.map(attendeeOf).filter((found) => found !== undefined)

export interface Attendance {
  /** Link keys of the people, organisations and body that were there. */
  readonly keys: readonly string[]
  readonly countries: readonly string[]
}

export function attendanceOf(meeting: MeetingRecord): Attendance {
  const attendees = attendeesOf(meeting)
  const away = new Set(
    meeting.participants.filter((row) => AWAY.has(row.presence) || row.presence === 'replaced').map((row) => linkKey(row.person)),
  )
  const officers = [meeting.chair, meeting.secretary].map(linkKey).filter((key) => !away.has(key))
  const names = attendees.flatMap(({ person, organisation }) => [linkKey(person), linkKey(organisation)])
  return {
    keys: [...new Set([...names, ...officers, linkKey(meeting.meetingBody)])].filter((key) => key !== ''),
    countries: [...new Set([...meeting.countries, ...attendees.map(({ country }) => country)])].filter((code) => code !== ''),
  }
}
