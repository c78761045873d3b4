/** What was searched for when a hit was opened: its record marks the words found. */

interface OpenedHit {
  readonly id: string
  /** The query as it was searched. */
  readonly text: string
}

let opened: OpenedHit | null = null

export const openedHit = {
  /** Said just before going to the record; only where the words stand in its text. */
  set: (hit: OpenedHit): void => {
    opened = hit
  },
}

/** The query that led to this record; once, then it is forgotten. Null when something else led there. */
export function takeOpenedHit(id: string): string | null {
  const hit = opened
  opened = null
  return hit?.id === id ? hit.text : null
}
