/** Dates, times and numbers as they are read. Partial dates show what is known and no more. */
import { parsePartialDate, type PartialDateParts } from '../../shared/model/partial-date.ts'
import { formatLocale } from './index.ts'

export interface DateOptions {
  /** false: the year is left out where a day is known ("17 May"), because a heading says it. */
  readonly year?: boolean | undefined
  /** `long`: "17 May 2023" with the month in full; `short`: "14 Sep 2023". */
  readonly month?: 'long' | 'short' | undefined
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${formatLocale()} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(formatLocale(), options)
  formats.set(key, made)
  return made
}

// Russian writes "17 мая 2023 г."; in lists and fields the abbreviation only costs room
// and versions of ICU differ in the spaces around the dash of a range
// and of the months English shortens to three letters, September to four in some versions and three in others
const tidy = (text: string) =>
  text
    .replace(/\bSept\b/u, 'Sep')
    .replace(/[\u00a0\u202f ]г\.(?=,|$)/u, '')
    .replaceAll(/(?<=\d)\s*–\s*(?=\d)/gu, '–')

const utc = ({ year, month = 1, day = 1 }: PartialDateParts) => new Date(Date.UTC(year, month - 1, day))

function optionsFor({ month, day }: PartialDateParts, { year = true, month: style }: DateOptions): Intl.DateTimeFormatOptions {
  if (month === undefined) return { timeZone: 'UTC', year: 'numeric' }
  if (day === undefined) return { timeZone: 'UTC', month: style ?? 'long', ...(year ? { year: 'numeric' } : {}) }
  return { timeZone: 'UTC', day: 'numeric', month: style ?? 'short', ...(year ? { year: 'numeric' } : {}) }
}

/** A partial date as it is: `2019` → "2019", `2019-02` → "February 2019", `2019-02-13` → "13 Feb 2019"; empty stays empty. */
export function formatDate(text: string, options: DateOptions = {}): string {
  const parts = parsePartialDate(text)
  return parts ? tidy(formatFor(optionsFor(parts, options)).format(utc(parts))) : text
}

/** Two partial dates: "17–19 May 2023", "30 May – 2 June 2023"; one when the other is missing or the same. */
export function formatDateRange(from: string, to: string, options: DateOptions = {}): string {
  const first = parsePartialDate(from)
  const last = parsePartialDate(to)
  if (!first || !last || from === to || from > to) return formatDate(from || to, options)
  const first10 = from.length === to.length
  if (!first10) return `${formatDate(from, options)} – ${formatDate(to, options)}`
  return tidy(formatFor(optionsFor(last, options)).formatRange(utc(first), utc(last)))
}

/** A line of details that the host put together ("2023-05-16, Astana"): the dates in it as they are read. */
export const formatDatesIn = (line: string): string =>
  line
    .split(/(, | · )/)
    .map((part) => (part.length > 4 ? formatDate(part) : part))
    .join('')

/** An instant in the reader's own zone: "17 May 2023, 14:02". */
export const formatInstant = (iso: string): string =>
  Number.isNaN(Date.parse(iso))
    ? iso
    : tidy(formatFor({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(iso)))

/** The time of an instant in the reader's own zone: "14:02". */
export const formatTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : formatFor({ hour: '2-digit', minute: '2-digit' }).format(new Date(iso))

/** Where two instants fall in one minute: "14:02:07". */
export const formatTimeExactly = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : formatFor({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso))

/** The weekday with the day: "Friday, 12 May 2023". */
export function formatDayOfWeek(day: string): string {
  const parts = parsePartialDate(day)
  if (!parts?.day) return formatDate(day)
  const text = tidy(formatFor({ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(utc(parts)))
  // it stands by itself, as a heading or a hint; Russian writes its weekdays small
  return text.slice(0, 1).toLocaleUpperCase(formatLocale()) + text.slice(1)
}

const DAY = 86_400_000

/** Whole days from one full date to another, negative when `to` lies before; 0 when either is not a full date. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parsePartialDate(from), parsePartialDate(to)]
  return a?.day && b?.day ? Math.round((utc(b).getTime() - utc(a).getTime()) / DAY) : 0
}

/** An instant beside now: "just now" is for the caller; "40 minutes ago", "yesterday", then the date. */
export function formatRelative(iso: string, now: number = Date.now()): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const relative = new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' })
  const seconds = Math.round((at - now) / 1000)
  if (Math.abs(seconds) < 60) return relative.format(0, 'second')
  if (Math.abs(seconds) < 3_600) return relative.format(Math.trunc(seconds / 60), 'minute')
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0)
  const days = Math.round((midnight(at) - midnight(now)) / DAY)
  if (days === 0) return relative.format(Math.trunc(seconds / 3_600), 'hour')
  if (Math.abs(days) < 7) return relative.format(days, 'day')
  return tidy(formatFor({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at)))
}

/** The reader's own day, `YYYY-MM-DD`. */
export function localDay(now: Date = new Date()): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

const numberFormats = new Map<string, Intl.NumberFormat>()
export function formatNumber(value: number): string {
  const locale = formatLocale()
  const known = numberFormats.get(locale)
  if (known) return known.format(value)
  const made = new Intl.NumberFormat(locale)
  numberFormats.set(locale, made)
  return made.format(value)
}
