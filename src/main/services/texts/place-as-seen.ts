import { AppError } from '../../../shared/errors.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'

interface AsSeen<T> {
  readonly what: 'action' | 'decision'
  /** Where it stood: lines above it may have come and gone. */
  readonly line: number
  readonly isSame: (item: T) => boolean
}

/** The place in `items` of what a window saw, the nearest of equals. @throws AppError CONFLICT when the text has it no more */
export function placeAsSeen<T extends { readonly line: number }>(
  { title }: AnyRecord,
  items: readonly T[],
  { what, line, isSame }: AsSeen<T>,
): number {
  let place = -1
  let nearest = Infinity
  for (const [at, item] of items.entries()) {
    const distance = Math.abs(item.line - line)
    if (distance >= nearest || !isSame(item)) continue
    place = at
    nearest = distance
  }
  if (place !== -1) return place
  throw new AppError('CONFLICT', `“${title}” has no such ${what} any more; its text was changed. Nothing was written.`, { title })
}
