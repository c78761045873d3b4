/** Which contacts have an e-mail address. The index of the search finds who may; the record says whether it is so. */
import { setTimeout as wait } from 'node:timers/promises'
import { wordSpans } from '../../../shared/text/fold.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** An index that is being built is waited for so long; then all contacts are read. */
const PATIENCE_MS = 2_000
const READ_AT_ONCE = 16

const addressOf = ({ value }: { readonly value: string }) =>
  value
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()

/** By address as it was asked: the contacts that have it, the older first. Empty addresses are nobody's. */
export async function contactsByEmail(open: OpenWorkspace, emails: readonly string[]): Promise<Map<string, ContactRecord[]>> {
  const wanted = [...new Set(emails.filter(Boolean))]
  const found = new Map<string, ContactRecord[]>()
  if (wanted.length === 0) return found
  const candidates = (await candidatesOf(open, wanted)) ?? [...open.index.rows('contact')]
  const spellings = new Map<string, string[]>()
  for (const email of wanted) {
    const address = email.toLowerCase()
    spellings.set(address, [...(spellings.get(address) ?? []), email])
  }
  for await (const contact of contactsAt(open, candidates)) {
    for (const address of new Set(contact.emails.map(addressOf)))
      for (const email of spellings.get(address) ?? []) found.set(email, [...(found.get(email) ?? []), contact])
  }
  return found
}

/** Rows of contacts that have the words of one of these addresses; undefined while the index does not answer. */
async function candidatesOf(open: OpenWorkspace, emails: readonly string[]): Promise<number[] | undefined> {
  const fields = ['properties'] as const
  try {
    const { index } = await open.search()
    if (!index.isReady) await Promise.race([index.ready, wait(PATIENCE_MS, undefined, { ref: false })])
    if (!index.isReady) return undefined
    const rows = new Set<number>()
    const next = pacing()
    for (const email of emails) {
      const of = Array.from(wordSpans(email), ({ from, to }) => ({ op: 'word' as const, word: email.slice(from, to), fields }))
      await next()
      if (of.length > 0) for (const row of await index.rows({ op: 'and', of })) rows.add(row)
    }
    return [...rows].filter((row) => open.index.columns.kind(row) === 'contact').toSorted((a, b) => a - b)
  } catch {
    return undefined // a search that fails says so itself; the contacts are read without it
  }
}

async function* contactsAt({ workspace, index }: OpenWorkspace, rows: readonly number[]): AsyncIterable<ContactRecord> {
  const next = pacing()
  for (let from = 0; from < rows.length; from += READ_AT_ONCE) {
    await next()
    const heads = index.headsOf(rows.slice(from, from + READ_AT_ONCE))
    for (const record of await Promise.all(heads.map(({ id }) => unlessDamaged(workspace.read(id)))))
      if (record !== 'damaged' && record?.kind === 'contact') yield record
  }
}
