import { oneOf, wholeWords, type DeadlineTable } from './table.ts'

/** Stems, and how a last consonant becomes voiced: қыркүйек, қыркүйегіне. */
const stems = ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйе[кг]', 'қазан', 'қараша', 'желтоқсан']
/** To, from, of, and its: маусымға, маусымына, маусымнан, маусымның. */
const CASES = '(?:[ғқ]а|[гк]е|[ыі]на|[ыі]не|сына|сіне|[нд]ан|[нд]ен|тан|тен|[ыі]нан|[ыі]нен|сынан|сінен|[нд]ың|[нд]ің|тың|тің)?'
const months = stems.map((stem) => `${stem}${CASES}`)
const weekdays = ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'].map(
  (day) => `${day}(?:ге|ға|ден|дан|нен|нан|де|да)?`,
)
const units = {
  day: 'күн(?:нің)?',
  week: 'апта(?:ның)?',
  month: 'ай(?:дың)?',
  quarter: 'тоқсан(?:ның)?',
  year: 'жыл(?:дың)?',
}
const numbers = ['бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз', 'он', 'он бір', 'он екі']
const next = 'келесі'

/** Stands behind the date: until, not later than. */
const UNTIL = '(?:(?:дейін|шейін)(?:гі мерзімде)?|кешіктірмей|кешікпей|қарай)'
const LABEL = '(?:мерзімі|мерзім)\\s*(?::|[–—-] )\\s*'
const MONTH = `(?<month>${months.join('|')})`
const YEAR = '(?:(?<year>\\d{4})\\s*(?:жылғы|жылдың|жыл|ж\\.) )?'
/** Digits are inflected too: 30-ына, 2023-ке. */
const CASE = '(?:-?\\p{L}{1,5})?'
const DAY = `(?<day>\\d{1,2})${CASE}`
const ISO = '(?<iso>\\d{4}-\\d{2}(?:-\\d{2})?)'
const DIGITS = `(?<day>\\d{1,2})\\.(?<monthDigits>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})(?:\\s*(?:жылға|ж\\.))?`
const WEEKDAY = `(?<weekday>${weekdays.join('|')})`

export const kazakh: DeadlineTable = {
  months,
  weekdays,
  units,
  numbers,
  next,
  tomorrow: 'ертеңге',
  dayAfterTomorrow: 'бүрсігүнге|бүрсігүніне',
  alsoNames: '',
  alsoWords: '',
  patterns: [
    wholeWords(`${ISO}${CASE} ${UNTIL}`),
    wholeWords(`${LABEL}(?:${ISO}|(?<year>\\d{4})\\s*(?:жыл|ж\\.))`),
    wholeWords(`${DIGITS}${CASE} ${UNTIL}`),
    wholeWords(`${LABEL}${DIGITS}`),
    wholeWords(`${YEAR}${DAY}(?: |-)${MONTH} ${UNTIL}`),
    wholeWords(`${LABEL}${YEAR}${DAY}(?: |-)${MONTH}(?: ${UNTIL})?`),
    wholeWords(`${YEAR}${MONTH}(?: айының)? ${DAY} ${UNTIL}`),
    wholeWords(`${YEAR}${MONTH}(?: айының)? (?<end>соңына|аяғына) ${UNTIL}`),
    wholeWords(`(?:(?<which>${next}|осы|биылғы) )?(?<unit>${oneOf(Object.values(units))}) (?<end>соңына|аяғына) ${UNTIL}`),
    wholeWords(`(?<year>\\d{4})\\s*(?:жылдың|ж\\.) (?<end>соңына|аяғына) ${UNTIL}`),
    wholeWords(`(?:(?<which>${next}|осы) )?${WEEKDAY}(?: күніне| күнінен)? ${UNTIL}`),
    wholeWords(`(?<which>${next}) ${WEEKDAY}`),
    wholeWords(`(?<relative>ертеңге|бүрсігүнге|бүрсігүніне) ${UNTIL}`),
    wholeWords(
      `(?<count>\\d{1,3}|${numbers.toReversed().join('|')}) (?<unit>${units.day}|${units.week}|${units.month}|${units.year}) ішінде`,
    ),
  ],
}
