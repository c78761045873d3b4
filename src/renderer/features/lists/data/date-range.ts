/** From one partial date to another, as short as it can be read: 17–19 May 2023, 30 Apr – 2 May, 2019. */
import { parsePartialDate, type PartialDateParts } from '../../../../shared/model/partial-date.ts'

export interface DateRangeOptions {
  /** False where a heading says the year already; a date of another year than the heading's keeps it. */
  readonly year: boolean
  /** The short name of a month from 1, as it stands after a day. */
  readonly monthName: (month: number) => string
}

function written(parts: PartialDateParts, year: boolean, monthName: (month: number) => string): string {
  const { day, month } = parts
  if (month === undefined) return String(parts.year)
  return [day, monthName(month), year ? parts.year : undefined].filter((part) => part !== undefined).join(' ')
}

export function dateRange(start: string, end: string, { year, monthName }: DateRangeOptions): string {
  const from = parsePartialDate(start)
  const to = parsePartialDate(end)
  if (!from) return to ? written(to, year, monthName) : ''
  if (!to || start === end) return written(from, year, monthName)
  if (from.year !== to.year) return `${written(from, true, monthName)} – ${written(to, true, monthName)}`
  if (from.month !== to.month) return `${written(from, false, monthName)} – ${written(to, year, monthName)}`
  if (from.day === undefined || to.day === undefined) return written(from, year, monthName)
  return `${from.day}–${written(to, year, monthName)}`
}
