/**
 * Autosaves write a version every few seconds of typing. What a person calls a version is a sitting: what one author
 * typed on one device without a pause, within one day.
 */
import type { RecordVersion } from '../port.ts'
import { localDay, type DayOf } from './local-day.ts'

/** A longer pause begins another sitting. */
const PAUSE = 10 * 60 * 1_000

/**
 * The versions of one record in their sittings.
 * @param versions of one record, the latest first; so are the sittings, and the versions in each
 */
export function groupBySitting<V extends RecordVersion>(versions: readonly V[], dayOf: DayOf = localDay): V[][] {
  const sittings: V[][] = []
  let later: V | undefined
  for (const version of versions) {
    if (later && sameSitting(version, later, dayOf)) sittings.at(-1)?.push(version)
    else sittings.push([version])
    later = version
  }
  return sittings
}

/** The last version of each sitting, the latest first. */
export const sittingsOf = <V extends RecordVersion>(versions: readonly V[], dayOf: DayOf = localDay): V[] =>
  groupBySitting(versions, dayOf).flatMap((sitting) => sitting.slice(0, 1))

function sameSitting(before: RecordVersion, after: RecordVersion, dayOf: DayOf): boolean {
  if (before.own || after.own || before.pinned || after.pinned) return false
  if (before.author.name !== after.author.name || before.author.device !== after.author.device) return false
  const from = Date.parse(before.at)
  const to = Date.parse(after.at)
  // A clock set back by more than a pause also ends the sitting. Midnight does, so that thinning by day does not depend
  // on when it was done before.
  return Math.abs(to - from) <= PAUSE && dayOf(from) === dayOf(to)
}
