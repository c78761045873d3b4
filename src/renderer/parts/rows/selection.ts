/** Where the keyboard stands in a list and which rows are chosen. Pure: the rows themselves come from outside. */

export interface Place {
  readonly index: number
  readonly id: string
}

export interface Selection {
  /** The row the keyboard stands on; null before the first key or click. */
  readonly cursor: Place | null
  /** Where a range with Shift begins. */
  readonly anchor: number | null
  /** Chosen rows by id with the revision last seen. */
  readonly chosen: ReadonlyMap<string, number>
}

export interface Target {
  readonly id: string
  readonly rev: number
}

/** As many as one command may take. */
export const MOST_CHOSEN = 10_000

/** A record's row, as commands take it. */
export const targetOf = (row: { readonly head: Target }): Target => ({ id: row.head.id, rev: row.head.rev })

export const nothingSelected: Selection = { cursor: null, anchor: null, chosen: new Map() }

/** A plain move or click: the choice is given up. */
export const moveTo = (place: Place): Selection => ({ cursor: place, anchor: place.index, chosen: new Map() })

/** Ctrl+click, a check box, Ctrl+Space: one row in or out. */
export function toggle(selection: Selection, place: Place, rev: number): Selection {
  const chosen = new Map(selection.chosen)
  if (!chosen.delete(place.id)) chosen.set(place.id, rev)
  return { cursor: place, anchor: place.index, chosen }
}

/** The rows from the anchor to here, both included: what Shift chooses. */
export function rangeTo(selection: Selection, index: number): { readonly from: number; readonly to: number } {
  const anchor = selection.anchor ?? selection.cursor?.index ?? index
  return { from: Math.min(anchor, index), to: Math.max(anchor, index) }
}

/** Shift+click or Shift+arrow; `rows` are those of {@link rangeTo}. */
export const extendTo = (selection: Selection, place: Place, rows: readonly Target[]): Selection => ({
  cursor: place,
  anchor: selection.anchor ?? selection.cursor?.index ?? place.index,
  chosen: new Map(rows.map(({ id, rev }) => [id, rev])),
})

export const chooseAll = (selection: Selection, rows: readonly Target[]): Selection => ({
  ...selection,
  chosen: new Map(rows.map(({ id, rev }) => [id, rev])),
})

export const chooseNone = (selection: Selection): Selection => ({ ...selection, chosen: new Map() })

/**
 * After the data have changed: the cursor follows its record, or stays at its place when the record has gone, so that
 * after a deletion it stands on the next row.
 */
export function settle(
  selection: Selection,
  total: number,
  indexOf: (id: string) => number | undefined,
  idAt: (index: number) => string | undefined,
): Selection {
  const { cursor } = selection
  if (!cursor) return selection
  if (total === 0) return nothingSelected
  const index = indexOf(cursor.id)
  if (index === cursor.index) return selection
  if (index !== undefined) return { ...selection, cursor: { index, id: cursor.id }, anchor: index }
  const nearest = Math.min(cursor.index, total - 1)
  const id = idAt(nearest)
  if (id === undefined || (id === cursor.id && nearest === cursor.index)) return selection
  return { ...selection, cursor: { index: nearest, id }, anchor: nearest }
}

/** What a command applies to: the chosen rows, or the one the keyboard stands on. */
export function targets(selection: Selection, rowOf: (id: string) => Target | undefined): Target[] {
  if (selection.chosen.size > 0) return [...selection.chosen].map(([id, rev]) => ({ id, rev: rowOf(id)?.rev ?? rev }))
  const row = selection.cursor && rowOf(selection.cursor.id)
  return row ? [{ id: row.id, rev: row.rev }] : []
}
