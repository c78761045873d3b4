import { expect, test } from 'vitest'
import { marksOf } from '../../../../../src/main/services/attendance/marks.ts'
import { matrixRows } from '../../../../../src/main/services/attendance/matrix.ts'

test('who is expected, or of whom nobody says anything, has no letter', () => {
  const standings = ['present', 'remote', 'replaced', 'named', 'away', 'expected', 'unmarked'] as const
  expect([...marksOf(new Map(standings.map((standing) => [standing, standing]))).values()]).toEqual(['p', 'r', 's', 'n', 'a'])
})

test('shares are of the meetings that have a list, without those at which one was not due', async () => {
  const meetings = [
    { marks: new Map([['KAZ', 'p']]), recorded: true },
    { marks: new Map<string, string>(), recorded: false },
    {
      marks: new Map([
        ['EST', 'a'],
        ['GEO', 'n'],
      ]),
      recorded: true,
    },
  ]
  const isDue = (key: string, place: number) => !(key === 'SVN' && place === 0) && key !== 'GEO'
  const inOrder = (a: string, b: string) => (a < b ? -1 : 1)
  expect(await matrixRows(meetings, { keys: ['KAZ', 'SVN'], inOrder, most: 9, isDue })).toEqual({
    rows: [
      { key: 'GEO', marks: 'x n', attended: 1, of: 1 },
      { key: 'KAZ', marks: 'p -', attended: 1, of: 2 },
      { key: 'EST', marks: '- a', attended: 0, of: 2 },
      { key: 'SVN', marks: 'x -', attended: 0, of: 1 },
    ],
    more: 0,
  })
})

test('letters are made for the rows that are shown alone, and other work has its turn meanwhile', async () => {
  const keys = Array.from({ length: 300 }, (_, at) => `person ${at}`)
  const meetings = Array.from({ length: 50 }, (_, place) => ({ marks: new Map([[`person ${place % 7}`, 'p']]), recorded: true }))
  let cells = 0
  const isDue = () => {
    cells += 1
    return true
  }
  let turns = 0
  let isOver = false
  const takeTurns = () =>
    void setImmediate(() => {
      turns += 1
      if (!isOver) takeTurns()
    })
  takeTurns()
  const { rows, more } = await matrixRows(meetings, { keys, inOrder: (a, b) => (a < b ? -1 : 1), most: 20, isDue })
  isOver = true
  expect([rows.length, more]).toEqual([20, 280])
  expect(rows.slice(0, 2)).toMatchObject([
    { key: 'person 0', attended: 8 },
    { key: 'person 1', attended: 7 },
  ])
  expect(cells).toBe(20 * 50 - 50)
  expect(turns).toBeGreaterThanOrEqual(5)
})
