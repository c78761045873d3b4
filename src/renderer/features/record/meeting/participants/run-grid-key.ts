import { flushSync } from 'react-dom'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { columns } from './columns.ts'
import type { GridKey } from './grid-keys.ts'
import { openOrCreate } from './open-or-create.ts'
import type { Grid } from './use-grid.ts'

export interface GridKeyContext {
  readonly grid: Grid
  readonly rows: readonly Participant[]
  readonly locked: boolean
  /** Rows that fit into sight. */
  readonly page: number
  readonly onAdd: () => void
  readonly onRemove: () => void
}

/** Does what a key means; false when it means nothing here, and the key is the page's. */
export function runGridKey(key: GridKey, { grid, rows, locked, page, onAdd, onRemove }: GridKeyContext): boolean {
  const { cursor, chosen } = grid.state
  switch (key.type) {
    case 'row':
      grid.goRows(key.direction * (key.by === 'row' ? 1 : key.by === 'page' ? page : Infinity), key.extend)
      return true
    case 'column':
      grid.goColumn(key.by === 'end' ? (key.direction < 0 ? 0 : columns.length - 1) : (cursor?.column ?? 0) + key.direction)
      return true
    case 'cell':
      return grid.goCells(key.direction, false)
    case 'all':
      grid.chooseAll()
      return true
    case 'choose':
      if (cursor) grid.toggle(cursor.row)
      return true
    case 'open':
      if (cursor) openOrCreate(rows[cursor.row]?.person ?? '', locked)
      return true
    // of the whole dialog
    case 'undo':
    case 'redo':
      return false
  }
  if (locked) return false
  switch (key.type) {
    case 'presence':
      grid.setPresence(key.presence)
      break
    case 'edit':
      if (cursor) grid.edit(cursor)
      break
    case 'write':
      // the cell has the focus before the browser types the letter into it
      if (cursor) flushSync(() => grid.edit(cursor))
      return false
    case 'add':
      onAdd()
      break
    case 'remove':
      if (chosen.size > 0) onRemove()
      else grid.empty()
      break
    case 'place':
      grid.move(key.direction)
      break
  }
  return true
}
