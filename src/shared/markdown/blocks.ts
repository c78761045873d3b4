/**
 * The block structure of a markdown text as far as the dialect needs it: which lines are code, which open a list item,
 * how deep they are quoted, and which stretches hold inline text. One pass, in time linear in the text; offsets are
 * UTF-16 positions in the text itself. It follows CommonMark 0.31 with GFM tables; HTML blocks count as paragraphs.
 */
import { breaksParagraph, BULLET, FENCE, HEADING, makesTable, SETEXT, THEMATIC } from './block-marks.ts'
import { LineCursor } from './line-cursor.ts'

/** Containers nested deeper than this are read as the text of the innermost one that counts. */
const MAX_DEPTH = 100

/** One line of a text. */
export interface Line {
  readonly from: number
  /** End of the line without its line break. */
  readonly to: number
  /** Where the text begins after quote marks, bullets and indentation. */
  readonly contentFrom: number
  /** The bullet or number this line begins with, such as `-` or `1.`; empty when it opens no list item. */
  readonly bullet: string
  /** Offset of the bullet; meaningless without one. */
  readonly bulletFrom: number
  /** The innermost quote or list item that the line opens or stands in: a number of {@link Blocks.around}; 0 for none. */
  readonly container: number
  /** How many block quotes the line stands in. */
  readonly quotes: number
  /** It opens a block quote. */
  readonly opensQuote: boolean
  /** It goes on with a quoted or listed paragraph without repeating the mark. */
  readonly lazy: boolean
  /** `code`: fenced or indented code, or a fence itself. `row`: a row of a GFM table. */
  readonly type: 'text' | 'code' | 'row' | 'blank'
}

/** A stretch of inline text: a paragraph, a heading or one row of a table. */
export interface InlineBlock {
  readonly from: number
  readonly to: number
  /** A row of a table: a pipe in it is written `\|`. */
  readonly table: boolean
}

