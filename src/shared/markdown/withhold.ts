/** What a text that leaves does not say: records that are classified too high for it. Pure. */
import { merged, type NameMatcher, type Stretch } from '../text/name-matcher.ts'
import { readBlocks, type Blocks, type Line } from './blocks.ts'
import { isDecisionNumber } from './decisions.ts'
import { findNames } from './find-names.ts'
import { placedLinks, type LinkSpan } from './links.ts'
import { behindMarks, plainText } from './plain.ts'
import { plainLinks } from './plain-links.ts'
import { sentenceStops } from './sentence.ts'
import { Stretches } from './stretches.ts'

/** What stands in the place of a name, or of a sentence, that may not leave. */
export const WITHHELD = '[withheld]'

/** Whether what a link names may be named; `link` tells an embed, which may be a file of the record's own. */
export type MayName = (target: string, link: Pick<LinkSpan, 'embed'>) => boolean

/** Rounds in which sentences go; a name that is still there then takes its whole line along, and at last the text. */
const OF_SENTENCES = 4
const OF_LINES = 8

/**
 * The markdown with `[withheld]` in place of each sentence that has a link to what may not be named, or one of `names`. Marks of
 * lines, cells of tables and the number of a decision stay, so that the rest keeps its form; of code, the whole line goes. A text
 * with nothing of the kind stays as it is. A link to what `isPlain` becomes the words that it shows.
 */
export const withhold = (markdown: string, mayName: MayName, names?: NameMatcher, isPlain?: MayName): string =>
  withheldText(markdown, mayName, names, isPlain).text

/** As {@link withhold}, with how many passages went, links that became words among them. */
export function withheldText(
  markdown: string,
  mayName: MayName,
  names?: NameMatcher,
  isPlain: MayName = () => false,
): { readonly text: string; readonly passages: number } {
  const mark = markFor(markdown)
  // first, so that what the words are beside then is looked at
  const plain = plainLinks(markdown, (link) => isPlain(link.target, link))
  let { text } = plain
  // what closed a code span may have gone, and what stood in it is a link now
  for (let round = 0; ; round += 1) {
    const named = names ? findNames(text, names) : []
    if (named.length === 0 && !text.includes('[[')) break
    const blocks = readBlocks(text)
    const links = placedLinks(text, blocks)
    const secret = [...links.filter((link) => !mayName(link.target, link)), ...named]
    if (secret.length === 0) break
    const those = new Stretches(merged(secret.map(({ from, to }) => ({ from, to }))))
    if (round < OF_SENTENCES) text = withoutSentences(text, blocks, links, those, mark)
    else text = round < OF_LINES ? withoutLines(text, blocks, those, mark) : mark
  }
  const parts = text.split(mark)
  return { text: parts.join(WITHHELD), passages: parts.length - 1 + plain.count }
}

/** As it will stand there, and told from what stood there before by a character that is in no text. */
function markFor(text: string): string {
  let code = 0xfdd0
  while (text.includes(String.fromCharCode(code))) code += 1
  return `${WITHHELD.slice(0, -1)}${String.fromCharCode(code)}]`
}

function replaceAll(source: string, stretches: readonly Stretch[], mark: string): string {
  let result = ''
  let copied = 0
  for (const { from, to } of stretches) {
    result += source.slice(copied, from) + mark
    copied = to
  }
  return result + source.slice(copied)
}

function withoutSentences(source: string, blocks: Blocks, links: readonly LinkSpan[], secret: Stretches, mark: string): string {
  const linked = new Stretches(links)
  const unparted = new Stretches(merged([...links, ...secret.all]))
  const gone: Stretch[] = []
  for (const block of blocks.inline) {
    if (!secret.touch(block)) continue
    for (const part of block.table ? cellsOf(source, block, linked) : linesOf(source, block)) {
      if (!secret.touch(part)) continue
      for (const sentence of sentencesOf(source, part, secret, unparted)) if (secret.touch(sentence)) gone.push(sentence)
    }
  }
  for (const line of blocks.lines) if (line.type === 'code' && secret.touch(line)) gone.push(codeOf(source, line))
  return replaceAll(source, gone.length > 0 ? inOrder(gone) : [...linesTouched(source, blocks, secret)], mark)
}

const inOrder = (stretches: readonly Stretch[]) => stretches.toSorted((a, b) => a.from - b.from)

const withoutLines = (source: string, blocks: Blocks, secret: Stretches, mark: string) =>
  replaceAll(source, [...linesTouched(source, blocks, secret)], mark)

function* linesTouched(source: string, { lines }: Blocks, secret: Stretches): Generator<Stretch> {
  for (const { from, to } of lines) {
    if (!secret.touch({ from, to })) continue
    const quoted = from + (/^[ \t>]*/.exec(source.slice(from, to))?.[0].length ?? 0)
    yield { from: quoted, to }
  }
}

/** A line of code behind its indentation; the mark of a fence stays. */
function codeOf(source: string, { from, to, contentFrom }: Line): Stretch {
  const words = source.slice(contentFrom, to)
  const marks = /^[ \t]*(?:`{3,}|~{3,})?[ \t]*/.exec(words)?.[0].length ?? 0
  return { from: Math.max(from, contentFrom + marks), to }
}

/** The heading of a callout is a line of its own. */
function linesOf(source: string, { from, to }: Stretch): Stretch[] {
  const parts: Stretch[] = []
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

function cellsOf(source: string, { from, to }: Stretch, links: Stretches): Stretch[] {
  const cells: Stretch[] = []
  let start = from
  for (let at = from; at < to; at += 1) {
    const char = source.charAt(at)
    if (char === '\\') at += 1
    else if (char === '|' && !links.hold(at)) {
      cells.push({ from: start, to: at })
      start = at + 1
    }
  }
  return [...cells, { from: start, to }]
}

/** Behind the marks of its line; in the heading of a callout behind the number of a decision too, unless that tells a name. */
function wordsFrom(source: string, { from, to }: Stretch, secret: Stretches): number {
  const at = Math.min(behindMarks(source, from), to)
  if (!/^[ \t>]*\[!/.test(source.slice(from, at))) return at
  const word = /^\S*/.exec(source.slice(at, to))?.[0] ?? ''
  const after = at + word.length
  return isDecisionNumber(word) && !word.includes('[') && !secret.touch({ from: at, to: after }) ? after : at
}

/** Without the white space around them, and never parted within a link or a name. */
function sentencesOf(source: string, part: Stretch, secret: Stretches, unparted: Stretches): Stretch[] {
  const first = wordsFrom(source, part, secret)
  const plain = plainText(source, first, part.to)
  const stops = Array.from(sentenceStops(plain.text), (stop) => plain.originOf(stop - 1))
  const bounds = [first, ...stops.filter((stop) => !unparted.hold(stop)), part.to]
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? first
    const words = source.slice(start, end)
    // the mark of a quote may stand before the words of a line
    const from = start + (/^[\s>]*/.exec(words)?.[0].length ?? 0)
    return { from, to: Math.max(from, start + words.trimEnd().length) }
  })
}
