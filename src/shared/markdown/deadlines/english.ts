import { DIGITS, ISO, oneOf, wholeWords, type DeadlineTable } from './table.ts'

const months = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['mon(?:day)?', 'tue(?:s(?:day)?)?', 'wed(?:nesday)?', 'thu(?:r(?:s(?:day)?)?)?', 'fri(?:day)?', 'saturday', 'sunday']
const units = { day: 'days?', week: 'weeks?', month: 'months?', quarter: 'quarters?', year: 'years?' }
const numbers = ['(?:a|one)', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const LABEL = '(?:due(?: date)?|deadline)\\s*(?::|[–—-] )\\s*'
const LEAD = `(?:${LABEL})?(?:(?:not? later than|on or before|by|before|until|till|due(?: (?:by|on|date))?|deadline(?: is)?)(?:\\s*:\\s*|\\s+[–—-] | )(?:the )?)`
/** "By 5 p.m. on 30 June", "by COB Friday". */
const TIME = '(?:(?:\\d{1,2}:\\d{2}(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\.?|noon|cob|close of business),?(?: on)? (?:the )?)?'
const MONTH = `(?<month>${oneOf(months)})(?:\\.(?=\\s+\\d))?`
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:,?\\s+(?<year>\\d{4}))?'
const ON = `${TIME}(?:${oneOf(weekdays)},? (?:the )?)?`
const WEEKDAY = `(?<weekday>${oneOf(weekdays)})`

export const english: DeadlineTable = {
  months,
  weekdays,
  units,
  numbers,
  next: 'next',
  tomorrow: 'tomorrow',
  dayAfterTomorrow: 'day after tomorrow',
  alsoNames: oneOf(['april', 'may', 'june', 'august']),
  alsoWords: oneOf(['march', 'may']),
  patterns: [
    wholeWords(`${LEAD}${ON}${ISO}`),
    wholeWords(`${LABEL}(?<year>\\d{4})`),
    wholeWords(`${LEAD}${ON}${DIGITS}`),
    wholeWords(`${LEAD}${ON}${DAY} (?:of )?${MONTH}${YEAR}`),
    wholeWords(`${LEAD}${ON}${MONTH} (?:the )?${DAY}${YEAR}`),
    wholeWords(
      `${LEAD}(?<end>end)(?: of (?:the )?| |-)(?:(?<which>this|next|current) )?(?:(?<unit>${oneOf(Object.values(units))})|${MONTH}${YEAR})`,
    ),
    wholeWords(`${LEAD}(?<unit>week|month|quarter|year)(?: |-)(?<end>end)`),
    wholeWords(`${LEAD}(?<end>end)(?: of | |-)(?<year>\\d{4})`),
    wholeWords(`(?:by|no later than|not later than|due(?: (?:by|in))?|(?:due|deadline)\\s*:) (?<month>${oneOf(fullMonths)})${YEAR}`),
    wholeWords(`${LEAD}${TIME}(?:(?<which>this|next|coming) )?${WEEKDAY}(?! (?:week|next))`),
    wholeWords(`(?<which>next) ${WEEKDAY}`),
    wholeWords(`${LEAD}(?<relative>tomorrow|day after tomorrow)`),
    wholeWords(
      `within (?:the next )?(?<count>\\d{1,3}|${oneOf(numbers)})(?: \\([^()]{1,20}\\))? (?:calendar )?(?<unit>${oneOf(Object.values(units))})`,
    ),
  ],
}
