/** Autosave and every other change of fields. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound, refusedField } from '../service-context.ts'
import { conflict, refuseTakenCode, refuseTakenNames } from './record-checks.ts'
import { applyPatch, refuseAdopted } from './record-patch.ts'

/**
 * Stages the change, or nothing when the record already says what the patch says: then it does not matter from which
 * revision it was made, and a caller who repeats a change after a lost connection learns that it was saved.
 * @throws AppError NOT_FOUND, INVALID_INPUT, CONFLICT, ADOPTED, TITLE_TAKEN
 */
export async function updateRecord(transaction: Transaction, input: Input<'records.update'>, index: RecordIndex): Promise<void> {
  const current = await transaction.read(input.id)
  if (!current) throw notFound(input.id)
  if (current.kind !== input.kind) throw refusedField('kind', 'otherKind', `“${current.title}” is a ${current.kind}, not a ${input.kind}.`)
  const { record, changed } = applyPatch(current, input.patch)
  if (changed.length === 0) return
  if (current.rev !== input.baseRev) throw conflict(current)
  if (current.trashed) throw notFound(current.id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  refuseAdopted(current, changed)
  refuseClashes(transaction, record, changed, index)
  transaction.put(record, current.rev)
}

function refuseClashes(transaction: Transaction, record: AnyRecord, changed: readonly string[], index: RecordIndex): void {
  if (changed.includes('aliases')) refuseTakenNames(transaction, record, record.aliases, index)
  if (record.kind === 'country' && changed.includes('code')) refuseTakenCode(transaction, record, 'patch.code')
}
