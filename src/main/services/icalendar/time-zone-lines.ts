/** A VTIMEZONE for an IANA zone (RFC 5545, 3.6.5): what its clocks do in the years that are asked for. Pure but for the system's zone data. */
import { dateTimeValue, offsetValue } from './content-lines.ts'
import { offsetAt, zoneChanges, type ZoneChange } from './zone-time.ts'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

interface Observance {
  /** By the clock before. */
  readonly onset: number
  readonly from: number
  readonly to: number
  readonly rule?: string
}

/** Lines of the component. Outlook understands one rule a year best, so that changes which follow one are written so. */
export function timeZoneLines(zone: string, years: readonly number[]): string[] {
  const spans = spansOf(years)
  const [span] = spans
  const yearly = span && spans.length === 1 ? yearlyObservances(zone, span) : undefined
  const observances = yearly ?? spans.flatMap((one) => eachObservance(zone, one))
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...merged(observances).flatMap(linesOf), 'END:VTIMEZONE']
}

interface Span {
  readonly first: number
  readonly last: number
}

/** The years with one before and one behind, those that touch put together. */
function spansOf(years: readonly number[]): Span[] {
  const spans: Span[] = []
  for (const year of [...new Set(years)].toSorted((a, b) => a - b)) {
    const before = spans.at(-1)
    if (before && year - 1 <= before.last + 1) spans[spans.length - 1] = { first: before.first, last: year + 1 }
    else spans.push({ first: year - 1, last: year + 1 })
  }
  return spans
}

const startOf = (year: number) => new Date(0).setUTCFullYear(year, 0, 1)
const observanceOf = ({ at, from, to }: ZoneChange): Observance => ({ onset: at + from, from, to })

function eachObservance(zone: string, { first, last }: Span): Observance[] {
  const from = startOf(first)
  const offset = offsetAt(zone, from)
  const changes = zoneChanges(zone, from, startOf(last + 1))
  // a zone that keeps its time has had it for as long as any program asks
  const onset = changes.length === 0 ? Math.min(from, 0) : from
  return [{ onset, from: offset, to: offset }, ...changes.map(observanceOf)]
}

/** Two observances that follow a rule a year; undefined where the changes follow none. */
function yearlyObservances(zone: string, { first, last }: Span): Observance[] | undefined {
  const changes = zoneChanges(zone, startOf(first), startOf(last + 1)).map(observanceOf)
  if (changes.length !== 2 * (last - first + 1)) return undefined
  const halves = [changes.filter(({ from, to }) => to > from), changes.filter(({ from, to }) => to < from)]
  const found = halves.map((half) => {
    const [begin] = half
    const rule = half.length === last - first + 1 ? ruleOf(half) : undefined
    return begin && rule ? { ...begin, rule } : undefined
  })
  return found.every((observance) => observance !== undefined) ? found : undefined
}

/** "The last Sunday of March": the one rule that gives all of these, a year apart each. */
function ruleOf(changes: readonly Observance[]): string | undefined {
  const all = changes.map(({ onset, from, to }) => ({ time: new Date(onset), from, to }))
  const [one] = all
  if (!one) return undefined
  const isSame = all.every(
    ({ time, from, to }, place) =>
      time.getUTCFullYear() === one.time.getUTCFullYear() + place &&
      time.getUTCMonth() === one.time.getUTCMonth() &&
      time.getUTCDay() === one.time.getUTCDay() &&
      time.getTime() % 86_400_000 === one.time.getTime() % 86_400_000 &&
      from === one.from &&
      to === one.to,
  )
  if (!isSame) return undefined
  const ordinal = [-1, Math.ceil(one.time.getUTCDate() / 7)].find((wanted) => all.every(({ time }) => isThe(wanted, time)))
  return ordinal === undefined
    ? undefined
    : `FREQ=YEARLY;BYMONTH=${one.time.getUTCMonth() + 1};BYDAY=${ordinal}${WEEKDAYS[one.time.getUTCDay()]}`
}

/** True for the first … fourth weekday of its month, or the last (-1). */
function isThe(ordinal: number, time: Date): boolean {
  const day = time.getUTCDate()
  if (ordinal > 0) return Math.ceil(day / 7) === ordinal
  return day + 7 > new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate()
}

/** Without those that change nothing behind the first. */
const merged = (observances: readonly Observance[]) =>
  observances.filter(({ from, to }, place) => place === 0 || from !== to || observances[place - 1]?.to !== to)

function linesOf({ onset, from, to, rule }: Observance): string[] {
  const name = to > from ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${name}`,
    `DTSTART:${dateTimeValue(onset)}`,
    `TZOFFSETFROM:${offsetValue(from)}`,
    `TZOFFSETTO:${offsetValue(to)}`,
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    `END:${name}`,
  ]
}
