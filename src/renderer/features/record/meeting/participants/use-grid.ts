/** Where the keyboard stands in the table of participants, which rows are chosen, which cell is written in; and what keys do to the list. */
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { FieldHandle } from '../../properties/use-field.ts'
import { columns, writtenIn } from './columns.ts'
import { itemBeyond, type GridItem } from './grid-items.ts'
import { emptyParticipant, MOST_PARTICIPANTS, withPresence } from './participant-list.ts'

const PRESENCE = columns.indexOf('presence')

export interface Cell {
  /** A place in the list of participants. */
  readonly row: number
  readonly column: number
}

export interface GridState {
  readonly cursor: Cell | null
  /** Where a range with Shift began. */
  readonly anchor: number | null
  readonly chosen: ReadonlySet<number>
  readonly editing: Cell | null
}

const nobodyChosen: ReadonlySet<number> = new Set()
const at = (cursor: Cell | null, change: Partial<GridState> = {}): GridState => ({
  cursor,
  anchor: cursor?.row ?? null,
  chosen: nobodyChosen,
  editing: null,
  ...change,
})

export interface GridOptions {
  readonly field: FieldHandle<Participant[]>
  readonly items: readonly GridItem[]
  /** By delegation: a new row joins the delegation in which it is made, and rows do not change places. */
  readonly grouped: boolean
}

