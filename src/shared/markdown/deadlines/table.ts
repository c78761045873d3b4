/** What a language's table of deadline words is made of. */

/** What words of a deadline say; the names are those of the groups in a table's patterns. */
export type DeadlinePart =
  /** A partial date in digits, `2023-06-30`. */
  | 'iso'
  | 'day'
  /** A name of a month. */
  | 'month'
  /** The month in digits: `30.06.2023`. */
  | 'monthDigits'
  /** What stands between day, month and year in digits. */
  | 'separator'
  | 'year'
  | 'weekday'
  /** `next`, `this`. */
  | 'which'
  /** The end of what is named: `end of May`. */
  | 'end'
  /** Day, week, month, quarter, year. */
  | 'unit'
  /** `tomorrow`, `the day after tomorrow`. */
  | 'relative'
  /** How many units from today. */
  | 'count'

export type DeadlineUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The words of one language. All are sources of patterns; a group's text is looked up among them as a whole. */
export interface DeadlineTable {
  /** January to December, in every form that stands in a deadline. */
  readonly months: readonly string[]
  /** Monday to Sunday. */
  readonly weekdays: readonly string[]
  readonly units: Readonly<Record<DeadlineUnit, string>>
  readonly next: string
  readonly tomorrow: string
  readonly dayAfterTomorrow: string
  /** One, two … in words. */
  readonly numbers: readonly string[]
  /** Each with groups named as {@link DeadlinePart}. */
  readonly patterns: readonly RegExp[]
  /** Months that are also given names: alone and before a word with a capital they are no deadline. Empty for none. */
  readonly alsoNames: string
  /** Months that are also other words: alone and without a capital they are no deadline. */
  readonly alsoWords: string
}

/** One of several. */
export const oneOf = (sources: readonly string[]): string => `(?:${sources.join('|')})`

/** A pattern whose words are whole. White space in it stands for any; case does not matter. */
export const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_/.-])${source.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}_]|[-/.]\\p{N})`, 'giu')

/**
 * `30.06.2023`, `30-06-2023`, `30.06.23`: the day first, as Europe and Central Asia write. With slashes others put the
 * month first, so that only `30/06/2023` is plain.
 */
export const DIGITS = '(?<day>\\d{1,2})(?<separator>[./-])(?<monthDigits>\\d{1,2})\\k<separator>(?<year>\\d{4}|\\d{2})'
export const ISO = '(?<iso>\\d{4}-\\d{2}(?:-\\d{2})?)'
