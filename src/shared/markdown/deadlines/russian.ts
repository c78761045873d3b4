import { DIGITS, ISO, oneOf, wholeWords, type DeadlineTable } from './table.ts'

const months = [
  'январ[ьяюе]|янв',
  'феврал[ьяюе]|февр?',
  'март[ауе]?|мар',
  'апрел[ьяюе]|апр',
  'ма[йяюе]',
  'июн[ьяюе]|июн',
  'июл[ьяюе]|июл',
  'август[ауе]?|авг',
  'сентябр[ьяюе]|сент?',
  'октябр[ьяюе]|окт',
  'ноябр[ьяюе]|нояб?',
  'декабр[ьяюе]|дек',
]
const weekdays = ['понедельник[ау]?', 'вторник[ау]?', 'сред[аыеу]', 'четверг[ау]?', 'пятниц[аыеу]', 'суббот[аыеу]', 'воскресень[еяю]']
const units = {
  day: 'день|дня|дней|дню',
  week: 'недел[яиеюь]',
  month: 'месяц(?:а|ев|у)?',
  quarter: 'квартал(?:а|ов|у)?',
  year: 'год[ау]?|лет',
}
const numbers = [
  'одн(?:ого|ой)',
  'двух',
  'трех|трёх',
  'четырех|четырёх',
  'пяти',
  'шести',
  'семи',
  'восьми',
  'девяти',
  'десяти',
  'одиннадцати',
  'двенадцати',
]
const next = 'следующ(?:ий|его|ему|ей|ую|ее|ем)|будущ(?:его|ему|ей|ую)'
const current = 'эт(?:от|ого|ому|ой|у|о)|текущ(?:его|ему|ей|ую)|ближайш(?:его|ему|ей|ую|ий)'

const LABEL = '(?:срок(?: исполнения| сдачи)?|дедлайн)\\s*(?::|[–—-] )\\s*'
const LEAD = `(?:${LABEL}|в срок |со сроком )?(?:(?:не позднее|не позже|до|ко?|срок(?: исполнения| сдачи)?|дедлайн)(?:\\s*:\\s*|\\s+[–—-] | ))`
/** «До 18:00 30 июня», «до 18 часов 30 июня». */
const TIME = '(?:\\d{1,2}(?:[:.]\\d{2}| час(?:ов|а)?),? )?'
const YEAR_WORD = '(?:\\s*(?:года|году|год|г(?![\\p{L}])\\.?))'
const MONTH = `(?<month>${months.join('|')})(?:\\.(?=\\s+\\d))?`
const DAY = '(?<day>\\d{1,2})(?:-?(?:го|е|ое|му|ому))?'
const YEAR = `(?:,?\\s+(?<year>\\d{4})${YEAR_WORD}?)?`
const WEEKDAY = `(?<weekday>${weekdays.join('|')})`
const ON = `${TIME}(?:${oneOf(weekdays)},? )?`

export const russian: DeadlineTable = {
  months,
  weekdays,
  units,
  numbers,
  next,
  tomorrow: 'завтра|завтрашнего дня|завтрашнему дню',
  dayAfterTomorrow: 'послезавтра',
  alsoNames: '',
  alsoWords: '',
  patterns: [
    wholeWords(`${LEAD}${ON}${ISO}`),
    wholeWords(`${LABEL}(?<year>\\d{4})${YEAR_WORD}?`),
    wholeWords(`${LEAD}${ON}${DIGITS}${YEAR_WORD}?`),
    wholeWords(`${LEAD}${ON}(?<day>\\d{2})\\.(?<monthDigits>\\d{2})(?=\\s*(?:$|[.,;:)\\]]))`),
    wholeWords(`${LEAD}${ON}${DAY} ${MONTH}${YEAR}`),
    wholeWords(
      `${LEAD}(?<end>конца|концу|конец) (?:(?<which>${next}|${current}) )?(?:(?<unit>дня|недели|месяца|квартала|года)|${MONTH}${YEAR})`,
    ),
    wholeWords(`${LEAD}(?<end>конца|концу|конец) (?<year>\\d{4})${YEAR_WORD}`),
    // "до июня" says that it must be done before June begins to some and within it to others
    wholeWords(`(?:к|не позднее|не позже|срок\\s*:) (?<month>${months.map((month) => month.split('|')[0] ?? '').join('|')})${YEAR}`),
    wholeWords(`${LEAD}(?:(?<which>${next}|${current}) )?${WEEKDAY}`),
    wholeWords(`во? (?<which>${next}) ${WEEKDAY}`),
    wholeWords(`${LEAD}(?<relative>завтра|завтрашнего дня|завтрашнему дню|послезавтра)`),
    wholeWords(
      `в течение (?:ближайш(?:их|его|ей) |следующ(?:их|его|ей) )?(?:(?<count>\\d{1,3}|${numbers.join('|')})(?: \\([^()]{1,20}\\))? )?(?:календарных )?(?<unit>дня|дней|недели|недель|месяца|месяцев|года)`,
    ),
  ],
}
