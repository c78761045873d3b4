/** Problems of a query, as the field shows them: where they are, and one sentence. */
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import type { SearchProblem } from '../../../shared/contract/search.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { QueryNode } from '../../../shared/search/query.ts'
import { words } from '../../../shared/text/fold.ts'
import { nameKeys } from '../../../shared/text/name-keys.ts'
import { matchCountries } from '../countries/country-names.ts'
import { useCountries } from '../countries/country-options.ts'

/** What is being typed right now may become right with the next key. */
const PAUSE = 700

const nothing: readonly SearchProblem[] = []

/** One of the names begins so, or is another spelling of it: the search takes both. */
function isCountry(name: string, options: readonly CountryOption[]): boolean {
  if (matchCountries(options, name).length > 0) return true
  const typed = words(name).map((word) => nameKeys(word))
  return options.some(({ names, formalNames, otherNames }) =>
    [...Object.values(names), ...Object.values(formalNames), ...otherNames].some((known) => {
      const keys = new Set(words(known).flatMap((word) => [...nameKeys(word)]))
      return typed.every((word) => word.some((key) => keys.has(key)))
    }),
  )
}

function unknownCountries(node: QueryNode | null, options: readonly CountryOption[]): SearchProblem[] {
  if (node === null) return []
  if (node.type === 'and' || node.type === 'or') return node.nodes.flatMap((inner) => unknownCountries(inner, options))
  if (node.type === 'not') return unknownCountries(node.node, options)
  if (node.type !== 'country' || isCountry(node.name, options)) return []
  return [{ code: 'unknownValue', span: [...node.span], about: node.name }]
}

/** Of a text that nobody has searched for yet. `options` empty: they are not known yet, and no country is doubted. */
export function problemsOf(text: string, options: readonly CountryOption[]): readonly SearchProblem[] {
  const { root, problems } = parseQuery(text)
  return [
    ...problems.map(({ code, span, about }): SearchProblem => ({ code, span: [...span], about })),
    ...(options.length > 0 ? unknownCountries(root, options) : []),
  ]
}

/** The problems of a text, those at its end only when the person has paused and nothing is offered to stand there. */
export function useProblems(text: string, completing: boolean): readonly SearchProblem[] {
  // hundreds of names, for the few queries that name a country
  const options = useCountries(text.includes(':'))
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const problems = useMemo(() => (text.trim() === '' ? nothing : problemsOf(text, options)), [text, options])
  const end = text.trimEnd().length
  return rested === text && !completing ? problems : problems.filter(({ span }) => span[1] < end)
}

/** One sentence about the first of them. */
export const problemSentence = (t: TFunction<'common'>, problems: readonly SearchProblem[]): string | undefined => {
  const [first] = problems
  return first && t(`query.problem.${first.code}`, { about: first.about })
}
