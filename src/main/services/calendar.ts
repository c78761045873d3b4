/** Days as ISO text, in the host's own time zone. */
import { partialDateSpan } from '../../shared/model/partial-date.ts'

const pad = (n: number, length = 2) => String(n).padStart(length, '0')

/** The host's day at an instant, `YYYY-MM-DD`. */
export function localDay(milliseconds: number): string {
  const date = new Date(milliseconds)
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** A day some days later, or earlier. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** True when the whole of a partial date lies before `day`; a date that is not given does not. */
export function isBefore(partial: string, day: string): boolean {
  if (partial.length === day.length) return partial < day
  return partial !== '' && partialDateSpan(partial).last < day
}

/** True when a partial date shares a day with the days from `first` to `last`. */
export function touches(partial: string, first: string, last: string): boolean {
  if (partial === '') return false
  const span = partialDateSpan(partial)
  return span.first <= last && span.last >= first
}
