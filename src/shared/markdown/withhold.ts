/** What a text that leaves does not say: records that are classified too high for it. Pure. */
import { readBlocks } from './blocks.ts'
import { isDecisionNumber } from './decisions.ts'
import { placedLinks, type LinkSpan } from './links.ts'
import { behindMarks, plainText } from './plain.ts'
import { sentenceStops } from './sentence.ts'

/** What stands in the place of a name, or of a sentence, that may not leave. */
export const WITHHELD = '[withheld]'

/** Whether what a link names may be named; `link` tells an embed, which may be a file of the record's own. */
export type MayName = (target: string, link: LinkSpan) => boolean

interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The markdown with `[withheld]` in place of each sentence that has a link to what may not be named. Marks of lines, cells of
 * tables and the number of a decision stay, so that the rest keeps its form; a text with no such link stays as it is.
 */
export function withhold(markdown: string, mayName: MayName): string {
  if (!markdown.includes('[[')) return markdown
  const blocks = readBlocks(markdown)
  const links = placedLinks(markdown, blocks)
  const secret = links.filter((link) => !mayName(link.target, link))
  if (secret.length === 0) return markdown
  const overlaps = (range: Range) => (link: LinkSpan) => link.from < range.to && range.from < link.to
  let result = ''
  let copied = 0
  for (const block of blocks.inline) {
    if (!secret.some(overlaps(block))) continue
    for (const part of block.table ? cellsOf(markdown, block, links) : linesOf(markdown, block)) {
      const those = secret.filter(overlaps(part))
      if (those.length === 0) continue
      for (const sentence of sentencesOf(markdown, part, links)) {
        if (!those.some(overlaps(sentence))) continue
        result += markdown.slice(copied, sentence.from) + WITHHELD
        copied = sentence.to
      }
    }
  }
  // what closed a code span may have gone, and what stood in it is a link now
  return withhold(result + markdown.slice(copied), mayName)
}

/** The heading of a callout is a line of its own. */
function linesOf(source: string, { from, to }: Range): Range[] {
  const parts: Range[] = []
  let start = from
  const part = (end: number) => end > start && parts.push({ from: start, to: end })
  for (const { index } of source.slice(from, to).matchAll(/^[ \t>]*\[!/gmu)) {
    part(from + index)
    start = from + index
    const end = source.indexOf('\n', start)
    if (end === -1 || end >= to) break
    part(end)
    start = end + 1
  }
  part(to)
  return parts
}

function cellsOf(source: string, { from, to }: Range, links: readonly LinkSpan[]): Range[] {
  const cells: Range[] = []
  let start = from
  for (let at = from; at < to; at += 1) {
    const char = source.charAt(at)
    if (char === '\\') at += 1
    else if (char === '|' && !links.some((link) => link.from < at && at < link.to)) {
      cells.push({ from: start, to: at })
      start = at + 1
    }
  }
  return [...cells, { from: start, to }]
}

/** Behind the marks of its line; in the heading of a callout behind the number of a decision too. */
function wordsFrom(source: string, { from, to }: Range): number {
  const at = Math.min(behindMarks(source, from), to)
  if (!/^[ \t>]*\[!/.test(source.slice(from, at))) return at
  const word = /^\S*/.exec(source.slice(at, to))?.[0] ?? ''
  return isDecisionNumber(word) && !word.includes('[') ? at + word.length : at
}

/** Without the white space around them, and never parted within a link. */
function sentencesOf(source: string, part: Range, links: readonly LinkSpan[]): Range[] {
  const first = wordsFrom(source, part)
  const plain = plainText(source, first, part.to)
  const stops = Array.from(sentenceStops(plain.text), (stop) => plain.originOf(stop - 1))
  const bounds = [first, ...stops.filter((stop) => !links.some(({ from, to }) => from < stop && stop < to)), part.to]
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? first
    const words = source.slice(start, end)
    // the mark of a quote may stand before the words of a line
    const from = start + (/^[\s>]*/.exec(words)?.[0].length ?? 0)
    return { from, to: Math.max(from, start + words.trimEnd().length) }
  })
}
