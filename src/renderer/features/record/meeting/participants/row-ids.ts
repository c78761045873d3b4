/** A number for each row that stays with it while others come, go and change places. Pure. */
import { jsonEqual } from '../../../../../shared/json-equal.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'

export interface KnownRows {
  readonly rows: readonly Participant[]
  readonly ids: readonly number[]
  /** No row has had this number yet. */
  readonly next: number
}

export const knownRows = (rows: readonly Participant[]): KnownRows => ({ rows, ids: rows.map((_, row) => row), next: rows.length })

/** Whom a row is about, without what may be changed of them; rows that say nothing are told apart by nothing. */
const subject = ({ person, represents }: Participant): string => JSON.stringify([linkKey(person), person === '' && represents])

/** Numbers of `from` by `keyOf` their rows, in order, that no row has taken yet. */
function free(from: KnownRows, taken: ReadonlySet<number>, keyOf: (row: Participant) => string): Map<string, number[]> {
  const ids = new Map<string, number[]>()
  for (const [at, row] of from.rows.entries()) {
    const id = from.ids[at]
    if (id === undefined || taken.has(id)) continue
    const key = keyOf(row)
    const of = ids.get(key)
    if (of) of.push(id)
    else ids.set(key, [id])
  }
  return ids
}

/**
 * The rows that somebody else has made of those that were known: who is unchanged, or is the same person, keeps their
 * number, and nobody takes over the number of another.
 */
export function carriedTo(from: KnownRows, rows: readonly Participant[]): KnownRows {
  if (rows === from.rows) return from
  if (jsonEqual(rows, from.rows)) return { ...from, rows }
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const keyOf of [(row: Participant) => JSON.stringify(row), subject]) {
    const ids = free(from, taken, keyOf)
    for (const [at, row] of rows.entries()) {
      const id = found.has(at) ? undefined : ids.get(keyOf(row))?.shift()
      if (id === undefined) continue
      found.set(at, id)
      taken.add(id)
    }
  }
  let { next } = from
  return { rows, ids: rows.map((_, at) => found.get(at) ?? next++), next }
}
