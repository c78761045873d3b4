import { describe, expect, test } from 'vitest'
import { NAMES, placeAfter, SHARES } from '../../../../src/renderer/features/attendance/grid-keys.ts'
import { inOrder, sheetOf, tableOf, type MatrixRow } from '../../../../src/renderer/features/attendance/matrix-view.ts'
import { offsetShowing, visibleRange } from '../../../../src/renderer/features/attendance/visible-range.ts'
import { allAttendance, attendanceAddress, readAttendance } from '../../../../src/renderer/store/attendance-address.ts'

const row = (shown: string, attended: number, of: number, marks = ''): MatrixRow => ({
  key: shown,
  id: null,
  name: '',
  marks,
  attended,
  of,
  shown,
})
const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`

test('an address says all of a view, and one that was written by hand no more than it may', () => {
  const view = { by: 'person', body: id(1), year: '2023', meetings: [id(2), id(3)], parts: false } as const
  expect(readAttendance(attendanceAddress(view))).toEqual(view)
  expect(attendanceAddress(allAttendance)).toBe('/attendance')
  expect(readAttendance('/attendance?by=x&body=../..&year=20&meetings=a.b&parts=yes')).toEqual(allAttendance)
  const many = Array.from({ length: 400 }, (_, number) => id(number))
  expect(attendanceAddress({ ...allAttendance, meetings: many }).length).toBeLessThan(8_000)
})

describe('order', () => {
  const rows = [row('Türkiye', 2, 4), row('Ukraine', 1, 1), row('Tajikistan', 4, 8), row('Georgia', 0, 0)]
  const names = (order: 'name' | 'share') => inOrder(rows, order, 'en').map(({ shown }) => shown)

  test('by name as the alphabet has it; by share, of equal ones who was there more often, those never due last', () => {
    expect(names('name')).toEqual(['Georgia', 'Tajikistan', 'Türkiye', 'Ukraine'])
    expect(names('share')).toEqual(['Ukraine', 'Tajikistan', 'Türkiye', 'Georgia'])
  })
})

test('a table for files has dates in ISO form, whole per cent, and words for the marks', () => {
  const meetings = [
    { id: id(1), title: 'First', symbol: '', start: '2022', recorded: true },
    { id: id(2), title: 'Second', symbol: 'SC/1', start: '2023-05-17', recorded: true },
  ]
  const words = { name: 'Country', attended: 'Attended', of: 'Of', share: 'Share', mark: (mark: string) => `<${mark}>` }
  expect(tableOf(meetings, [row('Estonia', 1, 3, 'p-'), row('Georgia', 0, 0, 'x ')], words)).toEqual({
    head: ['Country', 'Attended', 'Of', 'Share', '2022 First', '2023-05-17 Second'],
    cells: [
      ['Estonia', '1', '3', '33%', '<p>', '<->'],
      ['Georgia', '0', '0', '', '<x>', '< >'],
    ],
  })
})

test('a spreadsheet begins with the head, and each line says how it is classified', () => {
  const table = {
    head: ['Country', 'Attended'],
    cells: [
      ['Estonia', '1'],
      ['Georgia', '0'],
    ],
  }
  expect(sheetOf(table, ['Classification', 'Internal'], ['Left out', '2'])).toEqual([
    ['Country', 'Attended', 'Classification', 'Left out'],
    ['Estonia', '1', 'Internal', '2'],
    ['Georgia', '0', 'Internal', '2'],
  ])
})

describe('the grid', () => {
  const press = (key: string, row: number, column: number, ctrlKey = false) =>
    placeAfter({ key, ctrlKey, metaKey: false, altKey: false }, { row, column }, { rows: 43, columns: 318, page: 10 })

  test('keys lead from the names and the head through all cells, and never out', () => {
    expect(press('ArrowRight', 0, NAMES)).toEqual({ row: 0, column: SHARES })
    expect(press('ArrowRight', 0, SHARES)).toEqual({ row: 0, column: 0 })
    expect(press('ArrowLeft', 0, NAMES)).toEqual({ row: 0, column: NAMES })
    expect(press('ArrowUp', 0, SHARES)).toEqual({ row: -1, column: SHARES })
    expect(press('ArrowUp', 0, 5)).toEqual({ row: -1, column: 5 })
    expect(press('ArrowUp', -1, 5)).toEqual({ row: -1, column: 5 })
    expect(press('ArrowDown', 42, 5)).toEqual({ row: 42, column: 5 })
    expect(press('PageDown', 38, 5)).toEqual({ row: 42, column: 5 })
    expect(press('PageUp', 5, 5)).toEqual({ row: 0, column: 5 })
    expect(press('Home', 7, 5)).toEqual({ row: 7, column: NAMES })
    expect(press('End', 7, 5)).toEqual({ row: 7, column: 317 })
    expect(press('End', 7, 5, true)).toEqual({ row: 42, column: 317 })
    expect(press('Home', 7, 5, true)).toEqual({ row: 0, column: NAMES })
    expect(press('a', 7, 5)).toBeUndefined()
  })

  test('only tracks in sight are drawn, with a few beyond', () => {
    expect(visibleRange(0, 300, 30, 43)).toEqual({ from: 0, to: 14 })
    expect(visibleRange(3_000, 580, 58, 318)).toEqual({ from: 47, to: 66 })
    expect(visibleRange(900, 300, 30, 5)).toEqual({ from: 5, to: 5 })
    expect(visibleRange(0, -20, 30, 5)).toEqual({ from: 0, to: 4 })
  })

  test('a track comes into sight by the shortest way', () => {
    expect(offsetShowing(2, 90, 300, 30)).toBe(60)
    expect(offsetShowing(20, 90, 300, 30)).toBe(330)
    expect(offsetShowing(5, 90, 300, 30)).toBe(90)
  })
})
