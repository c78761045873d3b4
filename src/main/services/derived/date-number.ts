/** Partial dates as numbers that sort as their text does: 2019 is 20190000, 2019-02 is 20190200; 0 when not given. */
import { parsePartialDate } from '../../../shared/model/partial-date.ts'

export function dateNumber(partial: string): number {
  const parts = parsePartialDate(partial)
  return parts ? parts.year * 10_000 + (parts.month ?? 0) * 100 + (parts.day ?? 0) : 0
}

const pad = (number: number) => String(number).padStart(2, '0')

/** The partial date of a number. */
export function dateText(number: number): string {
  if (number === 0) return ''
  const year = Math.floor(number / 10_000)
  const month = Math.floor(number / 100) % 100
  const day = number % 100
  return [String(year), ...(month > 0 ? [pad(month)] : []), ...(day > 0 ? [pad(day)] : [])].join('-')
}

/** The first day that a date covers, as a number; 0 when not given. */
export const firstDay = (number: number): number =>
  number === 0 ? 0 : number + (number % 10_000 < 100 ? 100 : 0) + (number % 100 === 0 ? 1 : 0)

/** A number that no day a date covers is above, and every day after it is. */
export const lastDay = (number: number): number => {
  if (number === 0) return 0
  if (number % 10_000 < 100) return number + 1231
  return number % 100 === 0 ? number + 31 : number
}
