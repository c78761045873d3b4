/** Instants and wall-clock times of IANA time zones, by the system's own data. A wall-clock time is held as if it were UTC. */
const SECOND = 1_000
const DAY = 86_400_000
/** Two changes of a zone's offset never lie nearer to each other. */
const STEP = 7 * DAY

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = makeFormat(zone)
  formats.set(zone, format)
  return format
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  // newer systems take offsets such as +05:00 for names
  if (!/^[A-Za-z]/.test(zone)) return null
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** True for a name that the system's time zone data has. */
export const isZone = (name: string): boolean => formatOf(name) !== null

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. @throws RangeError for what is no zone */
export function offsetAt(zone: string, instant: number): number {
  const format = formatOf(zone)
  if (!format) throw new RangeError(`There is no time zone ${zone}.`)
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const wall = new Date(0)
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'))
  wall.setUTCHours(part('hour'), part('minute'), part('second'))
  return wall.getTime() - Math.floor(instant / SECOND) * SECOND
}

/** What a zone's clocks show at an instant. */
export const wallTime = (zone: string, instant: number): number => instant + offsetAt(zone, instant)

/** The instant at which a zone's clocks show this; of two the first, and where they skip it, by the clock before (RFC 5545, 3.3.5). */
export function instantOf(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - DAY)
  if (offsetAt(zone, wall - before) === before) return wall - before
  const after = offsetAt(zone, wall + DAY)
  return offsetAt(zone, wall - after) === after ? wall - after : wall - before
}

export interface ZoneChange {
  /** The instant from which the new offset holds. */
  readonly at: number
  /** Milliseconds ahead of UTC. */
  readonly from: number
  readonly to: number
}

/** Changes of a zone's offset between two instants, in order. */
export function zoneChanges(zone: string, from: number, to: number): ZoneChange[] {
  const found: ZoneChange[] = []
  let offset = offsetAt(zone, from)
  for (let at = from; at < to; at += STEP) {
    const end = Math.min(at + STEP, to)
    const next = offsetAt(zone, end)
    if (next === offset) continue
    found.push({ at: changeWithin(zone, at, end, offset), from: offset, to: next })
    offset = next
  }
  return found
}

/** The second at which the offset is no longer `offset`. */
function changeWithin(zone: string, from: number, to: number, offset: number): number {
  let [same, other] = [Math.floor(from / SECOND), Math.ceil(to / SECOND)]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(zone, middle * SECOND) === offset) same = middle
    else other = middle
  }
  return other * SECOND
}
