/** Where the keyboard stands in the table, by the numbers of the rows: a key never means somebody else than it did. Pure. */
import type { KnownRows } from './row-ids.ts'

export interface Cell {
  /** A place in the list of participants. */
  readonly row: number
  readonly column: number
}

export interface GridState {
  readonly cursor: Cell | null
  readonly chosen: ReadonlySet<number>
  readonly editing: Cell | null
}

export interface HeldCell {
  readonly id: number
  readonly column: number
}

export interface HeldPlaces {
  readonly cursor: HeldCell | null
  /** Where a range with Shift began. */
  readonly anchor: number | null
  readonly chosen: ReadonlySet<number>
  readonly editing: HeldCell | null
}

export const nobodyChosen: ReadonlySet<number> = new Set()

export const at = (cursor: HeldCell | null): HeldPlaces => ({ cursor, anchor: cursor?.id ?? null, chosen: nobodyChosen, editing: null })

/** As places in the list; what stood on a row that is gone stands nowhere. */
export function placed({ ids }: KnownRows, { cursor, chosen, editing }: HeldPlaces): GridState {
  const places = new Map(ids.map((id, place) => [id, place]))
  const cell = (of: HeldCell | null): Cell | null => {
    const row = of ? places.get(of.id) : undefined
    return of && row !== undefined ? { row, column: of.column } : null
  }
  return { cursor: cell(cursor), editing: cell(editing), chosen: new Set([...chosen].flatMap((id) => places.get(id) ?? [])) }
}
