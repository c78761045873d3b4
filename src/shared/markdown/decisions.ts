/** Decisions: callouts `> [!decision] SC/2023/5 Title` with the text in the lines below (docs/dialect.md). */
import { readBlocks, type Line } from './blocks.ts'

/** A decision of a body. */
export interface Decision {
  /** Line in the body, from 0. */
  readonly line: number
  /** A document symbol such as `SC/2023/5`; empty when the heading begins with none. */
  readonly number: string
  readonly title: string
  /** Markdown of the quoted lines below, without their quote marks. */
  readonly text: string
}

const HEAD = /^\[!decision\][-+]?(?:[ \t]+(.*))?$/is
/** Words joined by slashes, one of them with a digit. */
const NUMBER = /^(?=\S*\d)[^\s/]+(?:\/[^\s/]+)+$/u

/** All decisions of a body in order. Never throws. */
export function findDecisions(body: string): Decision[] {
  if (!/\[!decision\]/i.test(body)) return []
  const found: Decision[] = []
  const { lines } = readBlocks(body)
  for (let index = 0; index < lines.length; index++) {
    const head = headOf(body, lines[index])
    if (head === undefined) continue
    const quotes = lines[index]?.quotes ?? 0
    const text: string[] = []
    for (let next = index + 1; ; next++) {
      const line = lines[next]
      if (!line || line.quotes < quotes || line.lazy || (line.opensQuote && line.quotes === quotes) || headOf(body, line) !== undefined)
        break
      text.push(unquoted(body.slice(line.from, line.to), quotes))
    }
    const [first = '', ...rest] = head.split(/\s+/u)
    const numbered = NUMBER.test(first)
    found.push({
      line: index,
      number: numbered ? first : '',
      title: (numbered ? rest : [first, ...rest]).join(' '),
      text: text.join('\n').trim(),
    })
    index += text.length
  }
  return found
}

/** What follows `[!decision]` on a quoted line that begins with it. */
function headOf(body: string, line: Line | undefined): string | undefined {
  if (!line || line.quotes === 0 || line.type !== 'text' || line.bullet !== '') return undefined
  if (body.charAt(line.contentFrom) !== '[') return undefined
  const head = HEAD.exec(body.slice(line.contentFrom, line.to))
  return head ? (head[1] ?? '').trim() : undefined
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
