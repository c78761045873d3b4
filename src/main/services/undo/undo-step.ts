/** What one commit did: which version of which record came after which. What they say is read when undo is asked for. */
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Commit } from '../../workspace/port.ts'

/** Kept by the datastore: another version is not another value. */
const OF_THE_VERSION: ReadonlySet<string> = new Set(['rev', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'])

export interface ChangedField {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface ChangedRecord {
  readonly id: string
  /** The revision before; null when the record was made: undo puts it into the trash, unless something has been written in it since. */
  readonly before: number | null
  readonly after: number
  /** For good, since: another record may have its id. */
  readonly erased?: true
}

export interface UndoStep {
  readonly client: string
  readonly revision: number
  readonly records: readonly ChangedRecord[]
}

export const valueOf = (record: AnyRecord, field: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[field]

/** Field by field, so that a change can be taken back whatever else has changed meanwhile. */
export function changedFields(before: AnyRecord, after: AnyRecord): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !OF_THE_VERSION.has(field))
    .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter((changed) => !jsonEqual(changed.before, changed.after))
}

/** The step of a commit; null when there is none: what was erased is gone for good. */
export function stepOf(client: string, { revision, changes }: Commit): UndoStep | null {
  const records: ChangedRecord[] = []
  for (const { id, before, after } of changes) {
    if (!after) return null
    records.push({ id, before: before && before.rev, after: after.rev })
  }
  return { client, revision, records }
}
