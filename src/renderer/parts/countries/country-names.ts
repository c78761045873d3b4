/** Finding a country by any of its names: short and formal ones in English, Russian and Kazakh, former names, codes. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { editDistance } from '../../../shared/text/edit-distance.ts'
import { fold, words } from '../../../shared/text/fold.ts'

type Language = 'en' | 'ru' | 'kk'

/** Its short name in the reader's language, or the English one. */
export const countryName = (option: CountryOption, language: Language = 'en'): string => option.names[language] || option.names.en

const namesOf = (option: CountryOption) => [
  ...Object.values(option.names),
  ...Object.values(option.formalNames),
  ...option.otherNames,
  option.code,
  option.alpha2,
]

/** Folded once for each list of options: the same list is asked at every key. */
const folded = new WeakMap<
  readonly CountryOption[],
  readonly { option: CountryOption; names: readonly string[]; words: readonly (readonly string[])[] }[]
>()
function foldedOptions(options: readonly CountryOption[]) {
  let rows = folded.get(options)
  if (!rows) {
    rows = options.map((option) => {
      const names = namesOf(option).filter(Boolean)
      return { option, names: names.map((name) => words(name).join(' ')), words: names.map(words) }
    })
    folded.set(options, rows)
  }
  return rows
}

/** Options of which one name has a word beginning with each word typed; best first, in order of name within a rank. */
export function matchCountries(options: readonly CountryOption[], text: string, language: Language = 'en'): readonly CountryOption[] {
  const typed = words(text)
  const byName = (a: CountryOption, b: CountryOption) => countryName(a, language).localeCompare(countryName(b, language), language)
  if (typed.length === 0) return options.toSorted(byName)
  const whole = typed.join(' ')
  const ranked = foldedOptions(options).flatMap(({ option, names, words: nameWords }) => {
    if (names.includes(whole)) return [{ option, rank: 0 }]
    const shown = fold(countryName(option, language))
    if (shown.startsWith(whole)) return [{ option, rank: 1 }]
    if (names.some((name) => name.startsWith(whole))) return [{ option, rank: 2 }]
    const found = nameWords.some((list) => typed.every((start) => list.some((word) => word.startsWith(start))))
    return found ? [{ option, rank: 3 }] : []
  })
  return ranked.toSorted((a, b) => a.rank - b.rank || byName(a.option, b.option)).map(({ option }) => option)
}

/** The country that a text names in full; undefined when none does. */
export function countryNamed(options: readonly CountryOption[], text: string): CountryOption | undefined {
  const whole = words(text).join(' ')
  return whole === '' ? undefined : foldedOptions(options).find(({ names }) => names.includes(whole))?.option
}

/** So many countries are offered for a name that is misspelt. */
const MOST_ALIKE = 5

/** Countries of which a name is spelt nearly so: one letter in five, and no more, is another. The nearest first. */
export function countriesAlike(options: readonly CountryOption[], text: string): readonly CountryOption[] {
  const whole = words(text).join(' ')
  const most = Math.floor(whole.length / 5)
  if (most === 0) return []
  const near = foldedOptions(options).flatMap(({ option, names }) => {
    const steps = Math.min(...names.filter((name) => Math.abs(name.length - whole.length) <= most).map((name) => editDistance(whole, name)))
    return steps <= most ? [{ option, steps }] : []
  })
  return near
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, MOST_ALIKE)
    .map(({ option }) => option)
}
