/** Searches that ask for less than one that found nothing. */
import { parseQuery } from '../../../shared/search/parse-query.ts'
import type { QueryNode, Span } from '../../../shared/search/query.ts'

/** As many as are worth reading. */
const MOST = 4
/** A text longer than a line says nothing on a button. */
const LONGEST = 80

/** What has to be true all together, each with the part of the text that says it. */
function partsOf(node: QueryNode | null): readonly Span[] {
  if (node === null || node.type === 'or') return []
  if (node.type === 'and') return node.nodes.flatMap((inner) => ('span' in inner ? [inner.span] : []))
  return []
}

/** The text without what stands there, up to the spaces around it. */
function without(text: string, [from, to]: Span): string {
  const before = text.slice(0, from).replace(/\S+$/u, '')
  const after = text.slice(to).replace(/^\S+/u, '')
  return `${before} ${after}`.replaceAll(/\s+/gu, ' ').trim()
}

const QUOTES = /["“”„«»]/gu

/** A phrase without its quotation marks, then the text without one of its conditions each. */
export function nearerTexts(typed: string): readonly string[] {
  if (typed.length > LONGEST) return []
  const unquoted = typed.replace(QUOTES, '').trim()
  const isOpen = parseQuery(typed).problems.some(({ code }) => code === 'openQuote')
  // a quote that does not end has been searched as words already
  const text = isOpen ? unquoted : typed
  const parts = partsOf(parseQuery(text).root)
  const loose = isOpen ? [] : [unquoted]
  const fewer = parts.length > 1 ? parts.map((part) => without(text, part)) : []
  return [...new Set([...loose, ...fewer])].filter((near) => near !== '' && near !== text.trim()).slice(0, MOST)
}
