/**
 * Which versions the history keeps. A version goes only because a later one of the same sitting, day or week stays, so
 * thinning often or seldom leaves the same.
 */
import type { HistoryPolicy, RecordVersion } from '../port.ts'
import { localDay, type DayOf } from './local-day.ts'
import { groupBySitting } from './sittings.ts'

/** Versions inside a sitting are kept this long after it, for the person who notices the next morning. */
const INSIDE_SITTING = 24 * 60 * 60 * 1_000
/** However old they are. */
export const LAST_SITTINGS = 10

/**
 * The revisions to keep: the current one, the pinned ones, the last ten sittings, everything of a sitting of the last 24
 * hours, every sitting of `allDays`, then the last of each day up to `dailyDays`, then the last of each week.
 * @param versions of one record, the latest first
 * @param now milliseconds since the Unix epoch
 */
export function keptVersions(
  versions: readonly RecordVersion[],
  now: number,
  policy: HistoryPolicy,
  dayOf: DayOf = localDay,
): ReadonlySet<number> {
  const kept = new Set<number>()
  const today = dayOf(now)
  const days = new Set<number>()
  const weeks = new Set<number>()
  for (const [index, sitting] of groupBySitting(versions, dayOf).entries()) {
    const last = sitting[0]
    if (!last) continue
    const at = Date.parse(last.at)
    const day = dayOf(at)
    const age = today - day
    const week = weekOf(day)
    const keeps =
      index < LAST_SITTINGS ||
      last.pinned ||
      age <= policy.allDays ||
      (age <= policy.dailyDays && !days.has(day)) ||
      (age > policy.dailyDays && !weeks.has(week))
    days.add(day)
    weeks.add(week)
    if (keeps) kept.add(last.rev)
    if (now - at <= INSIDE_SITTING) for (const version of sitting) kept.add(version.rev)
  }
  return kept
}

/** Weeks begin on Monday; day 0 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7)
