/** The number that a new decision takes: symbol, year, and one more than the highest there is. */
import { findDecisions } from '../../../shared/markdown/decisions.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** "SC" of the body, or of the document symbol "SC/2023/2"; empty without either. */
async function symbolOf({ workspace, index }: OpenWorkspace, record: AnyRecord): Promise<string> {
  if (!hasLog(record)) return ''
  const head = record.meetingBody === '' ? undefined : index.target(record.meetingBody)
  const body = head && (await workspace.read(head.id))
  if (body?.kind === 'contact' && body.symbol.trim() !== '') return body.symbol.trim()
  return record.kind === 'meeting' ? (record.symbol.split('/')[0]?.trim() ?? '') : ''
}

/** What numbers of the record begin with: "SC/2023/"; empty when nothing says it. */
async function prefixOf(open: OpenWorkspace, record: AnyRecord, like: string, today: string): Promise<string> {
  const symbol = (await symbolOf(open, record)).replace(/\s+/gu, '')
  if (symbol === '' || !hasLog(record)) return /^(\S+\/)\d+$/u.exec(like.trim())?.[1] ?? ''
  return `${symbol}/${((record.kind === 'meeting' ? record.start : record.date) || today).slice(0, 4)}/`
}

/**
 * Empty when there is nothing to begin with. `draft` is the text as it is being typed, `like` a number whose series goes
 * on where the record has no symbol.
 */
export async function nextNumber(open: OpenWorkspace, record: AnyRecord, draft: string, like: string, today: string): Promise<string> {
  const prefix = await prefixOf(open, record, like, today)
  if (prefix === '') return ''
  const names = await open.decisions.current()
  const typed = findDecisions(draft).map(({ number }) =>
    Number(linkKey(number).startsWith(linkKey(prefix)) ? number.slice(prefix.length) : 0),
  )
  return `${prefix}${Math.max(names.highest(prefix), ...typed.filter(Number.isSafeInteger), 0) + 1}`
}
