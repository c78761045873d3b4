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
