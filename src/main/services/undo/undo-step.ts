/** What one commit did, field by field, so that it can be taken back whatever else has changed meanwhile. */
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Change, Commit } from '../../workspace/port.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'

/** Kept by the datastore: another version is not another value. */
const OF_THE_VERSION: ReadonlySet<string> = new Set(['rev', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'])

export interface ChangedField {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface ChangedRecord {
  readonly id: string
  readonly title: string
  /** It was made: undo puts it into the trash, whatever has been written in it since. */
  readonly created: boolean
  /** Empty for a record that was made. */
  readonly fields: readonly ChangedField[]
}

export interface UndoStep {
  readonly client: string
  readonly revision: number
  readonly records: readonly ChangedRecord[]
  /** About how many characters it keeps in memory. */
  readonly weight: number
}

export const valueOf = (record: AnyRecord, field: string): unknown => (record as unknown as Readonly<Record<string, unknown>>)[field]

function changedFields(before: AnyRecord, after: AnyRecord): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !OF_THE_VERSION.has(field))
    .map((field) => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter((changed) => !jsonEqual(changed.before, changed.after))
}

function changedRecord({ before, after }: Change): ChangedRecord | null {
  if (!after) return null
  return { id: after.id, title: after.title, created: !before, fields: before ? changedFields(before, after) : [] }
}

/** Lists are short; texts are what weighs. */
const charactersOf = (value: unknown) => (typeof value === 'string' ? value.length : 100)
const weightOf = ({ fields }: ChangedRecord) =>
  fields.reduce((sum, { before, after }) => sum + charactersOf(before) + charactersOf(after), 500)

const isTypedText = ({ created, fields }: ChangedRecord) => !created && fields.every(({ field }) => field === 'body')

/**
 * The step of a commit; null when there is none: what was erased is gone for good, and text that was typed is the
 * editor's to undo (its saves would soon push every command out of the log).
 */
export function stepOf(client: string, { revision, changes }: Commit): UndoStep | null {
  const records = changes.map(changedRecord)
  const standing = records.filter((record) => record !== null)
  if (standing.length < records.length || standing.every(isTypedText)) return null
  return { client, revision, records: standing, weight: standing.reduce((sum, record) => sum + weightOf(record), 0) }
}
