/** What an operator and its value ask for. */
import type { Token, Value } from './lex-query.ts'
import { operatorValue } from './operators.ts'
import { dayBefore, daysOf, daysOfRange, FIRST_DAY, LAST_DAY } from './query-days.ts'
import { searchFields, type OperatorName, type QueryNode, type QueryProblem, type SearchField } from './query.ts'

type OperatorToken = Extract<Token, { type: 'operator' }>

export type Read =
  | { readonly node: QueryNode }
  /** Plain words of the group are looked for there. */
  | { readonly field: SearchField }
  /** Who answers for it: the words of the value. */
  | { readonly owner: Value }
  | { readonly problem: QueryProblem }

const isField = (value: string | undefined): value is SearchField => (searchFields as readonly (string | undefined)[]).includes(value)

/** Reads a known operator. */
export function readOperator(text: string, name: OperatorName, token: OperatorToken): Read {
  const span = [token.from, token.to] as const
  const value = text.slice(token.valueFrom, token.valueTo).trim()
  const problem = (code: QueryProblem['code'], about = value): Read => ({ problem: { code, span, about } })
  if (value === '') return problem('noValue', text.slice(token.from, token.nameTo))
  switch (name) {
    case 'kind': {
      const kind = operatorValue('kind', value)
      return kind === undefined ? problem('unknownValue') : { node: { type: 'kind', kind, span } }
    }
    case 'is':
    case 'has': {
      const known = operatorValue(name, value)
      return known === undefined ? problem('unknownValue') : { node: { type: name, value: known, span } }
    }
    case 'in': {
      const field = operatorValue('in', value)
      return isField(field) ? { field } : problem('unknownValue')
    }
    case 'country':
      return { node: { type: 'country', name: value, span } }
    case 'tag': {
      const tag = value.replace(/^#/, '').replace(/\/+$/, '')
      return tag === '' ? problem('noValue', text.slice(token.from, token.nameTo)) : { node: { type: 'tag', tag, span } }
    }
    case 'owner':
      return { owner: token }
    case 'date': {
      const days = daysOfRange(value)
      return days ? { node: { type: 'date', ...days, span } } : problem('badDate')
    }
    case 'before': {
      const days = daysOf(value)
      return days ? { node: { type: 'date', from: FIRST_DAY, to: dayBefore(days.from), span } } : problem('badDate')
    }
    case 'after': {
      const days = daysOf(value)
      return days ? { node: { type: 'date', from: days.from, to: LAST_DAY, span } } : problem('badDate')
    }
  }
}
