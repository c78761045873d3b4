/** The agenda as the dialect has it: `## 1. Opening` headings; before the meeting a list and nothing else. */
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

const LISTED = /^(?:[-*+]|\d{1,3}[.)])[ \t]+(?!\[[ xX-]\])(\S.*)$/

/** The items of a provisional agenda: of a text that is a list and nothing else. Null for any other text; none for an empty one. */
export function provisionalAgenda(text: string): readonly string[] | null {
  const items: string[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const item = LISTED.exec(line.trimEnd())?.[1]
    if (item === undefined) return null
    items.push(item)
  }
  return items
}
