/** The document symbol that the next meeting of a body takes: its symbol, the year, and one more than the highest there is. */
import type { Input } from '../../../shared/contract/index.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { RecordIndex } from '../record-index.ts'

/** Empty for a body without a symbol. */
export function nextSymbol(index: RecordIndex, { id, meetingBody, start }: Input<'meetings.nextSymbol'>, today: string): string {
  const body = meetingBody === '' ? undefined : index.target(meetingBody)
  const symbol = body?.kind === 'contact' ? body.symbol.replace(/\s+/gu, '') : ''
  if (!body || symbol === '') return ''
  const prefix = `${symbol}/${(start || today).slice(0, 4)}/`
  let highest = 0
  for (const head of index.headsOf(index.linkers(index.keysOf(body), ['meetingBody']))) {
    if (head.kind !== 'meeting' || head.id === id || !linkKey(head.symbol).startsWith(linkKey(prefix))) continue
    // a corrigendum or an addition has the number of its document: SC/2026/1/Corr.1
    const number = /^\d{1,9}(?=$|\/)/.exec(head.symbol.trim().slice(prefix.length))?.[0]
    highest = Math.max(highest, Number(number ?? 0))
  }
  return `${prefix}${highest + 1}`
}
