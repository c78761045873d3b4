/** What may stand at the caret of a search box: operators, and values of those that have a list of them. */
import { fold } from '../text/fold.ts'
import { lexQuery, MOST_TOKENS, type Token } from './lex-query.ts'
import { LONGEST_TYPED, namesOfValues, operators } from './operators.ts'
import type { OperatorName } from './query.ts'

export interface CompletionItem {
  /** What is put in place of `from`–`to`. */
  readonly insert: string
  readonly label: string
  readonly sort: 'operator' | 'value'
}

export interface Completion {
  readonly from: number
  readonly to: number
  readonly items: readonly CompletionItem[]
  /** Values that only the workspace knows, and what is typed of one so far; null when there are none such here. */
  readonly open: { readonly operator: OpenOperator; readonly typed: string } | null
}

const openOperators = ['country', 'tag', 'owner'] as const
export type OpenOperator = (typeof openOperators)[number]
const isOpen = (name: OperatorName): name is OpenOperator => (openOperators as readonly string[]).includes(name)

/** How a value is written behind its operator. */
export const asValue = (value: string): string => (/[\s()|"“”„«»]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value)

/** Never throws. Nothing is offered within quotes, behind a word that no operator begins with, or in what was pasted. */
export function completeQuery(text: string, caret: number): Completion {
  const at = Math.max(0, Math.min(caret, text.length))
  const nothing: Completion = { from: at, to: at, items: [], open: null }
  const tokens = lexQuery(text)
  if (tokens.length === MOST_TOKENS) return nothing
  const token = tokens.find((one) => one.from < at && at <= one.to)
  if (!token || token.type === 'minus' || token.type === 'open') return { ...nothing, items: operatorsFor('') }
  if (at - token.from > LONGEST_TYPED) return nothing
  if (token.type === 'operator' && at > token.nameTo) return valuesFor(text, token, at) ?? nothing
  // the end of a quote, a parenthesis, OR: what follows them needs a space first
  if (token.type === 'close' || (token.type === 'text' && token.quoted)) return nothing
  const nameTo = token.type === 'operator' ? token.nameTo + 1 : token.to
  return { from: token.from, to: nameTo, items: operatorsFor(text.slice(token.from, at)), open: null }
}

function operatorsFor(typed: string): CompletionItem[] {
  const begun = fold(typed)
  return Object.entries(operators).flatMap(([name, { names }]) => {
    const own = [name, ...names].find((one) => one.startsWith(begun))
    return own === undefined ? [] : [{ insert: `${own}:`, label: `${own}:`, sort: 'operator' as const }]
  })
}

function valuesFor(text: string, token: Extract<Token, { type: 'operator' }>, at: number): Completion | undefined {
  const from = token.nameTo + 1
  // behind a closing quote the value is whole
  if (token.name === undefined || at < token.valueFrom || (token.quoted && token.closed && at === token.to)) return undefined
  const typed = text.slice(token.valueFrom, at)
  const open = isOpen(token.name) ? { operator: token.name, typed } : null
  return { from, to: token.to, items: open ? [] : closedValues(token.name, typed), open }
}

/** Each value once: under its own name, or under the one that was begun. */
function closedValues(operator: OperatorName, typed: string): CompletionItem[] {
  const begun = fold(typed)
    .trim()
    .replace(/[\s_]+/gu, '-')
  const offered = new Map<string, string>()
  for (const [name, value] of namesOfValues(operator)) if (name.startsWith(begun) && !offered.has(value)) offered.set(value, name)
  return [...offered.values()].map((name) => ({ insert: name, label: name, sort: 'value' }))
}
