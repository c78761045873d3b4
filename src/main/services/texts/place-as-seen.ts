import { AppError } from '../../../shared/errors.ts'
import { placeOfSeen } from '../../../shared/markdown/as-seen.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'

interface AsSeen<T> {
  readonly what: 'action' | 'decision'
  /** Where it stood: lines above it may have come and gone. */
  readonly line: number
  readonly isSame: (item: T) => boolean
}

/** The place in `items` of what a window saw. @throws AppError CONFLICT when the text has it no more, or two that are equally near */
export function placeAsSeen<T extends { readonly line: number }>(
  { title }: AnyRecord,
  items: readonly T[],
  { what, line, isSame }: AsSeen<T>,
): number {
  const place = placeOfSeen(items, line, isSame)
  if (place !== undefined) return place
  const meanwhile = `“${title}” has no such ${what} any more, or more than one; its text was changed. Nothing was written.`
  throw new AppError('CONFLICT', meanwhile, { title })
}
