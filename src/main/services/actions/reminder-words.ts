/** The words of a reminder in the languages that it is written in, and dates as these write them. */
import type { ReminderLanguage } from '../../../shared/model/action-lists.ts'
import type { Classification } from '../../../shared/model/common.ts'
import { parsePartialDate } from '../../../shared/model/partial-date.ts'

interface ReminderWords {
  readonly heading: (name: string, date: string) => string
  readonly deadline: string
  readonly overdue: string
  readonly noDeadline: string
  readonly from: string
  /** The latest remark. */
  readonly latest: string
  readonly classified: (level: Classification, withheld: number) => string
  readonly nothing: string
  readonly closing: string
}

const russianLevels: Readonly<Record<Classification, string>> = {
  public: 'открытый',
  internal: 'для внутреннего пользования',
  confidential: 'конфиденциально',
  'strictly confidential': 'строго конфиденциально',
}
const kazakhLevels: Readonly<Record<Classification, string>> = {
  public: 'ашық',
  internal: 'ішкі пайдалану үшін',
  confidential: 'құпия',
  'strictly confidential': 'қатаң құпия',
}

const withLeftOut = (level: string, words: string, withheld: number) => (withheld === 0 ? level : `${level} ${words} ${withheld}.`)

export const reminderWords: Readonly<Record<ReminderLanguage, ReminderWords>> = {
  en: {
    heading: (name, date) => `${name}: open actions on ${date}`,
    deadline: 'Deadline',
    overdue: 'overdue',
    noDeadline: 'No deadline',
    from: 'From',
    latest: 'Latest',
    classified: (level, withheld) =>
      withLeftOut(`Classification: ${level}.`, 'Open actions of a higher classification, left out:', withheld),
    nothing: 'Nothing is open.',
    closing: 'Please let us know how these stand.',
  },
  ru: {
    heading: (name, date) => `${name}: открытые поручения на ${date}`,
    deadline: 'Срок',
    overdue: 'просрочено',
    noDeadline: 'Без срока',
    from: 'Источник',
    latest: 'Последнее',
    classified: (level, withheld) =>
      withLeftOut(`Уровень доступа: ${russianLevels[level]}.`, 'Не включено открытых поручений более высокого уровня:', withheld),
    nothing: 'Открытых поручений нет.',
    closing: 'Просим сообщить о ходе выполнения.',
  },
  kk: {
    heading: (name, date) => `${name}: ашық тапсырмалар, ${date}`,
    deadline: 'Мерзімі',
    overdue: 'мерзімі өтті',
    noDeadline: 'Мерзімі белгіленбеген',
    from: 'Дереккөз',
    latest: 'Соңғысы',
    classified: (level, withheld) =>
      withLeftOut(`Қолжетімділік деңгейі: ${kazakhLevels[level]}.`, 'Енгізілмеген, деңгейі жоғары ашық тапсырмалар:', withheld),
    nothing: 'Ашық тапсырма жоқ.',
    closing: 'Орындалу барысы туралы хабарлауыңызды сұраймыз.',
  },
}

interface Months {
  /** With a day before it, and alone. */
  readonly ofDay: readonly string[]
  readonly alone: readonly string[]
}

const english = 'January February March April May June July August September October November December'.split(' ')
const kazakh = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
const months: Readonly<Record<ReminderLanguage, Months>> = {
  en: { ofDay: english, alone: english },
  ru: {
    ofDay: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    alone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  },
  kk: { ofDay: kazakh, alone: kazakh },
}

/** 30 June 2023 · 30 июня 2023 г. · 2023 жылғы 30 маусым; of a month or a year what there is. Empty for no date. */
export function dateInWords(partial: string, language: ReminderLanguage): string {
  const parts = parsePartialDate(partial)
  if (!parts) return partial
  const { year, month, day } = parts
  const names = months[language]
  if (month === undefined) return language === 'ru' ? `${year} г.` : language === 'kk' ? `${year} жыл` : String(year)
  const name = (day === undefined ? names.alone : names.ofDay)[month - 1] ?? ''
  const dayAndMonth = day === undefined ? name : `${day} ${name}`
  if (language === 'kk') return `${year} жылғы ${dayAndMonth}`
  return language === 'ru' ? `${dayAndMonth} ${year} г.` : `${dayAndMonth} ${year}`
}
