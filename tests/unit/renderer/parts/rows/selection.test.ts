import { describe, expect, it } from 'vitest'
import {
  chooseAll,
  chooseNone,
  extendTo,
  moveTo,
  nothingSelected,
  rangeTo,
  settle,
  targets,
  toggle,
} from '../../../../../src/renderer/parts/rows/selection.ts'

const names = ['a', 'b', 'c', 'd', 'e']
const row = (id: string) => ({ id, rev: 1 })
const between = (list: readonly string[], { from, to }: { from: number; to: number }) => list.slice(from, to + 1).map(row)
const settleIn = (list: readonly string[], selection: Parameters<typeof settle>[0]) =>
  settle(
    selection,
    list.length,
    (id) => (list.includes(id) ? list.indexOf(id) : undefined),
    (index) => list[index],
  )

describe('selection', () => {
  it('Shift chooses from the anchor to the row, in both directions', () => {
    let selection = moveTo({ index: 2, id: 'c' })
    selection = extendTo(selection, { index: 4, id: 'e' }, between(names, rangeTo(selection, 4)))
    expect([...selection.chosen.keys()]).toEqual(['c', 'd', 'e'])
    selection = extendTo(selection, { index: 0, id: 'a' }, between(names, rangeTo(selection, 0)))
    expect([...selection.chosen.keys()]).toEqual(['a', 'b', 'c'])
    expect(selection.cursor).toEqual({ index: 0, id: 'a' })
  })

  it('Ctrl puts one row in and takes it out again', () => {
    const one = toggle(moveTo({ index: 0, id: 'a' }), { index: 3, id: 'd' }, 7)
    expect([...one.chosen]).toEqual([['d', 7]])
    expect(toggle(one, { index: 3, id: 'd' }, 7).chosen.size).toBe(0)
  })

  it('a plain move gives the choice up', () => {
    expect(moveTo({ index: 1, id: 'b' }).chosen.size).toBe(0)
    expect(chooseNone(chooseAll(nothingSelected, names.map(row))).chosen.size).toBe(0)
  })

  it('the cursor follows its record when rows arrive before it', () => {
    expect(settleIn(['x', ...names], moveTo({ index: 2, id: 'c' })).cursor).toEqual({ index: 3, id: 'c' })
  })

  it('the cursor stands on the next row when its record has gone, and on the last when there is none', () => {
    expect(settleIn(['a', 'b', 'd', 'e'], moveTo({ index: 2, id: 'c' })).cursor).toEqual({ index: 2, id: 'd' })
    expect(settleIn(['a', 'b', 'c', 'd'], moveTo({ index: 4, id: 'e' })).cursor).toEqual({ index: 3, id: 'd' })
    expect(settleIn([], moveTo({ index: 0, id: 'a' })).cursor).toBeNull()
  })

  it('a command applies to the chosen rows, else to the one under the cursor, with the newest revision', () => {
    const newest = (id: string) => ({ id, rev: 9 })
    const cursor = moveTo({ index: 1, id: 'b' })
    expect(targets(cursor, newest)).toEqual([{ id: 'b', rev: 9 }])
    expect(targets(toggle(cursor, { index: 3, id: 'd' }, 2), newest)).toEqual([{ id: 'd', rev: 9 }])
    expect(targets(toggle(cursor, { index: 3, id: 'd' }, 2), () => undefined)).toEqual([{ id: 'd', rev: 2 }])
    expect(targets(nothingSelected, newest)).toEqual([])
  })
})
