/** Which countries a name in a query means. */
import type { CountryOption } from '../../../shared/contract/lists.ts'
import { createWordMatcher } from '../../../shared/search/word-matcher.ts'
import { words } from '../../../shared/text/fold.ts'

interface Named {
  readonly code: string
  /** Folded words. */
  readonly words: readonly string[]
}

/** Of names that were asked for. */
const MOST_ANSWERS = 1_000

const named = (code: string, names: readonly string[]): Named[] =>
  [...new Set(names)].map((name) => ({ code, words: words(name) })).filter((one) => one.words.length > 0)

/**
 * A function from a name to codes. A code, a name in any language or a former name means its country; else a name means
 * those whose names have all of its words, or begin so; else those that have them in another spelling.
 */
export function countryCodes(countries: readonly CountryOption[]): (name: string) => readonly string[] {
  const names = countries.flatMap(({ code, alpha2, names: short, formalNames, otherNames }) =>
    named(code, [code, alpha2, ...Object.values(short), ...Object.values(formalNames), ...otherNames]),
  )
  const answers = new Map<string, readonly string[]>()
  return (name) => {
    const known = answers.get(name)
    if (known) return known
    const codes = codesOf(name, names)
    if (answers.size === MOST_ANSWERS) answers.clear()
    answers.set(name, codes)
    return codes
  }
}

function codesOf(name: string, names: readonly Named[]): readonly string[] {
  const wanted = words(name)
  if (wanted.length === 0) return []
  const whole = wanted.join(' ')
  const found = (fits: (own: readonly string[]) => boolean) => [...new Set(names.filter((one) => fits(one.words)).map(({ code }) => code))]
  const exact = found((own) => own.length === wanted.length && own.join(' ') === whole)
  if (exact.length > 0) return exact
  const begun = found((own) => wanted.every((word) => own.some((one) => one.startsWith(word))))
  if (begun.length > 0) return begun
  const matchers = wanted.map((word) => createWordMatcher([word], { inflected: false }))
  return found((own) => matchers.every((matcher) => own.some((one) => matcher.matches(one) !== null)))
}
