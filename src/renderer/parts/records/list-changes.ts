/** What differs between two values of a list field, entry by entry. Pure. */
import { jsonEqual } from '../../../shared/json-equal.ts'

export interface ListChange {
  /** Null: it is new. */
  readonly before: unknown
  /** Null: it is gone. */
  readonly after: unknown
}

export interface ListChanges {
  /** Those that came, went or say something else, in the order of the list as it is now; what is gone stands last. */
  readonly changes: readonly ListChange[]
  readonly unchanged: number
}

/** What makes an entry the same one although it says something else: its content, else what it names first. */
function identityOf(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return null
  if ('sha256' in entry) return entry.sha256
  return Object.values(entry).find((part) => typeof part === 'string' && part !== '') ?? null
}

export function listChanges(before: readonly unknown[], after: readonly unknown[]): ListChanges {
  const gone = [...before]
  const take = (matches: (entry: unknown) => boolean): unknown => {
    const at = gone.findIndex(matches)
    return at < 0 ? null : gone.splice(at, 1)[0]
  }
  const fresh = after.filter((entry) => take((other) => jsonEqual(other, entry)) === null)
  const unchanged = after.length - fresh.length
  const changes = fresh.map((entry) => {
    const identity = identityOf(entry)
    return { before: identity === null ? null : take((other) => identityOf(other) === identity), after: entry }
  })
  return { changes: [...changes, ...gone.map((entry) => ({ before: entry, after: null }))], unchanged }
}
