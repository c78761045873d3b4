/** Decisions: callouts `> [!decision|consensus] SC/2023/5 Title` with the text in the lines below (docs/dialect.md). */
import { readBlocks, type Line } from './blocks.ts'
import { takenIn, type Taken } from './taken-words.ts'

/** A decision of a body. */
export interface Decision {
  /** Line in the body, from 0. */
  readonly line: number
  /** A document symbol such as `SC/2023/5`; empty when the heading begins with none. */
  readonly number: string
  readonly title: string
  /** How it was taken; empty when that is not said. */
  readonly taken: Taken
  /** Markdown of the quoted lines below, without their quote marks. */
  readonly text: string
}

/** The first line of a decision, and where its parts stand. */
export interface DecisionHead {
  /** What stands between the bar and the bracket; its range is empty, before the bracket, without a bar. */
  readonly meta: { readonly from: number; readonly to: number; readonly bar: boolean }
  /** Its range is empty where it would stand. */
  readonly number: { readonly from: number; readonly to: number }
  /** Without white space around it. */
  readonly title: string
}

const HEAD = /^\[!decision(?:(\|)([^[\]]*))?\][-+]?(?=\s|$)/i
/** Words joined by slashes, one of them with a digit. */
const NUMBER = /^(?=\S*\d)[^\s/]+(?:\/[^\s/]+)+$/u

/** Whether this can stand as the number of a decision. */
export const isDecisionNumber = (number: string): boolean => NUMBER.test(number)

/** All decisions of a body in order. Never throws. */
export function findDecisions(body: string): Decision[] {
  if (!/\[!decision[\]|]/i.test(body)) return []
  const found: Decision[] = []
  const { lines } = readBlocks(body)
  for (let index = 0; index < lines.length; index++) {
    const head = decisionHead(body, lines[index])
    if (!head) continue
    const quotes = lines[index]?.quotes ?? 0
    const text: string[] = []
    for (let next = index + 1; ; next++) {
      const line = lines[next]
      if (!line || line.quotes < quotes || line.lazy || (line.opensQuote && line.quotes === quotes) || decisionHead(body, line)) break
      text.push(unquoted(body.slice(line.from, line.to), quotes))
    }
    found.push({
      line: index,
      number: body.slice(head.number.from, head.number.to),
      title: head.title,
      taken: takenIn(body.slice(head.meta.from, head.meta.to)).taken,
      text: text.join('\n').trim(),
    })
    index += text.length
  }
  return found
}

/** The parts of a quoted line that begins with `[!decision]`; undefined of any other. */
export function decisionHead(body: string, line: Line | undefined): DecisionHead | undefined {
  if (!line || line.quotes === 0 || line.type !== 'text' || line.bullet !== '') return undefined
  if (body.charAt(line.contentFrom) !== '[') return undefined
  const written = body.slice(line.contentFrom, line.to)
  const mark = HEAD.exec(written)
  if (!mark) return undefined
  const metaTo = line.contentFrom + written.indexOf(']')
  const words = written.slice(mark[0].length)
  const wordsFrom = line.contentFrom + mark[0].length
  const first = /^\s*(\S*)/u.exec(words)
  const word = first?.[1] ?? ''
  const numberFrom = wordsFrom + (first?.[0].length ?? 0) - word.length
  const numbered = isDecisionNumber(word)
  return {
    meta: { from: metaTo - (mark[2] ?? '').length, to: metaTo, bar: mark[1] !== undefined },
    number: numbered ? { from: numberFrom, to: numberFrom + word.length } : { from: wordsFrom, to: wordsFrom },
    title: (numbered ? words.slice(first?.[0].length ?? 0) : words).trim().replace(/\s+/gu, ' '),
  }
}

/** Takes away so many quote marks; what they stand before keeps its indentation. */
function unquoted(line: string, quotes: number): string {
  let at = 0
  for (let i = 0; i < quotes; i++) {
    const mark = line.indexOf('>', at)
    if (mark === -1) break
    at = mark + 1
  }
  return line.slice(line.charAt(at) === ' ' ? at + 1 : at)
}
