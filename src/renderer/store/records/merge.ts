/** Two versions of a record made from one: what can be put together by itself, and what a person must choose. */
import { jsonEqual } from '../../../shared/json-equal.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { mergeText } from './merge-text.ts'
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

/** Both bodies in one where each side changed other lines; undefined where both changed the same ones. */
function bodyOfBoth(base: unknown, mine: unknown, theirs: unknown): string | undefined {
  if (typeof base !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string') return undefined
  const { text, overlaps } = mergeText(base, mine, theirs)
  return overlaps === 0 ? text : undefined
}

/**
 * Fields that one side changed go in by themselves, and so do lines of the body: an action that is ticked elsewhere does
 * not stop who takes the minutes. A field that both changed alike is settled, and one that holds what we sent ourselves
 * is nobody else's change. `settling`: a person is comparing the two, and nothing is put together meanwhile.
 */
export function mergeDraft(
  base: AnyRecord,
  draft: Draft,
  theirs: AnyRecord,
  { unanswered = {}, settling = false }: { readonly unanswered?: Unanswered; readonly settling?: boolean } = {},
): Merged {
  const before = base as unknown as Fields
  const now = theirs as unknown as Fields
  const kept: Record<string, unknown> = {}
  const clashes: string[] = []
  for (const [field, mine] of Object.entries(draft)) {
    if (jsonEqual(mine, now[field])) continue
    kept[field] = mine
    const ours = [before[field], ...(unanswered[field] ?? [])]
    if (ours.some((value) => jsonEqual(value, now[field]))) continue
    const both = field === 'body' && !settling ? bodyOfBoth(before[field], mine, now[field]) : undefined
    if (both === undefined) clashes.push(field)
    else kept[field] = both
  }
  return { draft: kept, clashes }
}
