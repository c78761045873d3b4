/** Agenda items: `## 1. Opening`. Pure. */
import type { Text } from '@codemirror/state'

const ITEM = /^ {0,3}##[ \t]+(\d{1,3})[.)](?=[ \t]|$)/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** One more than the highest number of an agenda item. */
export function nextAgendaNumber(doc: Text): number {
  let highest = 0
  let fence = ''
  for (const line of doc.iterLines()) {
    const mark = FENCE.exec(line)?.[1] ?? ''
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
    if (fence === '' && mark === '') highest = Math.max(highest, Number(ITEM.exec(line)?.[1] ?? 0))
  }
  return highest + 1
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
