import { readBlocks } from '../../../shared/markdown/blocks.ts'

export interface OutlineHeading {
  /** From 0. */
  readonly line: number
  readonly level: number
  /** Markdown of the heading without its marks. */
  readonly words: string
}

/** The headings written with `#`, in order; those in code are none. */
export function outlineOf(body: string): OutlineHeading[] {
  if (!/^ {0,3}#/m.test(body)) return []
  return readBlocks(body).lines.flatMap((line, index) => {
    if (line.type !== 'text' || line.quotes > 0 || line.bullet !== '') return []
    const match = /^(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(body.slice(line.contentFrom, line.to))
    return match ? [{ line: index, level: match[1]?.length ?? 1, words: match[2] ?? '' }] : []
  })
}
