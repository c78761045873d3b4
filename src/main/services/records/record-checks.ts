/** What must hold of a record before it is staged. */
import { AppError } from '../../../shared/errors.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import type { AnyRecord, RecordOf } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound, refusedField } from '../service-context.ts'
import { distinctionOf } from './record-distinction.ts'
import { suggestTitle, titleTaken } from './record-names.ts'

/**
 * The record as it stands, to be changed by a person who saw revision `baseRev`.
 * @throws AppError NOT_FOUND (also when it is in the trash), CONFLICT with `details.current`
 */
export async function readToChange(transaction: Transaction, id: string, baseRev: number): Promise<AnyRecord> {
  const current = await transaction.read(id)
  if (!current) throw notFound(id)
  if (current.rev !== baseRev) throw conflict(current)
  if (current.trashed) throw notFound(id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  return current
}

/** @returns CONFLICT. */
export const conflict = (current: AnyRecord): AppError =>
  new AppError('CONFLICT', `“${current.title}” was changed by ${current.updatedBy.name} in the meantime. Nothing was overwritten.`, {
    current,
  })

function otherHolder(transaction: Transaction, name: string, id: string): RecordHead | undefined {
  const head = transaction.holder(name)
  return head?.id === id ? undefined : head
}

/** @throws AppError TITLE_TAKEN when another record holds one of `names`. */
export function refuseTakenNames(transaction: Transaction, record: AnyRecord, names: readonly string[], index: RecordIndex): void {
  for (const name of names) {
    const other = otherHolder(transaction, name, record.id)
    if (!other) continue
    const isTaken = (candidate: string) => otherHolder(transaction, candidate, record.id) !== undefined
    throw titleTaken(name, other, suggestTitle(distinctionOf(record.title, record, index), isTaken))
  }
}

/** @throws AppError INVALID_INPUT at `path` when another country has this code. */
export function refuseTakenCode(transaction: Transaction, country: RecordOf<'country'>, path: string): void {
  const head = transaction.country(country.code)
  if (!head || head.id === country.id) return
  const other = { id: head.id, kind: head.kind, title: head.title }
  throw refusedField(path, 'codeTaken', `The code ${country.code} is already that of “${head.title}”.`, { other })
}
