/** What tells of records above a level beside their names: addresses, numbers and files that no other record has. */
import { findDecisions } from '../../shared/markdown/decisions.ts'
import { isWithin } from '../../shared/model/classification-level.ts'
import type { Classification } from '../../shared/model/common.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { isPublicName } from '../services/texts/public-names.ts'
import type { Details } from '../services/texts/secret-names.ts'
import type { Workspace } from '../workspace/port.ts'
import { unlessDamaged } from '../workspace/unless-damaged.ts'

const digitsOf = (number: string) => number.replace(/\D/gu, '')
const valuesOf = (labelled: readonly { readonly value: string }[]) => labelled.map(({ value }) => value.trim())
const emailsOf = (record: AnyRecord) =>
  record.kind === 'contact' ? valuesOf(record.emails).map((email) => email.replace(/^mailto:/iu, '')) : []
const phonesOf = (record: AnyRecord) => (record.kind === 'contact' ? valuesOf(record.phones) : [])

export interface SecretDetails extends Details {
  /** Keys of the decisions: numbers, and titles of those without one. */
  readonly decisions: ReadonlySet<string>
}

/** Names of the record that its columns do not have, and numbers that mean it. */
function namesOf(record: AnyRecord): string[] {
  switch (record.kind) {
    case 'country':
      return [...Object.values(record.shortNames), ...Object.values(record.formalNames)].filter((name) => !isPublicName(record, name))
    case 'study':
      return [record.isbn, record.doi]
    case 'contact':
    case 'meeting':
    case 'note':
      return []
  }
}

/**
 * Reads the records above `level`, those in the trash too. An address, a number or the name of a file that a record within the level
 * has as well tells nothing.
 */
export async function secretDetails(workspace: Workspace, level: Classification, throwIfStopped: () => void): Promise<SecretDetails> {
  const names: string[] = []
  const decisions = new Set<string>()
  const emails = new Map<string, string>()
  const phones = new Map<string, string>()
  const files = new Map<string, string>()
  for (const head of workspace.heads()) {
    if (isWithin(head.classification, level)) continue
    throwIfStopped()
    const record = await unlessDamaged(workspace.read(head.id))
    if (!record || record === 'damaged') continue
    names.push(...namesOf(record))
    for (const { number, title } of findDecisions(record.body)) {
      names.push(number)
      decisions.add(linkKey(number || title))
    }
    for (const email of emailsOf(record)) emails.set(linkKey(email), email)
    for (const phone of phonesOf(record)) phones.set(digitsOf(phone), phone)
    for (const { name } of record.attachments) files.set(linkKey(name), name)
  }
  for (const head of workspace.heads()) {
    const isAsked = (head.kind === 'contact' && emails.size + phones.size > 0) || (head.attachments > 0 && files.size > 0)
    if (!isAsked || head.trashedAt !== '' || !isWithin(head.classification, level)) continue
    throwIfStopped()
    const record = await unlessDamaged(workspace.read(head.id))
    if (!record || record === 'damaged') continue
    for (const email of emailsOf(record)) emails.delete(linkKey(email))
    for (const phone of phonesOf(record)) phones.delete(digitsOf(phone))
    for (const { name } of record.attachments) files.delete(linkKey(name))
  }
  return { names: [...names, ...emails.values(), ...files.values()], phones: [...phones.values()], decisions }
}
