/** The words of a reminder in the languages that it is written in. */
import type { Classification } from '../../../shared/model/common.ts'
import type { DocumentLanguage } from '../../../shared/text/dates-in-words.ts'

interface ReminderWords {
  readonly heading: (name: string, date: string) => string
  readonly deadline: string
  readonly overdue: string
  readonly noDeadline: string
  readonly from: string
  /** Who is responsible beside whom it is for. */
  readonly others: string
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

export const reminderWords: Readonly<Record<DocumentLanguage, ReminderWords>> = {
  en: {
    heading: (name, date) => `${name}: open actions on ${date}`,
    deadline: 'Deadline',
    overdue: 'overdue',
    noDeadline: 'No deadline',
    from: 'From',
    others: 'Also responsible',
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
    others: 'Также отвечают',
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
    others: 'Бірге жауапты',
    latest: 'Соңғысы',
    classified: (level, withheld) =>
      withLeftOut(`Қолжетімділік деңгейі: ${kazakhLevels[level]}.`, 'Енгізілмеген, деңгейі жоғары ашық тапсырмалар:', withheld),
    nothing: 'Ашық тапсырма жоқ.',
    closing: 'Орындалу барысы туралы хабарлауыңызды сұраймыз.',
  },
}
