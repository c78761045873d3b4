/** A record as it was before a step: the values before it over those that it wrote, and whatever else was changed since. */
import { AppError } from '../../../shared/errors.ts'
import { GONE } from '../../../shared/markdown/follow-up.ts'
import type { Author } from '../../../shared/model/common.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Workspace } from '../../workspace/port.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { withFollowUpCarried } from '../meetings/follow-through.ts'
import { standingOf } from '../meetings/adopted-hash.ts'
import { isAdopted, refuseAdopted } from '../records/record-patch.ts'
import { changedFields, valueOf, type ChangedField, type ChangedRecord } from './undo-step.ts'

type Versions = Pick<Workspace, 'readVersion'>

type Reason = 'unknown' | 'changedSince' | 'erased' | 'nameTaken'

export const notUndoable = (reason: Reason, message: string, details: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('NOT_UNDOABLE', message, { ...details, reason })

const NAMED: Readonly<Record<string, string>> = {
  title: 'The title',
  aliases: 'The aliases',
  body: 'The text',
  corrigenda: 'The list of corrigenda',
  followUp: 'The record of progress',
}

function changedSince(current: AnyRecord, fields: readonly string[], unnamed = 'The same property'): AppError {
  const { id, title, updatedBy, updatedAt } = current
  const what = fields.includes('trashed')
    ? `“${title}” was put into the trash or taken out of it`
    : `${NAMED[fields[0] ?? ''] ?? unnamed} of “${title}” was changed`
  return notUndoable('changedSince', `${what} since; the last change is by ${updatedBy.name}. Nothing was changed.`, {
    id,
    title,
    fields,
    by: updatedBy.name,
    at: updatedAt,
  })
}

/** @throws AppError NOT_UNDOABLE, and ADOPTED for a text that was adopted since */
function stateBefore(current: AnyRecord, { fields: done, just }: Done): AnyRecord {
  // what was issued is there again to go on from, unless another corrigendum is being prepared since
  const fields = done.filter(({ field, after }) => field !== 'draftCorrigendum' || jsonEqual(valueOf(current, field), after))
  const since = fields.filter(({ field, after }) => !jsonEqual(valueOf(current, field), after)).map(({ field }) => field)
  if (since.length > 0) throw changedSince(current, since)
  const names = fields.map(({ field }) => field)
  // a step that adopted the text or corrected it, or took that back, may be taken back itself
  if (!names.includes('stage') && !names.includes('corrigenda'))
    refuseAdopted(
      current,
      names.filter((field) => field !== 'trashed'),
    )
  // each value stood in this field of this record, so the whole is one of its kind; the store checks it again
  const restored = { ...current, ...Object.fromEntries(fields.map(({ field, before }) => [field, before])) } as AnyRecord
  refuseHalfAdoption(current, restored, just)
  // the log goes back as it was where the step changed it, and with its actions and decisions where it did not
  return names.includes('followUp') ? restored : followedBack(current, restored)
}

/** @throws AppError NOT_UNDOABLE when something was recorded of an action or a decision that the text before does not have */
function followedBack(current: AnyRecord, restored: AnyRecord): AnyRecord {
  const carried = withFollowUpCarried(restored, current.body)
  const gone = (record: AnyRecord) => (hasLog(record) ? record.followUp.filter(({ nth }) => nth >= GONE).length : 0)
  if (gone(carried) > gone(current)) throw changedSince(current, ['followUp'])
  return carried
}

/**
 * An adoption goes back with nothing left over that was built on it, and comes again only over the text that was adopted.
 * @param just the record just after the step
 */
function refuseHalfAdoption(current: AnyRecord, restored: AnyRecord, just: AnyRecord): void {
  if (current.kind !== 'meeting' || restored.kind !== 'meeting' || just.kind !== 'meeting') return
  if (isAdopted(restored)) {
    if (standingOf(restored) === 'other' && standingOf(current) !== 'other') throw changedSince(current, ['body'])
  } else if (isAdopted(current)) {
    const left = (['corrigenda', 'followUp'] as const).filter((field) => !jsonEqual(current[field], just[field]))
    if (left.length > 0) throw changedSince(current, left)
  }
}

/** What a step did to one record, and the record just after it. */
interface Done {
  readonly fields: readonly ChangedField[]
  readonly just: AnyRecord
}

/** What the step did to one record. @throws AppError NOT_UNDOABLE when the history has let one of the versions go */
async function doneTo(versions: Versions, id: string, before: number, after: number): Promise<Done> {
  const old = await versions.readVersion(id, before)
  const next = await versions.readVersion(id, after)
  if (!old || !next) {
    throw notUndoable('unknown', 'This cannot be undone any more: the versions before it are no longer kept. Nothing was changed.', { id })
  }
  return { fields: changedFields(old, next), just: next }
}

/** The record that a step made, as that left it, in the trash. @throws AppError NOT_UNDOABLE when something was written in it since */
async function unmade(versions: Versions, current: AnyRecord, after: number, trashed: AnyRecord['trashed']): Promise<AnyRecord> {
  if (current.trashed) throw changedSince(current, ['trashed'])
  if (current.rev !== after) {
    const { fields } = await doneTo(versions, current.id, after, current.rev)
    if (fields.length > 0) {
      const names = fields.map(({ field }) => field)
      throw changedSince(current, names, 'A property')
    }
  }
  return { ...current, trashed }
}

export interface Going {
  readonly versions: Versions
  readonly by: Author
  readonly at: string
}

/** What the step made goes into the trash. @throws AppError NOT_UNDOABLE, ADOPTED */
export async function recordBefore(
  current: AnyRecord,
  { id, before, after }: ChangedRecord,
  { versions, by, at }: Going,
): Promise<AnyRecord> {
  return before === null ? unmade(versions, current, after, { at, by }) : stateBefore(current, await doneTo(versions, id, before, after))
}
