/** A record as it is stored: its columns, and its JSON as bytes, from which each reader gets a copy of its own. */
import type { FieldIssue } from '../../shared/errors.ts'
import type { RecordHead } from '../../shared/model/head.ts'
import { headOf } from '../../shared/model/head.ts'
import { withLaterFields } from '../../shared/model/later-fields.ts'
import type { AnyRecord } from '../../shared/model/record.ts'
import { record as recordSchema } from '../../shared/model/record.ts'
import type { z } from '../../shared/model/zod.ts'
import { utf8 } from './json-file.ts'

export interface StoredRecord {
  readonly head: RecordHead
  /** Canonical JSON in UTF-8, as it stands in the file. */
  readonly json: Uint8Array
}

export interface CheckedRecord extends StoredRecord {
  readonly ok: true
  /** Frozen, as are the columns, because many readers share them. */
  readonly record: AnyRecord
}

export type RecordCheck =
  | CheckedRecord
  | {
      readonly ok: false
      readonly issues: readonly FieldIssue[]
      /** Keys of the record itself that its kind does not have. */
      readonly unknownFields: readonly string[]
    }

const decoder = new TextDecoder()

export const recordOf = ({ json }: Pick<StoredRecord, 'json'>): AnyRecord => withLaterFields(JSON.parse(decoder.decode(json)) as AnyRecord)

/** Validates a record and takes a copy: what the schema answers shares no object with what it was given. */
export function checkRecord(candidate: unknown): RecordCheck {
  const checked = recordSchema.safeParse(candidate)
  if (!checked.success) {
    const { issues } = checked.error
    const unknownFields = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : []))
    return { ok: false, issues: issues.map(fieldIssue), unknownFields }
  }
  const record = deepFreeze(checked.data)
  // what it holds is the record's own
  return { ok: true, head: Object.freeze(headOf(record)), json: utf8(JSON.stringify(record)), record }
}

export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  // on the way of every save: no array of what it holds is made
  if (Array.isArray(value)) for (const part of value) deepFreeze(part)
  else
    for (const key in value) {
      const part = value[key]
      if (typeof part === 'object') deepFreeze(part)
    }
  return Object.freeze(value)
}

function fieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  const problem: unknown = issue.code === 'custom' ? issue.params?.['problem'] : issue.code
  return { path: issue.path.join('.'), problem: typeof problem === 'string' ? problem : issue.code, message: issue.message }
}
