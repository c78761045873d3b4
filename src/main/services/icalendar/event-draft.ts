/** What a meeting would be made of, as an event of a calendar file says it. Pure but for the system's zone data. */
import type ICAL from 'ical.js'
import type { CalendarDraft, CalendarEvent } from '../../../shared/contract/calendar.ts'
import { MAX_LINE, MAX_TITLE, RESERVED_IN_TITLES } from '../../../shared/model/vocabulary.ts'
import type { CalendarFile, FileEvent } from './calendar-file.ts'
import { inZone, laterBy, momentOf, type Moment } from './file-moment.ts'

type Times = Pick<CalendarDraft, 'start' | 'startTime' | 'end' | 'endTime' | 'timeZone'>
type Note = CalendarDraft['notes'][number]

const DAY = 86_400_000

/** One line without control characters, as long as a field may be. */
export const lineOf = (text: string, length = MAX_LINE): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')

const IN_TITLES: Readonly<Record<string, string>> = { '[': '(', ']': ')' }

/** As a title may be: without what links use. */
const titleOf = (text: string): string =>
  lineOf(Array.from(text, (char) => (RESERVED_IN_TITLES.includes(char) ? (IN_TITLES[char] ?? ' ') : char)).join(''), MAX_TITLE)

const textIn = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstProperty(name)?.jCal[3]
  return typeof value === 'string' ? value : ''
}

const dayOf = (wall: number) => new Date(wall).toISOString().slice(0, 10)
const timeOf = (wall: number) => new Date(wall).toISOString().slice(11, 16)

const DURATION = /^([+-])?P(?=\d|T\d)(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/

/** `PT90M` in seconds (RFC 5545, 3.3.6); undefined for what is no duration. */
function secondsOf(duration: string): number | undefined {
  const match = DURATION.exec(duration)
  if (!match) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0))
  return (match[1] === '-' ? -1 : 1) * ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds)
}

/** The wall-clock time at which it ends, by the zone of its beginning; undefined when the file does not say, null when it says nonsense. */
function endOf(component: ICAL.Component, start: Moment, file: CalendarFile): number | null | undefined {
  const property = component.getFirstProperty('dtend')
  if (property) {
    const end = momentOf(property, file)
    return end && end.isDay === start.isDay ? inZone(end, start.zone) : null
  }
  const written = textIn(component, 'duration')
  if (written === '') return undefined
  const seconds = secondsOf(written)
  return seconds === undefined ? null : laterBy(start, seconds)
}

/** Whether a year is one that a record can hold. */
const isHeld = (wall: number) => Math.abs(wall) < 8e15 && /^[12]\d{3}-/.test(dayOf(wall))

function timesOf(component: ICAL.Component, file: CalendarFile): { readonly times: Times; readonly notes: readonly Note[] } {
  const property = component.getFirstProperty('dtstart')
  const start = property ? momentOf(property, file) : undefined
  if (!start || !isHeld(start.wall))
    return {
      times: { start: '', startTime: '', end: '', endTime: '', timeZone: '' },
      notes: [{ code: 'badStart', about: property ? lineOf(property.toICALString(), 100) : '' }],
    }
  const end = endOf(component, start, file)
  const isSound = typeof end === 'number' && isHeld(end) && end >= start.wall
  const notes: Note[] = start.note ? [{ ...start.note, about: lineOf(start.note.about, 200) }] : []
  if (end !== undefined && !isSound) notes.push({ code: 'badEnd', about: '' })
  const times = { start: dayOf(start.wall), startTime: '', end: '', endTime: '', timeZone: '' }
  if (start.isDay) {
    // the day on which it is over already
    const last = isSound && end > start.wall ? dayOf(end - DAY) : times.start
    return { times: { ...times, end: last === times.start ? '' : last }, notes }
  }
  const ends = isSound && end > start.wall ? { end: dayOf(end) === times.start ? '' : dayOf(end), endTime: timeOf(end) } : {}
  return { times: { ...times, startTime: timeOf(start.wall), timeZone: start.zone, ...ends }, notes }
}

/** The event itself, or what the file says of the first of its series. */
const meant = ({ component, first }: FileEvent) => first ?? component

export function summaryOf(event: FileEvent, file: CalendarFile, place: number): CalendarEvent {
  const component = meant(event)
  const { start, startTime } = timesOf(component, file).times
  return { event: place, title: titleOf(textIn(component, 'summary')), start, startTime, repeats: repeats(event) }
}

const repeats = ({ component }: FileEvent) => component.hasProperty('rrule') || component.hasProperty('rdate')

/** True when the first date of a series is called off. */
const firstIsOff = ({ component, first }: FileEvent) => {
  if (first) return textIn(first, 'status').toUpperCase() === 'CANCELLED'
  const start = textIn(component, 'dtstart')
  return component.getAllProperties('exdate').some(({ jCal }) => jCal.slice(3).includes(start))
}

/** All but the people. */
export type EventDraft = Omit<CalendarDraft, 'attendees' | 'same'>

export function draftOf(event: FileEvent, file: CalendarFile): EventDraft {
  const component = meant(event)
  const { times, notes } = timesOf(component, file)
  const isSeries = repeats(event)
  const isOff = file.isCancelled || textIn(component, 'status').toUpperCase() === 'CANCELLED'
  return {
    title: titleOf(textIn(component, 'summary')),
    ...times,
    place: lineOf(textIn(component, 'location')),
    text: textIn(component, 'description').replace(/\r\n?/g, '\n').replaceAll('\u0000', '').trim(),
    repeats: isSeries,
    notes: [
      ...notes,
      ...(isSeries && firstIsOff(event)
        ? [{ code: 'firstCancelled' as const, about: '' }]
        : isOff
          ? [{ code: 'cancelled' as const, about: '' }]
          : []),
    ],
    calendarUid: lineOf(textIn(event.component, 'uid')),
  }
}
