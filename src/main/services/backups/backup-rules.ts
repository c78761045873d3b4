/** When a backup is due, and when the lack of one has to be said. */

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How often it is looked whether one is due. */
export const LOOK_MS = 5 * MINUTE_MS
/** Closing waits no longer than that for a backup. */
export const CLOSING_MS = 2_000

/** A backup that was made, as far as rules ask for it. */
export interface Made {
  /** An instant, ISO 8601. */
  readonly at: string
  readonly revision: number
}

export interface Standing {
  readonly now: number
  readonly revision: number
  /** The last backup of the workspace's own folder. */
  readonly last: Made | null
  /** When one was last tried, in milliseconds since the epoch; null for not in this sitting. */
  readonly triedAt: number | null
}

/** A clock that was set back makes every backup old: none is made too few. */
const ageOf = ({ at }: Made, now: number) => {
  const age = now - Date.parse(at)
  return age >= 0 ? age : Infinity
}

const hasChanges = ({ revision, last }: Standing) => (last ? last.revision !== revision : revision > 0)
const mayTry = ({ triedAt, now }: Standing) => triedAt === null || now - triedAt >= HOUR_MS || now < triedAt

/** While the workspace is open. */
export const isDueByTheHour = (standing: Standing): boolean =>
  hasChanges(standing) && mayTry(standing) && (!standing.last || ageOf(standing.last, standing.now) >= HOUR_MS)

export const isDueAtOpening = (standing: Standing): boolean =>
  hasChanges(standing) && (!standing.last || ageOf(standing.last, standing.now) >= DAY_MS)

export const isDueAtClosing = (standing: Standing): boolean => hasChanges(standing)

/** A second place that has fallen behind, because it was away. */
export const isDueInSecondPlace = (standing: Standing, lastThere: Made | null): boolean =>
  mayTry(standing) && hasChanges({ ...standing, last: lastThere }) && (!lastThere || ageOf(lastThere, standing.now) >= HOUR_MS)

/** Without any backup only a workspace that makes none by itself is in want of one. */
export const isOverdue = (standing: Standing, automatic: boolean): boolean =>
  hasChanges(standing) && (standing.last ? ageOf(standing.last, standing.now) > 7 * DAY_MS : !automatic)

/** A fall in records is told of for a day. */
export const isFresh = (made: Made, now: number): boolean => ageOf(made, now) < DAY_MS
