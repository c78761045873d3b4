/** What the window holds of a record that somebody looks at or edits. */
import type { AppError, FieldIssue } from '../../../shared/errors.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'

/**
 * `dirty`: typed, and a pause is awaited. `failed`: the last try was refused, the draft stays and is tried again.
 * `conflict`: the person has to choose between two versions of a field.
 */
export type SaveStatus = 'saved' | 'dirty' | 'saving' | 'failed' | 'conflict'

/** Changed fields only. */
export type Draft = Readonly<Record<string, unknown>>

export interface Conflict {
  /** What both versions were made from. */
  readonly base: AnyRecord
  /** Fields that both sides changed, each in its own way. Theirs stand in `record`, mine in `draft`. */
  readonly fields: readonly string[]
}

/** A value that the host refused; it is not sent again before it changes. */
export interface Refusal {
  readonly value: unknown
  readonly issues: readonly FieldIssue[]
}

export interface OpenRecord {
  readonly id: string
  /** As the host has it; null while it loads, and when there is none (`error` says why). */
  readonly record: AnyRecord | null
  readonly draft: Draft
  /** The revision that the draft is based on. */
  readonly baseRev: number
  readonly status: SaveStatus
  /** Why the last load or save failed; null when it did not. */
  readonly error: AppError | null
  readonly conflict: Conflict | null
  readonly refused: Readonly<Record<string, Refusal>>
}

/** The record with the draft over it: what the person sees. */
export const shownRecord = (entry: OpenRecord): AnyRecord | null => entry.record && ({ ...entry.record, ...entry.draft } as AnyRecord)

/** The value of one field as the person sees it. */
export const shownValue = (entry: OpenRecord, field: string): unknown =>
  field in entry.draft ? entry.draft[field] : (entry.record as Readonly<Record<string, unknown>> | null)?.[field]

/** What is wrong with a field, as long as the refused value stands there. */
export function issuesOf(entry: OpenRecord, field: string): readonly FieldIssue[] {
  const refusal = entry.refused[field]
  return refusal && entry.draft[field] === refusal.value ? refusal.issues : NO_ISSUES
}
const NO_ISSUES: readonly FieldIssue[] = []
