/** Autosave and every other change of fields. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { typedTexts } from '../../../shared/model/vocabulary.ts'
import type { Transaction } from '../../workspace/port.ts'
import type { RecordIndex } from '../record-index.ts'
import { adopting } from '../meetings/adopt.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { notFound, refusedField } from '../service-context.ts'
import { conflict, refuseTakenCode, refuseTakenNames } from './record-checks.ts'
import { applyPatch, refuseAdopted } from './record-patch.ts'

/**
 * Stages the change, or nothing when the record already says what the patch says: then it does not matter from which
 * revision it was made, and a caller who repeats a change after a lost connection learns that it was saved.
 * A text that is adopted gets its fingerprint.
 * @returns the fields that change. @throws AppError NOT_FOUND, INVALID_INPUT, CONFLICT, ADOPTED, TITLE_TAKEN
 */
export async function updateRecord(
  transaction: Transaction,
  input: Input<'records.update'>,
  { index, today }: { readonly index: RecordIndex; readonly today: string },
): Promise<readonly string[]> {
  const current = await transaction.read(input.id)
  if (!current) throw notFound(input.id)
  if (current.kind !== input.kind) throw refusedField('kind', 'otherKind', `“${current.title}” is a ${current.kind}, not a ${input.kind}.`)
  const { record, changed } = applyPatch(current, input.patch)
  if (changed.length === 0) return changed
  if (current.rev !== input.baseRev) throw conflict(current)
  if (current.trashed) throw notFound(current.id, `“${current.title}” is in the trash. Nothing was changed. Restore it first.`)
  refuseAdopted(current, changed)
  refuseClashes(transaction, record, changed, index)
  transaction.put(withFollowUpCarried(adopting(current, record, today), current.body), current.rev)
  return changed
}

/** Text that is typed is the editor's to undo: its saves would soon push every command out of the log. */
export const isTypedText = (changed: readonly string[]): boolean => changed.every((field) => typedTexts.has(field))

/** A meeting or study that goes on to another stage is not typing: its version stands by itself in the history. */
export const isStageChange = ({ patch }: Input<'records.update'>): boolean => 'stage' in patch && patch.stage !== undefined

function refuseClashes(transaction: Transaction, record: AnyRecord, changed: readonly string[], index: RecordIndex): void {
  if (changed.includes('aliases')) refuseTakenNames(transaction, record, record.aliases, index)
  if (record.kind === 'country' && changed.includes('code')) refuseTakenCode(transaction, record, 'patch.code')
}
