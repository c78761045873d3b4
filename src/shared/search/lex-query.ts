/** The text of a query in pieces: words with what stands between them, quotes, parentheses, operators with their values. */
import { operatorOf } from './operators.ts'
import type { OperatorName } from './query.ts'

interface Piece {
  readonly from: number
  /** Behind the last character. */
  readonly to: number
}

/** What stands between quotes or white space: `valueFrom`–`valueTo` without the quotes. */
export interface Value {
  readonly valueFrom: number
  readonly valueTo: number
  readonly quoted: boolean
  /** False for quotes that do not end. */
  readonly closed: boolean
}

export type Token =
  | (Piece & { readonly type: 'open' | 'close' | 'or' | 'minus' })
  | (Piece & Value & { readonly type: 'text' })
  /** `name` is undefined for an operator that is not known. */
  | (Piece & Value & { readonly type: 'operator'; readonly name: OperatorName | undefined; readonly nameTo: number })

/** Which quotes end those that begin with one. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”“', '„': '“”', '”': '”', '«': '»' }
const SPACE = /\s+/uy
const CHUNK = /[^\s()|"“”„«»]+/uy
/** A letter or two may be a drive or a time; `https://` is an address. */
const OPERATOR = /^(\p{L}{1,30}):(?!\/)/u
const AFTER_VALUE = new Set([',', ';'])
const MINUS = new Set(['-', '−'])
const OR_WORDS: ReadonlySet<string> = new Set(['OR', 'ИЛИ'])

/** Nobody types more; what stands behind them is not read. */
export const MOST_TOKENS = 1_024

/** Never throws, and takes a time that grows with the text alone, up to so many pieces. */
export function lexQuery(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  /** True where a piece may begin with a minus. */
  let free = true
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const space = matchAt(SPACE, text, at)
    if (space > at) {
      at = space
      free = true
      continue
    }
    const char = text.charAt(at)
    if (char === '(' || char === ')' || char === '|') {
      tokens.push({ type: char === '(' ? 'open' : char === ')' ? 'close' : 'or', from: at, to: at + 1 })
      at += 1
      free = char !== ')'
      continue
    }
    if (free && MINUS.has(char) && isMinus(text, at)) {
      tokens.push({ type: 'minus', from: at, to: at + 1 })
      at += 1
      free = false
      continue
    }
    free = false
    const token = CLOSING[char] === undefined ? chunkAt(text, at) : { type: 'text' as const, from: at, ...quoteAt(text, at) }
    if (token) tokens.push(token)
    at = token?.to ?? at + 1
  }
  return tokens
}

/** One hyphen right before something, or the last thing typed; a dash between words is none. */
const isMinus = (text: string, at: number) => !/[\s-]/u.test(text.charAt(at + 1))

function matchAt(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

function quoteAt(text: string, at: number): Value & { readonly to: number } {
  const closing = CLOSING[text.charAt(at)] ?? ''
  let end = at + 1
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1
  const closed = end < text.length
  return { valueFrom: at + 1, valueTo: end, quoted: true, closed, to: closed ? end + 1 : end }
}

function chunkAt(text: string, from: number): Token | undefined {
  const to = matchAt(CHUNK, text, from)
  if (to === from) return undefined // a closing quote that nothing opened
  const chunk = text.slice(from, to)
  if (OR_WORDS.has(chunk)) return { type: 'or', from, to }
  const plain: Token = { type: 'text', from, to, valueFrom: from, valueTo: to, quoted: false, closed: true }
  const name = OPERATOR.exec(chunk)?.[1]
  if (name === undefined) return plain
  const operator = { type: 'operator' as const, name: operatorOf(name), from, nameTo: from + name.length }
  const valueFrom = operator.nameTo + 1
  if (valueFrom < to) {
    if (operator.name === undefined)
      return name.length > 1 ? { ...operator, to, valueFrom, valueTo: to, quoted: false, closed: true } : plain
    // what closes a list of values in a sentence is no part of one; an expression would look for it at every sign
    let valueTo = to
    while (valueTo > valueFrom && AFTER_VALUE.has(text.charAt(valueTo - 1))) valueTo -= 1
    return { ...operator, to, valueFrom, valueTo, quoted: false, closed: true }
  }
  if (CLOSING[text.charAt(to)] !== undefined) return { ...operator, ...quoteAt(text, to) }
  // "Plenary: Ideas": a word before a colon; where nothing follows somebody is typing an operator
  const isWord = operator.name === undefined && (name.length === 1 || to < text.trimEnd().length)
  return isWord ? plain : { ...operator, to, valueFrom, valueTo: to, quoted: false, closed: true }
}
