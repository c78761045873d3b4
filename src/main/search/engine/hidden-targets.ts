/** What links lead to, written behind what they show: words that are found there are seen by nobody otherwise. */
import type { Hit } from './sought-words.ts'

/** The longest title and some heading of it; the longest address that is looked at. */
const REACH = 800

interface Hidden {
  readonly target: string
  /** Behind the link. */
  readonly end: number
}

/** The text with the targets of those links in brackets, as an editor adds to what is quoted, in whose target one of the hits stands. */
export function withTargets(text: string, hits: readonly Hit[]): string {
  let result = ''
  let copied = 0
  for (const { from, to } of hits) {
    if (from < copied) continue
    const hidden = wikilinkAround(text, from, to) ?? addressAround(text, from, to)
    if (!hidden) continue
    // a parenthesis right behind it would make a link of it
    result += `${text.slice(copied, hidden.end)} [${hidden.target}]${text.charAt(hidden.end) === '(' ? ' ' : ''}`
    copied = hidden.end
  }
  return result + text.slice(copied)
}

/** `[[target|shown]]` */
function wikilinkAround(text: string, from: number, to: number): Hidden | undefined {
  const before = text.slice(Math.max(0, from - REACH), from)
  const open = before.lastIndexOf('[[')
  if (open === -1 || /[\]|\n]/.test(before.slice(open + 2))) return undefined
  const behind = /^([^[\]|\n]*)\|[^\n]*?\]\]/.exec(text.slice(to, to + REACH))
  if (!behind) return undefined
  // the bar is written `\|` in a table
  const target = (before.slice(open + 2) + text.slice(from, to) + (behind[1] ?? '')).replace(/\\$/, '').trim()
  return { target, end: to + behind[0].length }
}

/** `[shown](address)` */
function addressAround(text: string, from: number, to: number): Hidden | undefined {
  const before = text.slice(Math.max(0, from - REACH), from)
  const open = before.lastIndexOf('](')
  if (open === -1 || /[()\n]/.test(before.slice(open + 2))) return undefined
  const behind = /^([^()\n]*)\)/.exec(text.slice(to, to + REACH))
  return behind ? { target: before.slice(open + 2) + text.slice(from, to) + (behind[1] ?? ''), end: to + behind[0].length } : undefined
}
