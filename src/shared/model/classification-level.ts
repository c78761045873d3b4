/** What a paper that leaves the workspace may hold: texts up to a level. */
import type { Classification } from './common.ts'
import { classifications } from './vocabulary.ts'

/** True for what a paper made up to `level` may hold. */
export const isWithin = (classification: Classification, level: Classification): boolean =>
  classifications.indexOf(classification) <= classifications.indexOf(level)

/** `public` when there are none. */
export function highestOf(levels: Iterable<Classification>): Classification {
  const present = new Set(levels)
  return classifications.findLast((level) => present.has(level)) ?? 'public'
}
