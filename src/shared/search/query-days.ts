/** Dates as a query writes them, as days that are numbers YYYYMMDD. */
import { parsePartialDate } from '../model/partial-date.ts'

/** Before every day, and not 0: that is how an index writes that there is none. */
export const FIRST_DAY = 1
/** After every day. */
export const LAST_DAY = 99_991_231

/** Days as numbers YYYYMMDD, both included. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** Day, month and year, or month and year, as they are written in Russian and Kazakh. */
const DOTTED = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/
const RANGE = /\.{2,3}|…/

/** The days that a year, a month or a day covers: `2019`, `2019-02`, `2019-02-13`, `02.2019`, `13.02.2019`. */
export function daysOf(date: string): Days | undefined {
  const dotted = DOTTED.exec(date)
  const iso = dotted ? [dotted[3], dotted[2], dotted[1]].filter((part) => part !== undefined) : [date]
  const parts = parsePartialDate(iso.map((part) => part.padStart(2, '0')).join('-'))
  if (!parts) return undefined
  const { year, month, day } = parts
  const last = day ?? new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate()
  return { from: year * 10_000 + (month ?? 1) * 100 + (day ?? 1), to: year * 10_000 + (month ?? 12) * 100 + last }
}

/** The days of one date, or of two with `..` between; either may be left out. Two in the wrong order are taken as meant. */
export function daysOfRange(text: string): Days | undefined {
  const [first = '', second, ...others] = text.split(RANGE)
  if (others.length > 0) return undefined
  if (second === undefined) return daysOf(first)
  if (first === '' && second === '') return undefined
  const from = first === '' ? { from: FIRST_DAY, to: FIRST_DAY } : daysOf(first)
  const to = second === '' ? { from: LAST_DAY, to: LAST_DAY } : daysOf(second)
  return from && to && { from: Math.min(from.from, to.from), to: Math.max(from.to, to.to) }
}

/** The day before, as a number. */
export function dayBefore(day: number): number {
  const date = new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) - 1))
  return dayNumber(date.toISOString().slice(0, 10))
}

/** `YYYY-MM-DD` as a number. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))