export interface Blocks {
  readonly lines: readonly Line[]
  readonly inline: readonly InlineBlock[]
  /** For each quote and list item by its number the one around it; 0 is the text itself. */
  readonly around: readonly number[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the block structure of `body`. Never throws. */
export function readBlocks(body: string): Blocks {
  const reader = new BlockReader(body)
  let next = 0
  while (next <= body.length) {
    const lineBreak = body.indexOf('\n', next)
    const end = lineBreak === -1 ? body.length : lineBreak
    reader.line(next, end > next && body.charCodeAt(end - 1) === 13 ? end - 1 : end)
    next = end + 1
  }
  return reader
}

class BlockReader implements Blocks {
  readonly lines: Mutable<Line>[] = []
  readonly inline: Mutable<InlineBlock>[] = []
  readonly around: number[] = [0]
  /** Open containers from the outside in: 0 is a block quote, else the columns a list item's content is indented by. */
  private stack: number[] = []
  /** The numbers of the open containers; what lies above the stack's end is of closed ones. */
  private readonly numbers: number[] = []
  private fence: { readonly char: string; readonly length: number; readonly depth: number } | undefined
  private paragraph: Mutable<InlineBlock> | undefined
  private table = false
  /** How deep the item lies that the line before opened with nothing in it; one more blank line ends it. */
  private emptyItem = 0
  private readonly body: string

  constructor(body: string) {
    this.body = body
  }

  line(from: number, to: number): void {
    const cursor = new LineCursor(this.body, from, to)
    const { matched, quotes } = this.continued(cursor)
    const emptyItem = this.emptyItem
    this.emptyItem = 0
    if (cursor.blank && emptyItem > 0 && matched === emptyItem) this.stack.length = emptyItem - 1
    const line: Mutable<Line> = {
      from,
      to,
      contentFrom: cursor.at,
      bullet: '',
      bulletFrom: from,
      container: 0,
      quotes,
      opensQuote: false,
      lazy: false,
      type: cursor.blank ? 'blank' : 'text',
    }
    if (this.fence && matched >= this.fence.depth) this.fenced(cursor, line)
    else {
      this.fence = undefined
      line.contentFrom = cursor.textAt
      if (!this.paragraphLine(cursor, line, matched) && !this.tableRow(cursor, line, matched)) this.newBlock(cursor, line, matched)
    }
    line.container = this.innermost()
    this.lines.push(line)
  }

  private innermost(): number {
    return this.stack.length === 0 ? 0 : (this.numbers[this.stack.length - 1] ?? 0)
  }

  private open(width: number): void {
    this.around.push(this.innermost())
    this.stack.push(width)
    this.numbers[this.stack.length - 1] = this.around.length - 1
  }

  /** Passes over the marks of the open containers that the line goes on with. */
  private continued(cursor: LineCursor): { matched: number; quotes: number } {
    let matched = 0
    let quotes = 0
    for (const width of this.stack) {
      if (width === 0) {
        if (cursor.indent > 3 || !cursor.is('>')) break
        cursor.passQuote()
        quotes++
      } else if (!cursor.blank) {
        if (cursor.indent < width) break
        cursor.advance(width)
      }
      matched++
    }
    return { matched, quotes }
  }

  private fenced(cursor: LineCursor, line: Mutable<Line>): void {
    line.type = 'code'
    if (!this.fence || cursor.indent > 3) return
    const text = cursor.text().trimEnd()
    if (text.length >= this.fence.length && text === this.fence.char.repeat(text.length)) this.fence = undefined
  }

  /** The line goes on with the open paragraph, or makes its last line the head of a table. */
  private paragraphLine(cursor: LineCursor, line: Mutable<Line>, matched: number): boolean {
    if (!this.paragraph || this.table || this.startsBlock(cursor, matched)) return false
    line.lazy = matched < this.stack.length
    const before = this.lines.at(-1)
    if (line.lazy && before) line.quotes = before.quotes
    const head = before && this.body.slice(before.contentFrom, Math.min(before.to, before.contentFrom + 4_000))
    if (before && head !== undefined && !line.lazy && makesTable(head, cursor.text())) {
      this.table = true
      line.type = 'row'
      before.type = 'row'
      const row = { from: before.contentFrom, to: before.to, table: true }
      if (this.paragraph.from < before.from) {
        this.paragraph.to = before.from
        this.inline.push(row)
      } else this.inline[this.inline.length - 1] = row
    } else {
      this.paragraph.to = line.to
      if (!line.lazy && SETEXT.test(cursor.text())) this.paragraph = undefined
    }
    return true
  }

  private tableRow(cursor: LineCursor, line: Mutable<Line>, matched: number): boolean {
    if (!this.table || matched < this.stack.length || cursor.indent > 3 || this.startsBlock(cursor, matched)) return false
    line.type = 'row'
    this.inline.push({ from: cursor.textAt, to: line.to, table: true })
    return true
  }

  /** Whether the text here ends a paragraph that is open. */
  private startsBlock(cursor: LineCursor, matched: number): boolean {
    if (cursor.blank) return true
    if (cursor.indent > 3) return false
    if (cursor.is('>')) return true
    const text = cursor.text()
    if (breaksParagraph(text)) return true
    const bullet = BULLET.exec(text)?.[0]
    if (bullet === undefined) return false
    // into a paragraph of its own level an item breaks only with text, and a number only when it is 1
    return matched < this.stack.length || (text.slice(bullet.length).trim() !== '' && (bullet.length === 1 || bullet.slice(0, -1) === '1'))
  }

  private newBlock(cursor: LineCursor, line: Mutable<Line>, matched: number): void {
    this.table = false
    this.paragraph = undefined
    this.stack.length = Math.min(matched, this.stack.length)
    while (!cursor.blank && cursor.indent <= 3 && this.stack.length < MAX_DEPTH) {
      if (cursor.is('>')) {
        cursor.passQuote()
        this.open(0)
        line.opensQuote = true
        line.quotes++
        line.bullet = ''
        continue
      }
      const text = cursor.text()
      const bullet = BULLET.exec(text)?.[0]
      if (bullet === undefined || THEMATIC.test(text)) break
      line.bullet = bullet
      line.bulletFrom = cursor.textAt
      this.open(cursor.passBullet(bullet.length))
    }
    line.contentFrom = cursor.textAt
    if (cursor.blank) {
      line.type = 'blank'
      if (line.bullet !== '') this.emptyItem = this.stack.length
    } else if (cursor.indent > 3) line.type = 'code'
    else this.leaf(cursor, line)
  }

  private leaf(cursor: LineCursor, line: Mutable<Line>): void {
    const text = cursor.text()
    const run = FENCE.exec(text)
    if (run) {
      const marks = run[1] ?? run[2] ?? ''
      this.fence = { char: marks.charAt(0), length: marks.length, depth: this.stack.length }
      line.type = 'code'
      return
    }
    if (THEMATIC.test(text)) return
    const block = { from: cursor.textAt, to: line.to, table: false }
    this.inline.push(block)
    if (!HEADING.test(text)) this.paragraph = block
  }
}
