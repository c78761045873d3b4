/** Where the keyboard stands in the table of participants, which rows are chosen, which cell is written in; and what keys do to the list. */
import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { columns, emptied, writtenIn } from './columns.ts'
import { itemBeyond, type GridItem } from './grid-items.ts'
import { at, nobodyChosen, placed, type Cell, type HeldCell, type HeldPlaces } from './held-places.ts'
import { emptyParticipant, MOST_PARTICIPANTS, withPresence } from './participant-list.ts'
import { carriedTo, knownRows, type KnownRows } from './row-ids.ts'
import type { TableField } from './use-table-history.ts'

const PRESENCE = columns.indexOf('presence')

/**
 * The grid's state and its commands. What is changed goes through the field at once. `grouped`, by delegation: a new row
 * joins the delegation in which it is made, and rows do not change places.
 */
export function useGrid(field: TableField, items: readonly GridItem[], grouped: boolean) {
  const [held, setHeld] = useState(() => ({ known: knownRows(field.value), ...at(null) }))
  // another window, or a command beside the table, has changed the list
  if (held.known.rows !== field.value) setHeld({ ...held, known: carriedTo(held.known, field.value) })
  const state = placed(held.known, held)
  const latest = useRef({ field, items, held, state, grouped })
  // before the effects of the table inside, which may take the focus
  useLayoutEffect(() => {
    latest.current = { field, items, held, state, grouped }
  })
  /** The row as it stood before somebody began to write in it. */
  const before = useRef<Participant | null>(null)
  /** Something was written in the cell: what follows is taken back with it. */
  const begun = useRef(false)

  /** The list at this moment, with the numbers of its rows. */
  const now = (): KnownRows => carriedTo(latest.current.held.known, latest.current.field.current())
  const idOf = (row: number): number => latest.current.held.known.ids[row] ?? -1
  const cellAt = ({ row, column }: Cell): HeldCell => ({ id: idOf(row), column })
  const positionOf = (row: number) => latest.current.items.findIndex((item) => item.type === 'row' && item.row === row)
  const rowAt = (position: number | undefined) => {
    const item = position === undefined ? undefined : latest.current.items[position]
    return item?.type === 'row' ? item.row : undefined
  }
  const hold = (change: Partial<HeldPlaces>) => setHeld((before) => ({ ...before, ...change }))
  const put = (known: KnownRows, change: Partial<HeldPlaces> = {}, write = latest.current.field.set) => {
    setHeld((before) => ({ ...before, known, ...change }))
    // what comes before the next paint finds the rows as they are now
    latest.current = { ...latest.current, held: { ...latest.current.held, known } }
    write([...known.rows])
  }
  const targets = (): ReadonlySet<number> => {
    const { cursor, chosen } = latest.current.state
    return chosen.size > 0 ? chosen : new Set(cursor ? [cursor.row] : [])
  }
  /** `id`: of the row, wherever it stands now. `amends`: taken back together with the change before. */
  const change = (id: number, partOf: Partial<Participant> | ((row: Participant) => Partial<Participant>), amends = begun.current) => {
    const known = now()
    const place = known.ids.indexOf(id)
    const row = known.rows[place]
    if (!row) return
    const part = typeof partOf === 'function' ? partOf(row) : partOf
    begun.current = true
    const { field: written } = latest.current
    put({ ...known, rows: known.rows.with(place, { ...row, ...part }) }, {}, amends ? written.amend : written.set)
  }

  const goTo = (cursor: Cell) => hold(at(cellAt(cursor)))
  const extendTo = (row: number) => {
    const { items: shown, held: from, state: places } = latest.current
    const anchor = from.anchor ?? idOf(places.cursor?.row ?? row)
    const [a, b] = [positionOf(from.known.ids.indexOf(anchor)), positionOf(row)]
    const between = shown.slice(Math.max(0, Math.min(a, b)), Math.max(a, b) + 1)
    const chosen = new Set(between.flatMap((item) => (item.type === 'row' ? [idOf(item.row)] : [])))
    hold({ cursor: cellAt({ row, column: places.cursor?.column ?? 0 }), anchor, chosen })
  }
  const edit = (cell: Cell) => {
    before.current = latest.current.field.current()[cell.row] ?? null
    begun.current = false
    const cursor = cellAt(cell)
    hold({ ...at(cursor), editing: cursor })
  }

  return {
    state,
    /** The number of a row: it stays with the row. */
    idOf: (row: number): number => held.known.ids[row] ?? -1,
    targets,
    change,
    goTo,
    extendTo,
    edit,
    toggle(row: number) {
      const { held: from, state: places } = latest.current
      const chosen = new Set(from.chosen)
      if (!chosen.delete(idOf(row))) chosen.add(idOf(row))
      hold({ cursor: cellAt({ row, column: places.cursor?.column ?? 0 }), anchor: idOf(row), chosen })
    },
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
      const row = latest.current.state.cursor?.row ?? rowAt(itemBeyond(latest.current.items, 0, 0)) ?? 0
      hold({ cursor: cellAt({ row, column: Math.max(0, Math.min(columns.length - 1, column)) }) })
    },
    chooseAll: () => hold({ chosen: new Set(latest.current.held.known.ids) }),
    chooseNone: () => hold({ chosen: nobodyChosen }),
    /** Ends writing; what is in the field has been handed over by its losing the focus. */
    endEditing: () => hold({ editing: null }),
    /** Gives up what was written in the cell. */
    cancelEditing() {
      const { editing } = latest.current.state
      const was = before.current
      const column = editing && columns[editing.column]
      if (editing && was && column && begun.current) change(idOf(editing.row), (row) => writtenIn(column, was, row))
      hold({ editing: null })
    },
    setPresence(presence: Participant['presence']) {
      const rows = targets()
      if (rows.size === 0) return
      const ids = new Set([...rows].map(idOf))
      const known = now()
      put({ ...known, rows: known.rows.map((row, place) => (ids.has(known.ids[place] ?? -1) ? withPresence(row, presence) : row)) })
      const [only] = rows
      // who came instead is asked at once
      if (presence === 'replaced' && rows.size === 1 && only !== undefined) edit({ row: only, column: PRESENCE })
    },
    /** The cell of the cursor. */
    empty() {
      const { cursor } = latest.current.state
      const column = cursor && columns[cursor.column]
      if (cursor && column) change(idOf(cursor.row), (row) => emptied(column, row), false)
    },
    /** A new row below the cursor, or at the end, with the focus in its name; false when there is no room for it. */
    add(): boolean {
      const known = now()
      if (known.rows.length >= MOST_PARTICIPANTS) return false
      const { cursor } = latest.current.held
      const above = cursor ? known.ids.indexOf(cursor.id) : -1
      const place = above < 0 ? known.rows.length : above + 1
      const beside = latest.current.grouped ? known.rows[above] : undefined
      const row = beside ? { ...emptyParticipant, represents: beside.represents } : emptyParticipant
      const cell = { id: known.next, column: 0 }
      before.current = row
      begun.current = false
      // the row is there, and has the focus, before the next key
      flushSync(() => {
        const rows = known.rows.toSpliced(place, 0, row)
        put({ rows, ids: known.ids.toSpliced(place, 0, known.next), next: known.next + 1 }, { ...at(cell), editing: cell })
      })
      return true
    },
    /** Answers how many rows went. */
    remove(): number {
      const rows = targets()
      const ids = new Set([...rows].map(idOf))
      const shown = latest.current.items.flatMap((item) => (item.type === 'row' ? [item.row] : []))
      const first = shown.findIndex((row) => rows.has(row))
      // the next row that stays, else the one before
      const next = shown.slice(first).find((row) => !rows.has(row)) ?? shown.slice(0, first).at(-1)
      const column = latest.current.state.cursor?.column ?? 0
      const known = now()
      const stays = (_: unknown, place: number) => !ids.has(known.ids[place] ?? -1)
      const left = { ...known, rows: known.rows.filter(stays), ids: known.ids.filter(stays) }
      if (rows.size > 0) put(left, at(next === undefined ? null : cellAt({ row: next, column })))
      return known.rows.length - left.rows.length
    },
    /** The row of the cursor changes its place in the list. */
    move(direction: -1 | 1) {
      const known = now()
      const { cursor } = latest.current.held
      const from = cursor ? known.ids.indexOf(cursor.id) : -1
      const to = from + direction
      const row = known.rows[from]
      if (!cursor || !row || latest.current.grouped || to < 0 || to >= known.rows.length) return
      const ids = known.ids.toSpliced(from, 1).toSpliced(to, 0, cursor.id)
      put({ ...known, rows: known.rows.toSpliced(from, 1).toSpliced(to, 0, row), ids }, at(cursor))
    },
  }
}
export type Grid = ReturnType<typeof useGrid>
