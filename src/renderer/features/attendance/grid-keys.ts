/** Where a key leads in a grid, after the ARIA Authoring Practices. Pure. */

/** The columns before the meetings. */
export const NAMES = -2
export const SHARES = -1

/** Row -1 is the head. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const within = (value: number, first: number, count: number) => Math.max(first, Math.min(count - 1, value))

/** Undefined for a key that leads nowhere. */
export function placeAfter(
  pressed: Pressed,
  { row, column }: GridPlace,
  size: { rows: number; columns: number; page: number },
): GridPlace | undefined {
  if (pressed.altKey) return undefined
  const far = pressed.ctrlKey || pressed.metaKey
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: within(nextRow, -1, size.rows),
    column: within(nextColumn, NAMES, size.columns),
  })
  switch (pressed.key) {
    case 'ArrowUp':
      return far ? to(0, column) : to(row - 1, column)
    case 'ArrowDown':
      return far ? to(size.rows - 1, column) : to(row + 1, column)
    case 'ArrowLeft':
      return far ? to(row, NAMES) : to(row, column - 1)
    case 'ArrowRight':
      return far ? to(row, size.columns - 1) : to(row, column + 1)
    case 'PageUp':
      return to(Math.max(0, row - size.page), column)
    case 'PageDown':
      return to(row + size.page, column)
    case 'Home':
      return far ? to(0, NAMES) : to(row, NAMES)
    case 'End':
      return far ? to(size.rows - 1, size.columns - 1) : to(row, size.columns - 1)
    default:
      return undefined
  }
}
