import { describe, expect, it } from 'vitest'
import { PagedRows, type PageOfRows } from '../../../../../src/renderer/parts/rows/paged-rows.ts'

/** Lets what was answered come through. */
const settled = async () => {
  await Promise.resolve()
  await Promise.resolve()
}

interface Asked {
  readonly from: number
  readonly count: number
  readonly answer: (revision?: number, prefix?: string) => Promise<void>
  readonly fail: (error: Error) => Promise<void>
}

/** A list whose answers the test gives when it wants to. */
function source(total: number) {
  const asked: Asked[] = []
  const state = { total }
  const read = (from: number, count: number) => {
    let resolve: (page: PageOfRows<string>) => void = () => undefined
    let reject: (error: Error) => void = () => undefined
    const promise = new Promise<PageOfRows<string>>((fulfil, refuse) => {
      resolve = fulfil
      reject = refuse
    })
    asked.push({
      from,
      count,
      answer: (revision = 1, prefix = 'row') => {
        const rows = Array.from({ length: Math.max(0, Math.min(count, state.total - from)) }, (_, i) => `${prefix} ${from + i}`)
        resolve({ revision, total: state.total, rows })
        return settled()
      },
      fail: (error) => {
        reject(error)
        return settled()
      },
    })
    return promise
  }
  return { asked, read, state }
}

/** Rows that a screen shows. */
function watched(read: ReturnType<typeof source>['read']) {
  const rows = new PagedRows(read)
  rows.subscribe(() => undefined)
  return rows
}

describe('PagedRows', () => {
  it('asks for the first page and tells its listeners', async () => {
    const { asked, read } = source(250)
    const rows = new PagedRows(read)
    let told = 0
    rows.subscribe(() => (told += 1))
    rows.show(0, 20)
    expect(rows.total).toBeNull()
    expect(asked.map(({ from, count }) => [from, count])).toEqual([[0, 100]])
    await asked[0]?.answer()
    expect(rows.total).toBe(250)
    expect(rows.row(99)).toBe('row 99')
    expect(rows.row(100)).toBeUndefined()
    expect(told).toBe(1)
  })

  it('asks only for what is seen, also when the scroll bar is dragged over everything', async () => {
    const { asked, read } = source(100_000)
    const rows = watched(read)
    rows.show(0, 20)
    await asked[0]?.answer()
    for (let at = 0; at <= 99_900; at += 300) rows.show(at, at + 20)
    expect(asked).toHaveLength(3)
    await asked[1]?.answer()
    await asked[2]?.answer()
    expect(asked.slice(3).map(({ from }) => from)).toEqual([99_900])
    await asked[3]?.answer()
    expect(rows.row(99_905)).toBe('row 99905')
    expect(asked).toHaveLength(4)
  })

  it('keeps the rows while new ones arrive after a change', async () => {
    const { asked, read, state } = source(250)
    const rows = watched(read)
    rows.show(0, 20)
    await asked[0]?.answer()
    rows.show(100, 120)
    await asked[1]?.answer()
    state.total = 251
    rows.refresh()
    expect(rows.row(105)).toBe('row 105')
    expect(asked.slice(2).map(({ from }) => from)).toEqual([100])
    await asked[2]?.answer(2, 'new')
    expect(rows.row(105)).toBe('new 105')
    expect(rows.total).toBe(251)
    expect(rows.row(5)).toBe('row 5')
    rows.show(0, 20)
    await asked[3]?.answer(2, 'new')
    expect(rows.row(5)).toBe('new 5')
  })

  it('asks again for an answer that was on its way when the data changed', async () => {
    const { asked, read } = source(10)
    const rows = watched(read)
    rows.show(0, 10)
    rows.refresh()
    expect(asked).toHaveLength(1)
    await asked[0]?.answer(1, 'old')
    expect(rows.row(0)).toBe('old 0')
    expect(asked).toHaveLength(2)
    await asked[1]?.answer(2, 'new')
    expect(rows.row(0)).toBe('new 0')
    expect(asked).toHaveLength(2)
  })

  it('drops the pages behind a list that has become shorter', async () => {
    const { asked, read, state } = source(250)
    const rows = watched(read)
    rows.show(0, 250)
    await asked[0]?.answer()
    await asked[1]?.answer()
    await asked[2]?.answer()
    expect(rows.row(240)).toBe('row 240')
    state.total = 40
    rows.refresh()
    await asked[3]?.answer(2)
    expect(rows.total).toBe(40)
    expect(rows.row(240)).toBeUndefined()
  })

  it('keeps no more pages than it may', async () => {
    const { asked, read } = source(1_000)
    const rows = new PagedRows(read, { keep: 3 })
    for (let page = 0; page < 6; page += 1) {
      rows.show(page * 100, page * 100 + 20)
      await asked[page]?.answer()
    }
    expect([0, 100, 200, 300, 400, 500].map((at) => rows.row(at) !== undefined)).toEqual([false, false, false, true, true, true])
  })

  it('keeps the rows when a request fails, and asks again on refresh', async () => {
    const { asked, read } = source(10)
    const rows = watched(read)
    rows.show(0, 10)
    await asked[0]?.answer()
    rows.refresh()
    await asked[1]?.fail(new Error('gone'))
    expect(rows.error).toEqual(new Error('gone'))
    expect(rows.row(3)).toBe('row 3')
    rows.show(0, 10)
    expect(asked).toHaveLength(2)
    rows.refresh()
    await asked[2]?.answer(2, 'new')
    expect(rows.error).toBeNull()
    expect(rows.row(3)).toBe('new 3')
  })

  it('asks for nothing after a change while no screen shows it', async () => {
    const { asked, read } = source(10)
    const rows = new PagedRows(read)
    const stop = rows.subscribe(() => undefined)
    rows.show(0, 10)
    await asked[0]?.answer()
    stop()
    rows.refresh()
    expect(asked).toHaveLength(1)
    rows.show(0, 10)
    expect(asked).toHaveLength(2)
  })

  it('finds out that an empty list has been filled while nobody looked', async () => {
    const { asked, read, state } = source(0)
    const rows = new PagedRows(read)
    const stop = rows.subscribe(() => undefined)
    rows.show(0, 1)
    await asked[0]?.answer()
    stop()
    state.total = 1
    rows.refresh()
    rows.show(0, 1)
    await asked[1]?.answer(2)
    expect(rows.total).toBe(1)
    expect(rows.row(0)).toBe('row 0')
  })

  it('collects a range, reading only what it does not hold', async () => {
    const requests: [number, number][] = []
    const rows = new PagedRows(async (from, count) => {
      requests.push([from, count])
      return { revision: 1, total: 1_300, rows: Array.from({ length: Math.min(count, 1_300 - from) }, (_, i) => from + i) }
    })
    rows.show(0, 20)
    await Promise.resolve()
    await Promise.resolve()
    expect(await rows.collect(90, 1_300)).toEqual(Array.from({ length: 1_210 }, (_, i) => 90 + i))
    expect(requests).toEqual([
      [0, 100],
      [100, 500],
      [600, 500],
      [1_100, 200],
    ])
  })

  it('finds a loaded row', async () => {
    const { asked, read } = source(250)
    const rows = watched(read)
    rows.show(100, 120)
    await asked[0]?.answer()
    rows.show(100, 120)
    await asked[1]?.answer()
    expect(rows.find((row) => row === 'row 142')).toBe(142)
    expect(rows.find((row) => row === 'row 242')).toBeUndefined()
  })
})
