/** Where a remark on an action goes: a list item of one line below it. */
import { readBlocks, type Blocks, type Line } from './blocks.ts'
import { readRemark, type Remark } from './tasks.ts'
import type { TextEdit } from './text-edit.ts'

/** Bullets: everything but white space and quote marks. */
const MARKS = /[^\s>]/gu
/** A quote mark with no space behind it: where its bullet goes, the space that then follows would be its own. */
const BARE_QUOTE = />(?=[^\s>])/gu

/**
 * The line that adds a remark to the action on `line`: behind its last remark, else right below its words, so that no
 * other line changes its meaning. Null when there is no such place.
 */
export function remarkEdit(body: string, blocks: Blocks, line: number, { on, text }: Remark): TextEdit | null {
  const task = blocks.lines[line]
  if (!task) return null
  const children: number[] = []
  for (let at = line + 1; at < blocks.lines.length; at++) {
    const child = blocks.lines[at] as Line
    if (child.bullet !== '' && blocks.around[child.container] === task.container) children.push(at)
  }
  const remarks = children.filter((at) => blocks.lines[at]?.type === 'text' && readRemark(body, blocks.lines[at] as Line))
  const last = remarks.at(-1)
  const first = children[0]
  const inside = body.slice(task.from, task.contentFrom).replace(BARE_QUOTE, '> ').replace(MARKS, ' ')
  const own = endOfParagraph(blocks, line)
  const places: [line: number, mark: string][] = []
  if (last !== undefined) places.push([endOfItem(blocks, last), markOf(body, blocks, last)])
  else if (first !== undefined) places.push([own, markOf(body, blocks, first)])
  places.push([own, `${inside}- `], [endOfItem(blocks, line), `${inside}- `])
  // where it cannot be helped, an empty line parts it from what follows, or code below the action comes to stand below it
  const quote = inside.trimEnd()
  for (const [strict, parted] of [
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ] as const) {
    for (const [after, mark] of places) {
      const to = blocks.lines[after]?.to ?? task.to
      const lineBreak = lineBreakAt(body, to)
      const insert = `${lineBreak}${mark}${on} ${text}${parted ? lineBreak + quote : ''}`
      const edit = { from: to, to, insert }
      if (onlyAdds(body, blocks, edit, after, strict)) return edit
    }
  }
  return null
}

/** What a list item's line begins with, so that the one beside it is in the same list. */
const markOf = (body: string, { lines }: Blocks, at: number): string => {
  const { from, contentFrom } = lines[at] as Line
  return body.slice(from, contentFrom)
}

/** The line break that ends this line; of the last line that of the text's first. */
function lineBreakAt(body: string, to: number): string {
  const at = to < body.length ? to : body.indexOf('\n') - 1
  return at >= 0 && body.startsWith('\r\n', at) ? '\r\n' : '\n'
}

function endOfParagraph({ lines, inline }: Blocks, line: number): number {
  const { contentFrom } = lines[line] as Line
  const to = inline.find((block) => block.from === contentFrom)?.to ?? 0
  let at = line
  while ((lines[at + 1]?.from ?? Number.POSITIVE_INFINITY) < to) at++
  return at
}

/** The last line with something on it that stands in this list item. */
function endOfItem({ lines, around }: Blocks, line: number): number {
  const item = (lines[line] as Line).container
  let end = line
  for (let at = line + 1; at < lines.length; at++) {
    const { type, container } = lines[at] as Line
    if (type === 'blank') continue
    let inner = container
    while (inner > item) inner = around[inner] ?? 0
    if (inner !== item) break
    end = at
  }
  return end
}

/** Whether all other lines are what they were; `strict`: and as deep in lists and quotes. */
function onlyAdds(body: string, before: Blocks, { from, insert }: TextEdit, after: number, strict: boolean): boolean {
  const now = readBlocks(body.slice(0, from) + insert + body.slice(from))
  const more = now.lines.length - before.lines.length
  const added = now.lines[after + 1]
  if (added?.type !== 'text' || added.bullet === '') return false
  return before.lines.every((line, nth) => {
    const same = now.lines[nth <= after ? nth : nth + more]
    // whether a blank line stands in the item or behind it is nothing that anybody sees
    if (line.type === 'blank' && line.bullet === '') return same?.type === 'blank' && same.bullet === ''
    return (
      same?.type === line.type &&
      same.bullet === line.bullet &&
      same.quotes === line.quotes &&
      same.lazy === line.lazy &&
      same.contentFrom - same.from === line.contentFrom - line.from &&
      (!strict || depthOf(now, same) === depthOf(before, line))
    )
  })
}

function depthOf({ around }: Blocks, { container }: Line): number {
  let depth = 0
  for (let at = container; at > 0; at = around[at] ?? 0) depth++
  return depth
}
