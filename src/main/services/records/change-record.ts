import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { notFound } from '../service-context.ts'

/**
 * Stages a record as `change` returns it, whatever its revision; the same record back writes nothing.
 * @returns whether anything was to be written. @throws AppError NOT_FOUND (also when it is in the trash) and what `change` throws
 */
export async function changeRecord(transaction: Transaction, id: string, change: (record: AnyRecord) => AnyRecord): Promise<boolean> {
  const current = await transaction.read(id)
  if (!current) throw notFound(id)
  if (current.trashed) throw notFound(id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  const record = change(current)
  if (record === current) return false
  transaction.put(record, current.rev)
  return true
}
