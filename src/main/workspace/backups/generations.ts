/** Which backups are kept: the last of each of so many hours, days and weeks, and the last that were made for a reason. */

export interface Generation {
  readonly name: string
  /** An instant, ISO 8601. */
  readonly at: string
  readonly pinned: boolean
  /** Made for a reason: by hand, before an import or before restoring. One that follows by itself does not take its place. */
  readonly wanted: boolean
}

/** How many hours, days and weeks that have a backup keep one, and how many that were wanted stay besides. */
export const GENERATIONS = { hours: 24, days: 14, weeks: 26, wanted: 10 } as const

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
/** The epoch began on a Thursday; weeks begin on Monday. */
const MONDAY_MS = 3 * DAY_MS

/**
 * The names of the backups that stay. Counted are hours, days and weeks that have a backup, not those that have passed:
 * a workspace that was not opened for a year loses none. The latest always stays, and so do the pinned ones. A clock
 * that jumped ahead once costs at most the places that its backups take.
 */
export function keptGenerations(backups: readonly Generation[], limits: typeof GENERATIONS = GENERATIONS): Set<string> {
  const latestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const kept = new Set(latestFirst.filter(({ pinned }) => pinned).map(({ name }) => name))
  const [latest] = latestFirst
  if (latest) kept.add(latest.name)
  for (const { name } of latestFirst.filter(({ wanted }) => wanted).slice(0, limits.wanted)) kept.add(name)
  const unpinned = latestFirst.filter(({ pinned }) => !pinned)
  keepOneOfEach(unpinned, kept, limits.hours, (time) => Math.floor(time / HOUR_MS))
  keepOneOfEach(unpinned, kept, limits.days, (time) => Math.floor(time / DAY_MS))
  keepOneOfEach(unpinned, kept, limits.weeks, (time) => Math.floor((time + MONDAY_MS) / (7 * DAY_MS)))
  return kept
}

function keepOneOfEach(latestFirst: readonly Generation[], kept: Set<string>, most: number, spanOf: (time: number) => number): void {
  const spans = new Set<number>()
  for (const { name, at } of latestFirst) {
    const span = spanOf(Date.parse(at))
    if (spans.has(span)) continue
    if (spans.size === most) return
    spans.add(span)
    kept.add(name)
  }
}

/** A fall of more than a fifth is no ordinary work: the state before it is kept for good. */
const DROP = 0.2

export const isDrop = (before: number, after: number): boolean => before > 0 && (before - after) / before > DROP
