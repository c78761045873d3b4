/** Takes a commit back: writes the states before it as new versions, all or none. */
import { AppError } from '../../../shared/errors.ts'
import type { Author } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Change, Transaction } from '../../workspace/port.ts'
import type { UndoStep } from './undo-log.ts'

type Reason = 'unknown' | 'changedSince' | 'erased' | 'nameTaken'

export const notUndoable = (reason: Reason, message: string, details: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('NOT_UNDOABLE', message, { ...details, reason })

/** The record as it was before a change; a record that was not there goes into the trash. */
const stateBefore = ({ before, after }: Change, by: Author, at: string): AnyRecord | null =>
  before ?? (after && { ...after, trashed: { at, by } })

function refuseChangedSince(transaction: Transaction, { before, after }: Change): number {
  const record = after ?? before
  const head = record ? transaction.head(record.id) : undefined
  if (!record || !after || !head) throw notUndoable('erased', `“${record?.title ?? ''}” was erased for good. Nothing was changed.`)
  if (head.rev !== after.rev) {
    throw notUndoable('changedSince', `“${head.title}” was changed by ${head.updatedBy} since. Nothing was changed.`, {
      id: head.id,
      title: head.title,
      by: head.updatedBy,
      at: head.updatedAt,
    })
  }
  return head.rev
}

/** @returns the ids touched. @throws AppError NOT_UNDOABLE */
export async function applyUndo(transaction: Transaction, step: UndoStep, by: Author, at: string): Promise<string[]> {
  const touched: string[] = []
  for (const change of step.changes) {
    const rev = refuseChangedSince(transaction, change)
    const state = stateBefore(change, by, at)
    if (!state) continue
    transaction.put(state, rev)
    touched.push(state.id)
  }
  return touched
}
