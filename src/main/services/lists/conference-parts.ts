/** The sessions of a conference stand beneath it, in the order in which they are held. */

/** Rows in order, and how deep each stands; null: none is beneath another. */
export interface PlacedRows {
  readonly rows: Uint32Array
  readonly depths: Uint8Array | null
}

export interface Conferences {
  /** The row of the meeting that this one is part of. */
  wholeOf(row: number): number | undefined
  /** When it begins, day and time. */
  startOf(row: number): string
}

/**
 * Puts each meeting that is part of another one of `rows` directly beneath it. Parts of parts stand beneath the whole;
 * meetings that name each other as their whole stay where they are.
 */
export function placeParts(rows: Uint32Array, { wholeOf, startOf }: Conferences): PlacedRows {
  const partOf = new Map<number, number>()
  for (const row of rows) {
    const whole = wholeOf(row)
    if (whole !== undefined) partOf.set(row, whole)
  }
  if (partOf.size === 0) return { rows, depths: null }
  const shown = new Set(rows)
  const root = (row: number): number => {
    const seen = new Set<number>()
    let current = row
    for (;;) {
      seen.add(current)
      const above = partOf.get(current)
      if (above === undefined || !shown.has(above)) return current
      if (seen.has(above)) return row
      current = above
    }
  }
  const parts = new Map<number, number[]>()
  const tops: number[] = []
  for (const row of rows) {
    const whole = root(row)
    if (whole === row) tops.push(row)
    else parts.set(whole, [...(parts.get(whole) ?? []), row])
  }
  const placed = new Uint32Array(rows.length)
  const depths = new Uint8Array(rows.length)
  let at = 0
  for (const top of tops) {
    placed[at++] = top
    const beneath = (parts.get(top) ?? []).map((row) => ({ row, start: startOf(row) }))
    for (const { row } of beneath.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
      depths[at] = 1
      placed[at++] = row
    }
  }
  return { rows: placed, depths }
}
