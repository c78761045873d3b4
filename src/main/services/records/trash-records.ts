/** Into the trash, back from it, and for good. */
import { AppError } from '../../../shared/errors.ts'
import type { Author } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound } from '../service-context.ts'
import { conflict, refuseTakenCode, refuseTakenNames } from './record-checks.ts'

/** A record as its caller saw it. */
export interface Target {
  readonly id: string
  readonly baseRev: number
}

async function* standing(transaction: Transaction, targets: readonly Target[]): AsyncGenerator<AnyRecord> {
  for (const { id, baseRev } of new Map(targets.map((target) => [target.id, target])).values()) {
    const record = await transaction.read(id)
    if (!record) throw notFound(id)
    if (record.rev !== baseRev) throw conflict(record)
    yield record
  }
}

/** @throws AppError NOT_FOUND, CONFLICT */
export async function trashRecords(transaction: Transaction, targets: readonly Target[], by: Author, at: string): Promise<void> {
  for await (const record of standing(transaction, targets)) {
    if (!record.trashed) transaction.put({ ...record, trashed: { at, by } }, record.rev)
  }
}

/** @throws AppError NOT_FOUND, CONFLICT, TITLE_TAKEN, INVALID_INPUT when another country has the code */
export async function restoreRecords(transaction: Transaction, targets: readonly Target[], index: RecordIndex): Promise<void> {
  for await (const record of standing(transaction, targets)) {
    if (!record.trashed) continue
    const restored: AnyRecord = { ...record, trashed: null }
    refuseTakenNames(transaction, restored, [restored.title, ...restored.aliases], index)
    if (restored.kind === 'country') refuseTakenCode(transaction, restored, 'records')
    transaction.put(restored, record.rev)
  }
}

/** @returns how many. @throws AppError NOT_FOUND (also when one is not in the trash), CONFLICT */
export async function eraseRecords(transaction: Transaction, targets: readonly Target[]): Promise<string[]> {
  const erased: string[] = []
  for await (const record of standing(transaction, targets)) {
    if (!record.trashed) {
      throw new AppError('NOT_FOUND', `“${record.title}” is not in the trash. Nothing was erased. Put it there first.`, { id: record.id })
    }
    transaction.erase(record.id, record.rev)
    erased.push(record.id)
  }
  return erased
}
