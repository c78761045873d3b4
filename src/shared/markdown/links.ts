/** Wikilinks in a body: `[[Title]]`, `[[Title#Heading]]`, `[[Title|shown]]`, `![[file]]` (docs/dialect.md). */
import { readBlocks, type Blocks, type InlineBlock } from './blocks.ts'
import { CodeClosers } from './code-closers.ts'

/** One wikilink. Offsets are UTF-16 positions in the body. */
export interface LinkSpan {
  /** The name it points to, trimmed, never empty. */
  readonly target: string
  /** What follows `#`; empty when nothing does. */
  readonly heading: string
  /** What follows `|`; empty when nothing does. */
  readonly shown: string
  /** Written with `!`: shows what it points to. */
  readonly embed: boolean
  /** Start, at `!` or the first bracket. */
  readonly from: number
  /** End, after the last bracket. */
  readonly to: number
  readonly targetFrom: number
  readonly targetTo: number
}

/** A link and where it stands, for those who rewrite it. */
export interface PlacedLink extends LinkSpan {
  /** The text between the brackets, as written. */
  readonly inner: string
  /** It stands in a row of a table, where a pipe is written `\|`. */
  readonly table: boolean
}

/**
 * All wikilinks of a body in order. Code spans, fenced and indented code and escaped brackets (`\[[`) are skipped, and
 * so are links within the same text (`[[#Heading]]`). A link opened before a backtick wins over a code span. Never throws.
 */
export function findLinks(body: string): LinkSpan[] {
  return placedLinks(body).map(({ inner: _inner, table: _table, ...link }) => link)
}

/** As {@link findLinks}, with what a rewriter needs besides. `blocks` are those of the body, for those who have them. */
export function placedLinks(body: string, blocks?: Blocks): PlacedLink[] {
  const found: PlacedLink[] = []
  let opening = body.indexOf('[[')
  if (opening === -1) return found
  for (const block of (blocks ?? readBlocks(body)).inline) {
    if (block.to <= opening) continue
    scanBlock(body, block, found)
    opening = body.indexOf('[[', block.to)
    if (opening === -1) break
  }
  return found
}

/**
 * Points every link whose target `matches` to `newName`; what is shown and the heading stay.
 * @param newName a title; it holds none of `[ ] | # ^`.
 */
export function renameLinks(
  body: string,
  matches: (target: string, link: LinkSpan) => boolean,
  newName: string,
): { body: string; count: number } {
  let result = ''
  let copied = 0
  let count = 0
  for (const link of placedLinks(body)) {
    if (!matches(link.target, link)) continue
    // a backslash before the pipe would be read as the pipe's own
    const separated = newName.endsWith('\\') && link.inner.includes('|') ? `${newName} ` : newName
    result += body.slice(copied, link.targetFrom) + separated
    copied = link.targetTo
    count++
  }
  return count === 0 ? { body, count } : { body: result + body.slice(copied), count }
}

function scanBlock(body: string, block: InlineBlock, found: PlacedLink[]): void {
  const closers = new CodeClosers(body, block)
  let at = block.from
  while (at < block.to) {
    const char = body.charAt(at)
    if (char === '\\') at += 2
    else if (char === '`') at = closers.after(at)
    else if (char === '[' && body.charAt(at + 1) === '[') {
      const link = readLink(body, at, block)
      if (link) {
        found.push(link)
        at = link.to
      } else at++
    } else at++
  }
}

/** Reads `[[…]]` at `open`; stops at the next `[[`, so that unclosed ones cost nothing twice. */
function readLink(body: string, open: number, block: InlineBlock): PlacedLink | undefined {
  const start = open + 2
  let hash = -1
  let pipe = -1
  // `[[Title|shown [so]]]`
  let brackets = 0
  let close = start
  for (; ; close++) {
    if (close >= block.to - 1) return undefined
    const char = body.charAt(close)
    const doubled = body.charAt(close + 1) === char
    if (char === '\n' || char === '\r') return undefined
    if (char === '[') {
      if (pipe === -1 || doubled) return undefined
      brackets++
    } else if (char === ']') {
      if (brackets > 0) brackets--
      else if (doubled) break
      else return undefined
    }
    if (char === '|' && pipe === -1) pipe = close
    else if (char === '#' && pipe === -1 && hash === -1) hash = close
  }
  // `\|` is how a pipe is written in a table
  const nameEnd = pipe === -1 ? close : pipe > start && body.charAt(pipe - 1) === '\\' ? pipe - 1 : pipe
  const name = body.slice(start, hash === -1 ? nameEnd : hash)
  const target = name.trim()
  if (target === '') return undefined
  const targetFrom = start + (name.length - name.trimStart().length)
  const embed = open > block.from && body.charAt(open - 1) === '!' && !isEscaped(body, open - 1, block.from)
  return {
    target,
    heading: hash === -1 ? '' : body.slice(hash + 1, nameEnd).trim(),
    shown: pipe === -1 ? '' : body.slice(pipe + 1, close).trim(),
    embed,
    from: embed ? open - 1 : open,
    to: close + 2,
    targetFrom,
    targetTo: targetFrom + target.length,
    inner: body.slice(start, close),
    table: block.table,
  }
}

function isEscaped(body: string, at: number, from: number): boolean {
  let slash = at
  while (slash > from && body.charAt(slash - 1) === '\\') slash--
  return (at - slash) % 2 === 1
}
