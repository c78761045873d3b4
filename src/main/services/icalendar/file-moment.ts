/** One time of a calendar file: what its clocks show, and by which zone. Pure but for the system's zone data. */
import type ICAL from 'ical.js'
import { parsePartialDate } from '../../../shared/model/partial-date.ts'
import type { FileZones } from './file-zones.ts'
import { namedZone } from './named-zone.ts'
import { instantOf, wallTime } from './zone-time.ts'

/** `about` is a name that the file gives. */
export interface ZoneNote {
  readonly code: 'fromUtc' | 'ownZone' | 'unknownZone'
  readonly about: string
}

export interface Moment {
  /** What the clocks show, held as if it were UTC; midnight for a day without a time. */
  readonly wall: number
  readonly isDay: boolean
  /** IANA name; empty for a time that is local wherever it is read. */
  readonly zone: string
  readonly note: ZoneNote | null
}

export interface ZoneContext {
  readonly zones: FileZones
  /** Times that the file gives in UTC are shown in this zone. */
  readonly home: string
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d|:60)?(Z)?)?$/

/** Undefined for what is no date or time, such as 31 February. */
export function momentOf(property: ICAL.Property, { zones, home }: ZoneContext): Moment | undefined {
  const match = SHAPE.exec(String(property.jCal[3]))
  const [, day = '', hours, minutes, utc] = match ?? []
  if (parsePartialDate(day)?.day === undefined) return undefined
  if (hours === undefined) return { wall: Date.parse(`${day}T00:00:00Z`), isDay: true, zone: '', note: null }
  const clock = `${day}T${hours}:${minutes ?? '00'}:00`
  const wall = Date.parse(`${clock}Z`)
  const tzid = String(property.getFirstParameter('tzid') ?? '')
  const inUtc = (instant: number, note: ZoneNote | null): Moment => ({ wall: wallTime(home, instant), isDay: false, zone: home, note })
  if (utc !== undefined) return inUtc(wall, home === 'UTC' ? null : { code: 'fromUtc', about: '' })
  if (tzid === '') return { wall, isDay: false, zone: '', note: null }
  const zone = namedZone(tzid) ?? namedZone(zones.location(tzid))
  if (zone !== undefined) return { wall, isDay: false, zone, note: null }
  const offset = zones.offset(tzid, clock)
  if (offset === undefined) return { wall, isDay: false, zone: '', note: { code: 'unknownZone', about: tzid } }
  return inUtc(wall - offset * 1_000, { code: 'ownZone', about: tzid })
}

/** The same moment by the clocks of another zone; local times stay as they are. */
export function inZone({ wall, zone }: Moment, other: string): number {
  return zone === '' || other === '' || zone === other ? wall : wallTime(other, instantOf(zone, wall))
}

/** A time so many seconds later, by the clocks of its zone. */
export function laterBy({ wall, zone }: Moment, seconds: number): number {
  return zone === '' ? wall + seconds * 1_000 : wallTime(zone, instantOf(zone, wall) + seconds * 1_000)
}