/** The grid's state and its commands. What is changed goes through the field at once. */
export function useGrid({ field, items, grouped }: GridOptions) {
  const [state, setState] = useState<GridState>(() => at(null))
  const latest = useRef({ field, items, state, grouped })
  useEffect(() => {
    latest.current = { field, items, state, grouped }
  })
  /** The row as it stood before somebody began to write in it. */
  const before = useRef<Participant | null>(null)

  const positionOf = (row: number) => latest.current.items.findIndex((item) => item.type === 'row' && item.row === row)
  const rowAt = (position: number | undefined) => {
    const item = position === undefined ? undefined : latest.current.items[position]
    return item?.type === 'row' ? item.row : undefined
  }
  const targets = (): ReadonlySet<number> => {
    const { cursor, chosen } = latest.current.state
    return chosen.size > 0 ? chosen : new Set(cursor ? [cursor.row] : [])
  }
  const change = (row: number, part: Partial<Participant>) => {
    const rows = latest.current.field.current()
    const now = rows[row]
    if (now) latest.current.field.set(rows.with(row, { ...now, ...part }))
  }

  const goTo = (cursor: Cell) => setState(at(cursor))
  const extendTo = (row: number) =>
    setState((now) => {
      const from = positionOf(now.anchor ?? now.cursor?.row ?? row)
      const to = positionOf(row)
      const between = latest.current.items.slice(Math.min(from, to), Math.max(from, to) + 1)
      const chosen = new Set(between.flatMap((item) => (item.type === 'row' ? [item.row] : [])))
      return { ...now, cursor: { row, column: now.cursor?.column ?? 0 }, anchor: now.anchor ?? row, chosen }
    })
  const toggle = (row: number) =>
    setState((now) => {
      const chosen = new Set(now.chosen)
      if (!chosen.delete(row)) chosen.add(row)
      return { ...now, cursor: { row, column: now.cursor?.column ?? 0 }, anchor: row, chosen }
    })
  const edit = (cell: Cell) => {
    before.current = latest.current.field.current()[cell.row] ?? null
    setState(at(cell, { editing: cell }))
  }

  return {
    state,
    targets,
    change,
    goTo,
    extendTo,
    toggle,
    edit,
    /** `steps` rows up or down; Infinity to the end. */
    goRows(steps: number, extend: boolean) {
      const { cursor } = latest.current.state
      const from = cursor ? positionOf(cursor.row) : steps < 0 ? latest.current.items.length - 1 : 0
      const row = rowAt(itemBeyond(latest.current.items, Math.max(0, from), cursor ? steps : 0))
      if (row === undefined) return
      if (extend) extendTo(row)
      else goTo({ row, column: cursor?.column ?? 0 })
    },
    /** To the next cell; false at the end of the table. */
    goCells(direction: -1 | 1, editing: boolean): boolean {
      const { cursor } = latest.current.state
      if (!cursor) return false
      const column = cursor.column + direction
      const inside = column >= 0 && column < columns.length
      const row = inside ? cursor.row : rowAt(itemBeyond(latest.current.items, positionOf(cursor.row), direction))
      const cell = { row: row ?? cursor.row, column: inside ? column : direction > 0 ? 0 : columns.length - 1 }
      if (!inside && cell.row === cursor.row) return false
      if (editing) edit(cell)
      else goTo(cell)
      return true
    },
    goColumn(column: number) {
      setState((now) => {
        const cursor = now.cursor ?? { row: rowAt(itemBeyond(latest.current.items, 0, 0)) ?? 0, column: 0 }
        return { ...now, cursor: { ...cursor, column: Math.max(0, Math.min(columns.length - 1, column)) } }
      })
    },
    chooseAll: () => setState((now) => ({ ...now, chosen: new Set(latest.current.field.current().keys()) })),
    chooseNone: () => setState((now) => ({ ...now, chosen: nobodyChosen })),
    /** Ends writing; what is in the field has been handed over by its losing the focus. */
    endEditing: () => setState((now) => ({ ...now, editing: null })),
    /** Gives up what was written in the cell. */
    cancelEditing() {
      const { editing } = latest.current.state
      const was = before.current
      const now = editing && latest.current.field.current()[editing.row]
      const column = editing && columns[editing.column]
      if (editing && was && now && column) {
        const restored = { ...now, ...writtenIn(column, was, now) }
        if (JSON.stringify(restored) !== JSON.stringify(now)) change(editing.row, restored)
      }
      setState((current) => ({ ...current, editing: null }))
    },
    setPresence(presence: Participant['presence']) {
      const rows = targets()
      if (rows.size === 0) return
      latest.current.field.set(latest.current.field.current().map((row, place) => (rows.has(place) ? withPresence(row, presence) : row)))
      const [only] = rows
      // who came instead is asked at once
      if (presence === 'replaced' && rows.size === 1 && only !== undefined) edit({ row: only, column: PRESENCE })
    },
    /** A new row below the cursor, or at the end, with the focus in its name; false when there is no room for it. */
    add(): boolean {
      const { cursor } = latest.current.state
      const rows = latest.current.field.current()
      if (rows.length >= MOST_PARTICIPANTS) return false
      const place = cursor ? cursor.row + 1 : rows.length
      const beside = latest.current.grouped && cursor ? rows[cursor.row] : undefined
      const row = beside ? { ...emptyParticipant, represents: beside.represents } : emptyParticipant
      // the row is there, and has the focus, before the next key
      flushSync(() => {
        latest.current.field.set(rows.toSpliced(place, 0, row))
        edit({ row: place, column: 0 })
      })
      return true
    },
    remove() {
      const rows = targets()
      if (rows.size === 0) return
      const shown = latest.current.items.flatMap((item) => (item.type === 'row' ? [item.row] : []))
      const first = shown.findIndex((row) => rows.has(row))
      // the next row that stays, else the one before
      const next = shown.slice(first).find((row) => !rows.has(row)) ?? shown.slice(0, first).at(-1)
      const column = latest.current.state.cursor?.column ?? 0
      latest.current.field.set(latest.current.field.current().filter((_, place) => !rows.has(place)))
      const gone = Array.from(rows).filter((row) => row < (next ?? 0)).length
      setState(at(next === undefined ? null : { row: next - gone, column }))
    },
    /** The row of the cursor changes its place in the list. */
    move(direction: -1 | 1) {
      const { cursor } = latest.current.state
      const rows = latest.current.field.current()
      const row = cursor && rows[cursor.row]
      const to = (cursor?.row ?? 0) + direction
      if (!cursor || !row || latest.current.grouped || to < 0 || to >= rows.length) return
      latest.current.field.set(rows.toSpliced(cursor.row, 1).toSpliced(to, 0, row))
      goTo({ ...cursor, row: to })
    },
  }
}
export type Grid = ReturnType<typeof useGrid>
