import { expect, test } from 'vitest'
import { versionsByDay } from '../../../../src/renderer/features/history/versions-by-day.ts'
import type { HistoryRow } from '../../../../src/shared/contract/history.ts'

const row = (rev: number, at: string): HistoryRow => ({
  rev,
  since: at,
  at,
  by: { name: 'Aliya', device: '' },
  bytes: 1,
  current: false,
  pinned: false,
  before: null,
  begins: false,
  saves: 1,
})
const shape = (rows: readonly HistoryRow[]) =>
  versionsByDay(rows, (at) => at.slice(0, 10)).map(({ day, rows: ofDay }) => [day, ofDay.map(({ rev }) => rev)] as const)

test('versions stand under their days, the latest first', () => {
  const rows = [row(3, '2026-06-17T10:00:00.000Z'), row(2, '2026-06-17T08:00:00.000Z'), row(1, '2026-06-15T10:00:00.000Z')]
  expect(shape(rows)).toEqual([
    ['2026-06-17', [3, 2]],
    ['2026-06-15', [1]],
  ])
  expect(shape([])).toEqual([])
})

test('a clock that was set back leaves them in the order in which they were saved', () => {
  const rows = [row(3, '2026-06-17T10:00:00.000Z'), row(2, '2026-06-18T10:00:00.000Z'), row(1, '2026-06-17T09:00:00.000Z')]
  expect(shape(rows).flatMap(([, revs]) => revs)).toEqual([3, 2, 1])
})
