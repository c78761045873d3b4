/** Problems of a query, as the field shows them: where they are, and one sentence. */
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import type { CountryOption } from '../../../shared/contract/lists.ts'
import type { SearchProblem } from '../../../shared/contract/search.ts'
import { countryCodes } from '../../../shared/search/country-codes.ts'
import { operatorOf, operators } from '../../../shared/search/operators.ts'
import type { QueryNode } from '../../../shared/search/query.ts'
import { fold } from '../../../shared/text/fold.ts'
import { i18n } from '../../i18n/index.ts'
import { useCountries } from '../countries/country-options.ts'
import { parsedQuery } from './parsed-query.ts'

/** What is being typed right now may become right with the next key. */
const PAUSE = 700

/** As many values as a sentence holds; the field completes the others. */
const NAMED = 8

const nothing: readonly SearchProblem[] = []

/** `options` empty: they are not known yet, and no country is doubted. */
const isKnown = (name: string, options: readonly CountryOption[]) => options.length === 0 || countryCodes(options)(name).length > 0

function unknownCountries(node: QueryNode | null, options: readonly CountryOption[]): SearchProblem[] {
  if (node === null) return []
  if (node.type === 'and' || node.type === 'or') return node.nodes.flatMap((inner) => unknownCountries(inner, options))
  if (node.type === 'not') return unknownCountries(node.node, options)
  if (node.type !== 'country' || isKnown(node.name, options)) return []
  return [{ code: 'unknownValue', span: [...node.span], about: node.name }]
}

/** Of a text that nobody has searched for yet. `options` as far as the countries are known. */
export function problemsOf(text: string, options: readonly CountryOption[]): readonly SearchProblem[] {
  const { root, problems } = parsedQuery(text)
  return [...problems.map(({ code, span, about }): SearchProblem => ({ code, span: [...span], about })), ...unknownCountries(root, options)]
}

function asks(node: QueryNode | null, options: readonly CountryOption[]): boolean {
  if (node === null) return false
  if (node.type === 'and' || node.type === 'or') return node.nodes.some((inner) => asks(inner, options))
  if (node.type === 'not') return asks(node.node, options)
  return node.type !== 'country' || isKnown(node.name, options)
}

/** Something is left to look for when what cannot be taken is left out. */
export const asksSomething = (text: string, options: readonly CountryOption[]): boolean => asks(parsedQuery(text).root, options)

// hundreds of names, for the few queries that name a country
const useKnownCountries = (text: string) => useCountries(text.includes(':'))

export function useAsking(text: string): boolean {
  const options = useKnownCountries(text)
  return useMemo(() => asksSomething(text, options), [text, options])
}

export interface ProblemsOptions {
  /** Something is offered to stand at the caret. */
  readonly completing: boolean
  /** Nothing was found for this very text: the reason waits no longer. */
  readonly foundNothing: boolean
}

/** The problems of a text, those at its end only when the person has paused and nothing is offered to stand there. */
export function useProblems(text: string, { completing, foundNothing }: ProblemsOptions): readonly SearchProblem[] {
  const options = useKnownCountries(text)
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const problems = useMemo(() => (text.trim() === '' ? nothing : problemsOf(text, options)), [text, options])
  const end = text.trimEnd().length
  return (rested === text || foundNothing) && !completing ? problems : problems.filter(({ span }) => span[1] < end)
}

/** What people call the day of a record in other programs. */
const DAYS: ReadonlySet<string> = new Set(['due', 'deadline', 'day', 'on', 'from', 'срок'])

/** The first name that is written as the reader writes; the first of all where none is. */
const inWriting = ([first = '', ...others]: readonly string[]): string =>
  i18n.language === 'ru' ? (others.find((name) => /\p{Script=Cyrillic}/u.test(name)) ?? first) : first

/** What could stand there instead; empty where the sentence says it all. */
function pointer(t: TFunction<'common'>, text: string, { code, span: [from, to] }: SearchProblem): string {
  const [typed = ''] = text.slice(from, to).split(':')
  if (code === 'unknownOperator') {
    if (DAYS.has(fold(typed))) return t('query.instead.days')
    return t('query.instead.operators', {
      operators: Object.entries(operators)
        .map(([name, { names }]) => `${inWriting([name, ...names])}:`)
        .join(', '),
    })
  }
  const operator = code === 'unknownValue' ? operatorOf(typed) : undefined
  const values =
    operator === undefined ? [] : Object.entries(operators[operator].values ?? {}).map(([value, names]) => inWriting([value, ...names]))
  if (values.length === 0) return ''
  return t(values.length > NAMED ? 'query.instead.someValues' : 'query.instead.values', {
    operator: typed,
    values: values.slice(0, NAMED).join(', '),
  })
}

/** A sentence about the first of them, with what could stand there. */
export function problemSentence(t: TFunction<'common'>, text: string, problems: readonly SearchProblem[]): string | undefined {
  const [first] = problems
  if (!first) return undefined
  return [t(`query.problem.${first.code}`, { about: first.about }), pointer(t, text, first)].filter(Boolean).join(' ')
}
