/**
 * Partial dates: a year, a month or a day, written as ISO 8601 calendar dates of reduced precision
 * (`2019`, `2019-02`, `2019-02-13`). An empty string means that no date is given.
 */
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export interface PartialDateParts {
  readonly year: number
  /** 1 to 12; absent when only the year is known. */
  readonly month?: number
  /** 1 to 31; absent when the day is not known. */
  readonly day?: number
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Reads a partial date of the proleptic Gregorian calendar, years 1000 to 2999; `undefined` when it is not one. */
export function parsePartialDate(text: string): PartialDateParts | undefined {
  const match = SHAPE.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  if (year < 1000 || year > 2999) return undefined
  if (match[2] === undefined) return { year }
  const month = Number(match[2])
  if (month < 1 || month > 12) return undefined
  if (match[3] === undefined) return { year, month }
  const day = Number(match[3])
  if (day < 1 || day > daysIn(year, month)) return undefined
  return { year, month, day }
}

/** True for a partial date or the empty string. */
export const isPartialDate = (text: string): boolean => text === '' || parsePartialDate(text) !== undefined

/** The first and the last day that a partial date covers, as full ISO dates. Empty stays empty. */
export function partialDateSpan(text: string): { readonly first: string; readonly last: string } {
  const parts = parsePartialDate(text)
  if (!parts) return { first: '', last: '' }
  const { year, month, day } = parts
  const pad = (n: number) => String(n).padStart(2, '0')
  if (month === undefined) return { first: `${text}-01-01`, last: `${text}-12-31` }
  if (day === undefined) return { first: `${text}-01`, last: `${text}-${pad(daysIn(year, month))}` }
  return { first: text, last: text }
}

/**
 * Order of two partial dates: by what is known, a less precise one before the days it covers (`2019` < `2019-02` <
 * `2019-02-01`), and no date before every date. ISO text sorts that way by itself.
 */
export const comparePartialDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** True when `to` lies wholly before `from`: `2025` after `2026-03`. Dates that may overlap, and absent ones, are in order. */
export function endsBeforeStart(from: string, to: string): boolean {
  const { first } = partialDateSpan(from)
  const { last } = partialDateSpan(to)
  return first !== '' && last !== '' && last < first
}
