/** What an operator and its value ask for. */
import type { Token, Value } from './lex-query.ts'
import { operatorValues } from './operators.ts'
import { dayBefore, daysOf, daysOfRange, FIRST_DAY, LAST_DAY } from './query-days.ts'
import { searchFields, type OperatorName, type QueryNode, type QueryProblem, type SearchField } from './query.ts'

type OperatorToken = Extract<Token, { type: 'operator' }>

export type Read =
  | { readonly node: QueryNode }
  /** Plain words of the group are looked for there. */
  | { readonly fields: readonly SearchField[] }
  /** Who answers for it: the words of the value. */
  | { readonly owner: Value }
  | { readonly problem: QueryProblem }

const isField = (value: string): value is SearchField => (searchFields as readonly string[]).includes(value)

/** Reads a known operator. */
export function readOperator(text: string, name: OperatorName, token: OperatorToken): Read {
  const span = [token.from, token.to] as const
  const value = text.slice(token.valueFrom, token.valueTo).trim()
  const problem = (code: QueryProblem['code'], about = value): Read => ({ problem: { code, span, about } })
  if (value === '') return problem('noValue', text.slice(token.from, token.nameTo))
  switch (name) {
    case 'kind':
      return anyOf(operatorValues(name, value).map((kind) => ({ type: 'kind', kind, span }))) ?? problem('unknownValue')
    case 'is':
    case 'has':
      return anyOf(operatorValues(name, value).map((known) => ({ type: name, value: known, span }))) ?? problem('unknownValue')
    case 'in': {
      const fields = operatorValues(name, value).filter(isField)
      return fields.length > 0 ? { fields } : problem('unknownValue')
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

function anyOf(nodes: readonly QueryNode[]): Read | undefined {
  const [first] = nodes
  return first && { node: nodes.length > 1 ? { type: 'or', nodes } : first }
}
