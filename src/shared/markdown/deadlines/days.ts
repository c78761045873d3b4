/** Days reckoned from another day. All days are `YYYY-MM-DD`. */
import type { DeadlineUnit } from './table.ts'

export type DeadlineMeaning =
  /** 0 is Monday. Without `next` or `this` it is the first such day behind today. */
  | { readonly weekday: number; readonly which: '' | 'next' | 'this' }
  | { readonly endOf: DeadlineUnit; readonly which: '' | 'next' | 'this' }
  | { readonly count: number; readonly unit: DeadlineUnit }
  /** Without a year the next one counts; a month without a day is a partial date. */
  | { readonly month: number; readonly year: number | undefined; readonly day: number | 'last' | undefined }

const FRIDAY = 4

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const DAY = 86_400_000

export const dayAfter = (today: string, days: number): string => dayOf(timeOf(today) + days * DAY)
const weekdayOf = (day: string) => (new Date(timeOf(day)).getUTCDay() + 6) % 7
/** The last day of a month; 13 is January of the next year. */
const lastOf = (year: number, month: number) => dayOf(Date.UTC(year, month, 0))

/** The day or month that is meant; empty when there is none such. */
export function deadlineDay(today: string, meaning: DeadlineMeaning): string {
  if ('weekday' in meaning) return nearWeekday(today, meaning.weekday, meaning.which)
  if ('endOf' in meaning) return endOf(today, meaning.endOf, meaning.which === 'next')
  if ('count' in meaning) return after(today, meaning.count, meaning.unit)
  return inMonth(today, meaning)
}

/** `next` is in the week after this one; weeks begin on Monday. */
function nearWeekday(today: string, weekday: number, which: '' | 'next' | 'this'): string {
  const away = weekday - weekdayOf(today)
  if (which === 'next') return dayAfter(today, away + 7)
  const passed = which === 'this' ? away < 0 : away <= 0
  return dayAfter(today, passed ? away + 7 : away)
}

/** A week's work ends on Friday. */
function endOf(today: string, unit: DeadlineUnit, next: boolean): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const more = next ? 1 : 0
  if (unit === 'day') return dayAfter(today, more)
  if (unit === 'week') return nearWeekday(today, FRIDAY, next ? 'next' : 'this')
  if (unit === 'month') return lastOf(year, month + more)
  if (unit === 'quarter') return lastOf(year, (Math.ceil(month / 3) + more) * 3)
  return `${year + more}-12-31`
}

function after(today: string, count: number, unit: DeadlineUnit): string {
  if (count < 1) return ''
  if (unit === 'day' || unit === 'week') return dayAfter(today, count * (unit === 'week' ? 7 : 1))
  const months = count * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1)
  const [year, month, day] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(today.slice(8))]
  // a month after 31 January is the last day of February
  const last = lastOf(year, month + months)
  return `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`
}

function inMonth(today: string, { month, year, day }: Extract<DeadlineMeaning, { month: number }>): string {
  if (month < 1 || month > 12) return ''
  const in4 = (number: number, length = 2) => String(number).padStart(length, '0')
  const written = (of: number) =>
    day === undefined ? `${of}-${in4(month)}` : day === 'last' ? lastOf(of, month) : `${of}-${in4(month)}-${in4(day)}`
  if (year !== undefined) return written(year)
  const thisYear = Number(today.slice(0, 4))
  const soon = written(thisYear)
  return soon >= today.slice(0, soon.length) ? soon : written(thisYear + 1)
}
