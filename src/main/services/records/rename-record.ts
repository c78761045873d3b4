/** A new title, with every link to the old one rewritten in the same transaction. */
import { renameLinks } from '../../../shared/markdown/links.ts'
import { showsOwnFile } from '../../../shared/markdown/record-links.ts'
import { MAX_BODY, MAX_ITEMS } from '../../../shared/model/common.ts'
import { mapRecordLinks } from '../../../shared/model/links.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import type { Transaction } from '../../workspace/port.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { readToChange, refuseTakenNames } from './record-checks.ts'
import { cleanName } from './record-names.ts'
import { adoptedError, isAdopted } from './record-patch.ts'

/** The record under its new title; the old one stays as an alias, so that links that arrive late still resolve. */
export function retitled<R extends AnyRecord>(record: R, title: string): R {
  const newKey = linkKey(title)
  const aliases = record.aliases.filter((alias) => linkKey(alias) !== newKey)
  if (linkKey(record.title) !== newKey) aliases.push(record.title)
  return { ...record, title, aliases: aliases.slice(-MAX_ITEMS) }
}

/** The record with every link whose name is `oldKey` (see linkKey) pointing to `title`. */
export function relinked(record: AnyRecord, oldKey: string, title: string): AnyRecord {
  const isOld = (name: string) => linkKey(name) === oldKey
  const renamed = mapRecordLinks(record, (name) => (isOld(name) ? title : name))
  const { body } = renameLinks(record.body, (target, link) => isOld(target) && !showsOwnFile(record, link), title)
  // a body that is full keeps its links; the alias still resolves them
  if (body.length > MAX_BODY || body === record.body) return renamed
  return withFollowUpCarried({ ...renamed, body }, record.body, { samePlaces: true })
}

export interface Renaming {
  readonly id: string
  readonly baseRev: number
  readonly title: string
}

/**
 * @returns how many records had links to it.
 * @throws AppError NOT_FOUND, CONFLICT, TITLE_TAKEN, ADOPTED
 */
export async function renameRecord(transaction: Transaction, renaming: Renaming, index: RecordIndex): Promise<number> {
  const { id, baseRev } = renaming
  const title = cleanName(renaming.title)
  const current = await readToChange(transaction, id, baseRev)
  if (title === current.title) return 0
  if (isAdopted(current)) throw adoptedError(current, ['title'])
  const renamed = retitled(current, title)
  refuseTakenNames(transaction, renamed, [title], index)
  const own = relinked(renamed, linkKey(current.title), title)
  transaction.put(own, current.rev)
  return (jsonEqual(own, renamed) ? 0 : 1) + (await relinkOthers(transaction, current, title, index))
}

/**
 * Rewrites the links of all other records that name `current` by its title, adopted texts excepted.
 * @returns how many there were
 */
export async function relinkOthers(transaction: Transaction, current: AnyRecord, title: string, index: RecordIndex): Promise<number> {
  const { id } = current
  const oldKey = linkKey(current.title)
  let updated = 0
  const nextText = pacing()
  for (const { id: linker } of index.headsOf(index.linkers([oldKey]))) {
    if (linker === id) continue
    await nextText()
    const record = await transaction.read(linker)
    if (!record || record.trashed || isAdopted(record)) continue
    const next = relinked(record, oldKey, title)
    if (jsonEqual(next, record)) continue
    transaction.put(next, record.rev)
    updated += 1
  }
  return updated
}
