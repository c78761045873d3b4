/** The line (from 0) on which each block of a parsed text begins. Marked keeps no positions, but every block its source. */
import type { Token, Tokens } from 'marked'

const lineBreaks = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Deeper blocks are reached from their parents; a block's first line is its parent's when nothing stands before it. */
export function lineNumbers(tokens: readonly Token[]): WeakMap<object, number> {
  const lines = new WeakMap<object, number>()
  const visit = (blocks: readonly (Token | Tokens.ListItem)[], first: number) => {
    let line = first
    for (const block of blocks) {
      lines.set(block, line + lineBreaks(/^\n*/.exec(block.raw)?.[0] ?? ''))
      if (block.type === 'list') visit((block as Tokens.List).items, line)
      else if (block.type === 'list_item' || block.type === 'blockquote') visit((block as Tokens.ListItem).tokens, line)
      line += lineBreaks(block.raw)
    }
  }
  visit(tokens, 0)
  return lines
}
