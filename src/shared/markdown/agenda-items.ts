/** The agenda as the dialect has it: `## 1. Opening` headings. */
import { readBlocks } from './blocks.ts'

const ITEM = /^##[ \t]+\d{1,3}[.)][ \t]+(\S.*)$/

/** What the numbered headings of a body are called, in order; those in code are none. */
export function agendaItems(body: string): string[] {
  if (!body.includes('##')) return []
  return readBlocks(body).lines.flatMap(({ type, contentFrom, to }) => {
    const item = type === 'text' ? ITEM.exec(body.slice(contentFrom, to))?.[1] : undefined
    return item === undefined ? [] : [item.trimEnd()]
  })
}
