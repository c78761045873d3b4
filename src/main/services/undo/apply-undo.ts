/** Takes a commit back: writes the values before it over those that it wrote, in all its records or in none. */
import { AppError } from '../../../shared/errors.ts'
import type { Author } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Transaction } from '../../workspace/port.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { refuseAdopted } from '../records/record-patch.ts'
import { valueOf, type ChangedRecord, type UndoStep } from './undo-step.ts'

type Reason = 'unknown' | 'changedSince' | 'erased' | 'nameTaken' | 'adopted'

export const notUndoable = (reason: Reason, message: string, details: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('NOT_UNDOABLE', message, { ...details, reason })

const NAMED: Readonly<Record<string, string>> = { title: 'The title', aliases: 'The aliases', body: 'The text' }

function changedSince(current: AnyRecord, fields: readonly string[]): AppError {
  const { id, title, updatedBy, updatedAt } = current
  const what = fields.includes('trashed')
    ? `“${title}” was put into the trash or taken out of it`
    : `${NAMED[fields[0] ?? ''] ?? 'The same property'} of “${title}” was changed`
  return notUndoable('changedSince', `${what} since; the last change is by ${updatedBy.name}. Nothing was changed.`, {
    id,
    title,
    fields,
    by: updatedBy.name,
    at: updatedAt,
  })
}

/** @throws AppError NOT_UNDOABLE, and ADOPTED for a text that was adopted since */
function stateBefore(current: AnyRecord, { created, fields }: ChangedRecord, trashed: AnyRecord['trashed']): AnyRecord {
  if (created) {
    if (current.trashed) throw changedSince(current, ['trashed'])
    return { ...current, trashed }
  }
  const since = fields.filter(({ field, after }) => !jsonEqual(valueOf(current, field), after)).map(({ field }) => field)
  if (since.length > 0) throw changedSince(current, since)
  const names = fields.map(({ field }) => field)
  // a step that adopted the text, or took that back, may be taken back itself
  if (!names.includes('stage'))
    refuseAdopted(
      current,
      names.filter((field) => field !== 'trashed'),
    )
  // each value stood in this field of this record, so the whole is one of its kind; the store checks it again
  return { ...current, ...Object.fromEntries(fields.map(({ field, before }) => [field, before])) } as AnyRecord
}

/** @returns the ids touched. @throws AppError NOT_UNDOABLE, ADOPTED */
export async function applyUndo(transaction: Transaction, step: UndoStep, by: Author, at: string): Promise<string[]> {
  for (const record of step.records) {
    const current = await transaction.read(record.id)
    if (!current) throw notUndoable('erased', `“${record.title}” was erased for good. Nothing was changed.`)
    transaction.put(stateBefore(current, record, { at, by }), current.rev)
  }
  return step.records.map(({ id }) => id)
}
