/** Dates as documents write them, in the languages that documents are written in. No zod: pages write them too. */
import { parsePartialDate } from '../model/partial-date.ts'

export const documentLanguages = ['en', 'ru', 'kk'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** The first of some BCP 47 tags that documents are written in: `ru-KZ` is Russian. English when there is none. */
export function documentLanguage(tags: readonly string[]): DocumentLanguage {
  for (const tag of tags) {
    const [primary] = tag.toLowerCase().split('-')
    const known = documentLanguages.find((language) => language === primary)
    if (known) return known
  }
  return 'en'
}

const english = 'January February March April May June July August September October November December'.split(' ')
const kazakh = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
/** Alone; and with a day before it or behind a preposition. */
const months: Readonly<Record<DocumentLanguage, { readonly nominative: readonly string[]; readonly genitive: readonly string[] }>> = {
  en: { nominative: english, genitive: english },
  ru: {
    nominative: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
    genitive: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  },
  kk: { nominative: kazakh, genitive: kazakh },
}

/**
 * 30 June 2023 · 30 июня 2023 г. · 2023 жылғы 30 маусым; of a month or a year what there is. Empty for no date.
 * @param monthIn the case of a month without a day: "до июня" has the genitive
 */
export function dateInWords(partial: string, language: DocumentLanguage, monthIn: 'nominative' | 'genitive' = 'nominative'): string {
  const parts = parsePartialDate(partial)
  if (!parts) return partial
  const { year, month, day } = parts
  if (month === undefined) return language === 'ru' ? `${year} г.` : language === 'kk' ? `${year} жыл` : String(year)
  const name = months[language][day === undefined ? monthIn : 'genitive'][month - 1] ?? ''
  const dayAndMonth = day === undefined ? name : `${day} ${name}`
  if (language === 'kk') return `${year} жылғы ${dayAndMonth}`
  return language === 'ru' ? `${dayAndMonth} ${year} г.` : `${dayAndMonth} ${year}`
}
