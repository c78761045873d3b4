/** Which meeting is on: by its hours where both are given, else by its days. Pure. */
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { localDay } from '../calendar.ts'
import { zoneOf } from '../icalendar/event-lines.ts'
import { instantOf } from '../icalendar/zone-time.ts'

export type MeetingTimes = Pick<MeetingRecord, 'start' | 'startTime' | 'end' | 'endTime' | 'timeZone'>

const isDay = (date: string) => date.length === 'YYYY-MM-DD'.length

/** The instant at which clocks show this: those of the meeting's zone, or the host's where it has none. */
function instantAt(zone: string, day: string, time: string): number {
  return zone === '' ? new Date(`${day}T${time}:00`).getTime() : instantOf(zone, Date.parse(`${day}T${time}:00Z`))
}

/** Whether it is on at an instant. One that ends before it begins is taken by its days, one whose day is not known never. */
export function isOn(meeting: MeetingTimes, at: number): boolean {
  const { start, startTime, endTime } = meeting
  if (!isDay(start)) return false
  const last = isDay(meeting.end) && meeting.end > start ? meeting.end : start
  if (startTime !== '' && endTime !== '') {
    const zone = zoneOf(meeting)
    const [from, until] = [instantAt(zone, start, startTime), instantAt(zone, last, endTime)]
    if (from < until) return from <= at && at < until
  }
  const today = localDay(at)
  return start <= today && today <= last
}
