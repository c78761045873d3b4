/** What was searched for when a hit was opened: its record marks the words found. */

interface OpenedHit {
  readonly id: string
  /** The query as it was searched. */
  readonly text: string
}

let opened: OpenedHit | null = null
const listeners = new Set<() => void>()

export const openedHit = {
  /** Said just before going to the record; only where the words stand in its text. */
  set: (hit: OpenedHit): void => {
    opened = hit
    for (const listener of listeners) listener()
  },
  /** For the record that is open already. Answers what ends it. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** The query that led to this record; once, then it is forgotten. Null when something else led there. */
export function takeOpenedHit(id: string): string | null {
  if (opened?.id !== id) return null
  const { text } = opened
  opened = null
  return text
}
