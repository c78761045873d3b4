/** Which contacts have an e-mail address. The index of the search finds who may; the record says whether it is so. */
import type { ContactRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { rowsToLookAt } from './rows-to-look-at.ts'

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
  const candidates = await rowsToLookAt(open, 'contact', wanted)
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

async function* contactsAt({ workspace, index }: OpenWorkspace, rows: readonly number[]): AsyncIterable<ContactRecord> {
  const next = pacing()
  for (let from = 0; from < rows.length; from += READ_AT_ONCE) {
    await next()
    const heads = index.headsOf(rows.slice(from, from + READ_AT_ONCE))
    for (const record of await Promise.all(heads.map(({ id }) => unlessDamaged(workspace.read(id)))))
      if (record !== 'damaged' && record?.kind === 'contact') yield record
  }
}
