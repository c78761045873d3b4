/** Two versions of a record made from one: what can be put together by itself, and what a person must choose. */
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import type { Draft } from './open-record.ts'

type Fields = Readonly<Record<string, unknown>>

export interface Merged {
  /** What is left to save over `theirs`. */
  readonly draft: Draft
  /** Fields that both sides changed to different values. */
  readonly clashes: readonly string[]
}

/** Values of a field that were sent and never answered: each may have been saved all the same. */
export type Unanswered = Readonly<Record<string, readonly unknown[]>>

/**
 * Fields that one side changed go in by themselves; a field that both changed alike is settled, and one that holds what
 * we sent ourselves is nobody else's change.
 */
export function mergeDraft(base: AnyRecord, draft: Draft, theirs: AnyRecord, unanswered: Unanswered = {}): Merged {
  const before = base as unknown as Fields
  const now = theirs as unknown as Fields
  const kept: Record<string, unknown> = {}
  const clashes: string[] = []
  for (const [field, mine] of Object.entries(draft)) {
    if (jsonEqual(mine, now[field])) continue
    kept[field] = mine
    const ours = [before[field], ...(unanswered[field] ?? [])]
    if (!ours.some((value) => jsonEqual(value, now[field]))) clashes.push(field)
  }
  return { draft: kept, clashes }
}
