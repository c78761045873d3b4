/**
 * Markdown of the dialect to HTML, piece by piece. What comes out is NOT safe: it is sanitised in the page
 * (`sanitise.ts`) before anything of it is shown. Parts of ours carry `data-part`; colours, words and behaviour are
 * given to them after sanitising.
 */
import { Marked, type RendererThis, type Token, type Tokens } from 'marked'
import { findDecisions } from '../../../../shared/markdown/decisions.ts'
import { readCallout } from '../text/callout.ts'
import { actionOn, daysIn, responsibleIn, type DayPiece } from '../text/action-marks.ts'
import { wikiLinkAt, type WikiLinkText } from '../text/wiki-link-pattern.ts'
import { isPlainHtml } from './allowed-tags.ts'
import { lineNumbers } from './line-numbers.ts'

/** Top-level blocks a piece holds: one piece is sanitised in a few milliseconds. */
const BLOCKS_A_PIECE = 40

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char)

const COMMENT = /^\s*<!--(?:(?!-->)[^])*-->\s*$/

/** Addresses that a reader may open; everything else is shown as text. */
const OPENABLE = /^(?:https:\/\/|mailto:|#)/i

/** The words of a link with the address behind them, for what is not opened. */
const withAddress = (shown: string, address: string) => (shown === escaped(address) ? shown : `${shown} (${escaped(address)})`)

/** Names that are responsible for the task being rendered: their links become chips. */
interface Context {
  responsible: ReadonlySet<string>
}

const wikiLink = (context: Context) => ({
  name: 'wikiLink',
  level: 'inline' as const,
  start: (source: string) => {
    const at = source.search(/!?\[\[/)
    return at < 0 ? undefined : at
  },
  tokenizer(source: string) {
    const link = wikiLinkAt(source, 0)
    return link && { type: 'wikiLink', raw: source.slice(0, link.length), link }
  },
  renderer(token: Tokens.Generic) {
    const { target, heading, shown, embed } = token['link'] as WikiLinkText
    const part = embed ? 'embed' : context.responsible.has(target) ? 'chip' : 'link'
    return `<a data-part="${part}" data-link="${escaped(target)}" data-heading="${escaped(heading)}">${escaped(shown)}</a>`
  },
})

/** A day as it is written with its sign. It is one of an action only at the end of the action's line: `markDays`. */
const SIGNIFIER = /^[📅📆🗓➕✅❌][\uFE0E\uFE0F]?[^\S\r\n]*\d{4}(?:-\d{2}){0,2}(?![\d-])/u

const signifier = {
  name: 'signifier',
  level: 'inline' as const,
  start: (source: string) => {
    const at = source.search(/[📅📆🗓➕✅❌]/u)
    return at < 0 ? undefined : at
  },
  tokenizer(source: string) {
    const raw = SIGNIFIER.exec(source)?.[0]
    return raw === undefined ? undefined : { type: 'signifier', raw }
  },
  renderer(token: Tokens.Generic) {
    const day = token['day'] as DayPiece | undefined
    return day ? `<span data-part="date" data-signifier="${day.field}" data-date="${day.day}">${day.day}</span>` : escaped(token.raw)
  },
}

/** Tells the last signs of an action's first line which days they give: behind its words nothing else stands. */
function markDays(tokens: readonly Token[], days: readonly DayPiece[]): void {
  const block = tokens.find((token) => token.type === 'text' || token.type === 'paragraph')
  const words = block && 'tokens' in block ? (block.tokens ?? []) : []
  const signs = splitFirstLine(words).first.filter(({ type }) => type === 'signifier')
  for (const [at, day] of days.entries()) {
    const sign = signs[signs.length - days.length + at]
    if (sign) Object.assign(sign, { day })
  }
}

const plainText = (text: string): Token => ({ type: 'text', raw: text, text, escaped: false })

/** Parts a paragraph's words at its first line break: the line that names a callout, and what it says. */
function splitFirstLine(tokens: readonly Token[]): { first: Token[]; rest: Token[] } {
  const at = tokens.findIndex((token) => token.type === 'br' || (token.type === 'text' && token.raw.includes('\n')))
  const token = tokens[at]
  if (!token) return { first: [...tokens], rest: [] }
  if (token.type === 'br') return { first: tokens.slice(0, at), rest: tokens.slice(at + 1) }
  const lineBreak = token.raw.indexOf('\n')
  return {
    first: [...tokens.slice(0, at), plainText(token.raw.slice(0, lineBreak))],
    rest: [plainText(token.raw.slice(lineBreak + 1)), ...tokens.slice(at + 1)],
  }
}

export function renderMarkdown(markdown: string): string[] {
  const marked = new Marked({ gfm: true })
  const context: Context = { responsible: new Set() }
  let lines: WeakMap<object, number> = new WeakMap()
  const lineOf = (token: object) => {
    const line = lines.get(token)
    return line === undefined ? '' : ` data-line="${line}"`
  }

  function callout(this: RendererThis, quote: Tokens.Blockquote): string | false {
    const [paragraph, ...others] = quote.tokens
    const line = paragraph?.type === 'paragraph' ? `> ${paragraph.raw.split('\n', 1)[0] ?? ''}` : ''
    const found = readCallout(line)
    if (!paragraph || !found) return false
    const { first, rest } = splitFirstLine((paragraph as Tokens.Paragraph).tokens)
    const start = first[0]
    const decision = found.tone === 'decision' ? findDecisions(line)[0] : undefined
    const number = decision?.number ?? ''
    const title = start?.type === 'text' ? start.raw.slice(found.titleFrom - found.markFrom) : ''
    const words = number === '' ? title : title.slice(number.length).trimStart()
    const heading = this.parser.parseInline([plainText(words), ...first.slice(1)])
    const says = rest.some((token) => token.raw.trim() !== '') ? `<p>${this.parser.parseInline(rest)}</p>` : ''
    const numbered = number === '' ? '' : `<span data-part="number">${escaped(number)}</span> `
    const taken = found.meta === '' ? '' : `<span data-part="taken" data-taken="${decision?.taken ?? ''}">${escaped(found.meta)}</span>`
    return `<div data-part="callout" data-tone="${found.tone}"${lineOf(quote)}><p data-part="callout-title" data-type="${escaped(found.type)}">${taken}${numbered}${heading}</p>${says}${this.parser.parse(others)}</div>`
  }

  function listItem(this: RendererThis, item: Tokens.ListItem): string {
    const cancelled = !item.task && /^\[-\](?:\s|$)/.test(item.text)
    if (cancelled) dropBox(item.tokens)
    const around = context.responsible
    const read = item.task || cancelled ? actionOn(item.raw.split('\n', 1)[0] ?? '')?.read : undefined
    context.responsible = new Set(read && responsibleIn(read))
    if (read) markDays(item.tokens, daysIn(read))
    const deeper = item.tokens.findIndex((token) => token.type === 'list')
    const own = this.parser.parse(deeper < 0 ? item.tokens : item.tokens.slice(0, deeper))
    context.responsible = around
    const inside = deeper < 0 ? '' : this.parser.parse(item.tokens.slice(deeper))
    if (!item.task && !cancelled) return `<li>${own}${inside}</li>\n`
    const state = cancelled ? 'cancelled' : item.checked ? 'done' : 'open'
    return `<li data-part="task" data-state="${state}"${lineOf(item)}><span data-part="box"></span><div><div data-part="words">${own}</div>${inside}</div></li>\n`
  }

  marked.use({
    extensions: [wikiLink(context), signifier],
    renderer: {
      blockquote: callout,
      listitem: listItem,
      checkbox: () => '',
      // what would not pass is shown as it is written, so that nothing of the text is lost to the reader
      html: ({ text }) => (isPlainHtml(text) ? text : COMMENT.test(text) ? '' : escaped(text)),
      heading(token) {
        return `<h${token.depth}${lineOf(token)}>${this.parser.parseInline(token.tokens)}</h${token.depth}>\n`
      },
      link(token) {
        const shown = this.parser.parseInline(token.tokens)
        if (!OPENABLE.test(token.href)) return withAddress(shown, token.href)
        return `<a href="${escaped(token.href)}">${shown}</a>`
      },
      image: (token) => `<span data-part="picture">${withAddress(escaped(token.text), token.href)}</span>`,
      table(token) {
        const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${cells.map((cell) => `<${tag}${cell.align ? ` align="${cell.align}"` : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
        const body = token.rows.map((cells) => row(cells, 'td')).join('')
        return `<div data-part="table"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>`
      },
    },
  })

  const tokens = marked.lexer(markdown)
  lines = lineNumbers(tokens)
  const pieces: string[] = []
  for (let at = 0; at < tokens.length; at += BLOCKS_A_PIECE) pieces.push(marked.parser(tokens.slice(at, at + BLOCKS_A_PIECE)))
  return pieces
}

/** Takes `[-]` away from the words of a cancelled task: GFM knows only `[ ]` and `[x]`. */
function dropBox(tokens: Token[]): void {
  const block = tokens[0]
  const words = block && 'tokens' in block ? block.tokens?.[0] : undefined
  if (words?.type !== 'text') return
  const text = words.raw.replace(/^\[-\]\s*/, '')
  Object.assign(words, { raw: text, text })
}
