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
  /** Each with groups named as {@link DeadlinePart}. A month alone is also somebody's name where this says so. */
  readonly patterns: readonly RegExp[]
  /** Months that are given names or other words when no day stands beside them: only with a capital, and before no name. */
  readonly alsoNames: string
}

/** One of several. */
export const oneOf = (sources: readonly string[]): string => `(?:${sources.join('|')})`

/** A pattern whose words are whole. White space in it stands for any; case does not matter. */
export const wholeWords = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_/.-])${source.replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}_]|[-/.]\\p{N})`, 'giu')

/** `30.06.2023`, `30/06/2023`, `30.06.23`: the day first, as Europe and Central Asia write. */
export const DIGITS = '(?<day>\\d{1,2})(?:\\.(?<monthDigits>\\d{1,2})\\.(?<year>\\d{4}|\\d{2}))'
export const ISO = '(?<iso>\\d{4}-\\d{2}(?:-\\d{2})?)'
