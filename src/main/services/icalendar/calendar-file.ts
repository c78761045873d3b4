/** A calendar file taken apart: its events, one of which becomes a meeting. Pure but for the system's zone data. */
import ICAL from 'ical.js'
import { AppError } from '../../../shared/errors.ts'
import { FileZones } from './file-zones.ts'
import { namedZone } from './named-zone.ts'
import type { ZoneContext } from './file-moment.ts'

const NOT_MADE = 'Nothing was made of it'

const refuse = (problem: 'notText' | 'notCalendar' | 'noEvents', message: string, cause?: unknown) =>
  new AppError('INVALID_INPUT', message, { problem }, { cause })

const notText = () => refuse('notText', `The file is no text in Unicode. ${NOT_MADE}; save it again as a calendar file.`)

/** @throws AppError INVALID_INPUT for bytes that are no Unicode text */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    // takes the byte order mark away
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw notText()
    throw error
  }
}

/** An event, and for the first of a series what the file says of that one alone. */
export interface FileEvent {
  readonly component: ICAL.Component
  readonly first: ICAL.Component | null
}

export interface CalendarFile extends ZoneContext {
  /** In the order of the file; exceptions of a series are not among them. */
  readonly events: readonly FileEvent[]
  /** The file as a whole calls off what is in it. */
  readonly isCancelled: boolean
}

const rawOf = (component: ICAL.Component, name: string) => String(component.getFirstProperty(name)?.jCal[3] ?? '')

function componentsOf(text: string): ICAL.Component[] {
  // blank lines between components are no lines of the format
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
  if (!/^BEGIN:V(?:CALENDAR|EVENT)$/im.test(lines)) throw refuse('notCalendar', `This is no calendar file. ${NOT_MADE}.`)
  try {
    const parsed: unknown = ICAL.parse(lines)
    const isOne = Array.isArray(parsed) && typeof parsed[0] === 'string'
    const all = (isOne ? [parsed] : parsed) as unknown[][]
    return all.map((jCal) => new ICAL.Component(jCal))
  } catch (error) {
    throw refuse('notCalendar', `The calendar file is damaged or cut off. ${NOT_MADE}; save it again where it comes from.`, error)
  }
}

/**
 * @param home the zone in which times given in UTC are shown, unless the file names one of its own
 * @throws AppError INVALID_INPUT for what is no calendar, or has no event
 */
export function readCalendarFile(text: string, home: string): CalendarFile {
  const roots = componentsOf(text)
  const all = roots.flatMap((root) => (root.name === 'vevent' ? [root] : root.getAllSubcomponents('vevent')))
  if (all.length === 0) throw refuse('noEvents', `The calendar file has no event. ${NOT_MADE}.`)
  // a file may have tens of thousands of exceptions, and all of them of one series
  const exceptions = new Map<string, ICAL.Component>()
  const exceptionKey = (uid: string, day: string) => JSON.stringify([uid, day])
  for (const event of all) {
    if (!event.hasProperty('recurrence-id')) continue
    const key = exceptionKey(rawOf(event, 'uid'), rawOf(event, 'recurrence-id'))
    if (!exceptions.has(key)) exceptions.set(key, event)
  }
  const masters = new Set(all.filter((event) => !event.hasProperty('recurrence-id')).map((event) => rawOf(event, 'uid')))
  const events = all
    .filter((event) => !event.hasProperty('recurrence-id') || !masters.has(rawOf(event, 'uid')))
    .map((component) => {
      const isSeries = component.hasProperty('rrule')
      const first = isSeries ? exceptions.get(exceptionKey(rawOf(component, 'uid'), rawOf(component, 'dtstart'))) : undefined
      return { component, first: first ?? null }
    })
  const own = roots.map((root) => namedZone(rawOf(root, 'x-wr-timezone'))).find((zone) => zone !== undefined && zone !== 'UTC')
  return {
    events,
    isCancelled: roots.some((root) => rawOf(root, 'method').toUpperCase() === 'CANCEL'),
    zones: new FileZones(roots.filter(({ name }) => name === 'vcalendar')),
    home: own ?? home,
  }
}
