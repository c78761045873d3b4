/** The inline text of a block as one string, without what quotes and lists put before its lines, and the way back to the body. */
import type { Blocks, InlineBlock } from './blocks.ts'

export interface BlockText {
  readonly text: string
  readonly block: InlineBlock
  /** The place in the body of a place in the text. */
  bodyAt(at: number): number
}

/** The texts of all blocks in order. */
export function* blockTexts(body: string, { lines, inline }: Blocks): Generator<BlockText> {
  let first = 0
  for (const block of inline) {
    while (first < lines.length - 1 && (lines[first]?.to ?? 0) < block.from) first++
    const starts = [0]
    const places = [block.from]
    let text = body.slice(block.from, Math.min(lines[first]?.to ?? block.to, block.to))
    for (let next = first + 1; next < lines.length; next++) {
      const line = lines[next]
      if (!line || line.contentFrom >= block.to) break
      starts.push(text.length + 1)
      places.push(line.contentFrom)
      text += `\n${body.slice(line.contentFrom, Math.min(line.to, block.to))}`
    }
    yield {
      text,
      block,
      bodyAt: (at) => {
        let low = 0
        let high = starts.length - 1
        while (low < high) {
          const middle = (low + high + 1) >>> 1
          if ((starts[middle] ?? 0) <= at) low = middle
          else high = middle - 1
        }
        return (places[low] ?? block.from) + at - (starts[low] ?? 0)
      },
    }
  }
}
