/**
 * Dates as people write them, read into partial dates (`2019`, `2019-02`, `2019-02-13`). Day comes before month where
 * both are figures. Month names: English, Russian, Kazakh, whole or shortened.
 */
import { parsePartialDate } from '../../../shared/model/partial-date.ts'

/** `unreadable`: no date in it. `noSuchDate`: 31 February, month 13. `shortYear`: 13.02.19. `yearRange`: before 1000 or after 2999. */
export type DateProblem = 'unreadable' | 'noSuchDate' | 'shortYear' | 'yearRange'
export type ParsedDate = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: DateProblem }

/** First letters that tell a month apart, in the three languages. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'янв', 'қаң', 'қан'],
  ['feb', 'фев', 'ақп'],
  ['mar', 'мар', 'нау'],
  ['apr', 'апр', 'сәу'],
  ['may', 'май', 'мая', 'мам'],
  ['jun', 'июн', 'мау'],
  ['jul', 'июл', 'шіл'],
  ['aug', 'авг', 'там'],
  ['sep', 'сен', 'қыр'],
  ['oct', 'окт', 'қаз'],
  ['nov', 'ноя', 'қар'],
  ['dec', 'дек', 'жел'],
]

const monthOf = (word: string) => monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem))) + 1

/** "г.", "год", "года", "ж.", "жыл", "year", "of": words that stand beside a date and say nothing. */
const fillers = new Set(['г', 'год', 'года', 'году', 'ж', 'жыл', 'жылы', 'жылғы', 'of', 'the', 'in'])

const pad = (figure: number, width: number) => String(figure).padStart(width, '0')

function check(year: string, month?: number, day?: number): ParsedDate {
  if (year.length < 3) return { ok: false, problem: 'shortYear' }
  if (year.length !== 4 || Number(year) < 1000 || Number(year) > 2999) return { ok: false, problem: 'yearRange' }
  const value = [year, ...(month === undefined ? [] : [pad(month, 2)]), ...(day === undefined ? [] : [pad(day, 2)])].join('-')
  return parsePartialDate(value) ? { ok: true, value } : { ok: false, problem: 'noSuchDate' }
}

/** Figures only, whatever stands between them: year first, or day first. */
function fromFigures(figures: readonly string[]): ParsedDate {
  const [first = '', second = '', third = ''] = figures
  if (figures.length === 1) {
    if (first.length === 8) return check(first.slice(0, 4), Number(first.slice(4, 6)), Number(first.slice(6)))
    return first.length <= 2 ? { ok: false, problem: 'unreadable' } : check(first)
  }
  if (figures.length === 2) return first.length > 2 ? check(first, Number(second)) : check(second, Number(first))
  if (figures.length === 3)
    return first.length > 2 ? check(first, Number(second), Number(third)) : check(third, Number(second), Number(first))
  return { ok: false, problem: 'unreadable' }
}

/** A month by its name, with the year, and a day or none. */
function withMonthName(month: number, figures: readonly string[]): ParsedDate {
  const [first = '', second = ''] = figures
  if (figures.length === 1) return check(first, month)
  if (figures.length !== 2) return { ok: false, problem: 'unreadable' }
  return first.length > 2 ? check(first, month, Number(second)) : check(second, month, Number(first))
}

/** Reads what a person typed. Empty text is no date, and right. */
export function parseDate(text: string): ParsedDate {
  const plain = text.normalize('NFC').toLowerCase().trim()
  if (plain === '') return { ok: true, value: '' }
  if (/[^\p{L}\p{N}\s.,/\-–—'’]/u.test(plain)) return { ok: false, problem: 'unreadable' }
  const parts = plain.match(/\p{L}+|\d+/gu) ?? []
  const figures = parts.filter((part) => /^\d+$/.test(part))
  const words = parts.filter((part) => !/^\d+$/.test(part) && !fillers.has(part) && !/^(?:st|nd|rd|th)$/.test(part))
  if (figures.length === 0 || words.length > 1) return { ok: false, problem: 'unreadable' }
  const [word] = words
  if (word === undefined) return fromFigures(figures)
  const month = monthOf(word)
  return month === 0 ? { ok: false, problem: 'unreadable' } : withMonthName(month, figures)
}
