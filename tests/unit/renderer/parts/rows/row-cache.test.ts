import { describe, expect, it } from 'vitest'
import { RowCache } from '../../../../../src/renderer/parts/rows/row-cache.ts'

const read = (rows: readonly string[]) => async () => ({ revision: 1, total: rows.length, rows })

describe('RowCache', () => {
  it('gives the same list for the same query', () => {
    const cache = new RowCache<string>()
    const list = cache.get('notes', read(['a']))
    expect(cache.get('notes', read(['b']))).toBe(list)
    expect(cache.get('studies', read(['c']))).not.toBe(list)
  })

  it('forgets what was not asked for the longest', () => {
    const cache = new RowCache<string>(2)
    const first = cache.get('1', read([]))
    const second = cache.get('2', read([]))
    cache.get('1', read([]))
    cache.get('3', read([]))
    expect(cache.get('1', read([]))).toBe(first)
    expect(cache.get('2', read([]))).not.toBe(second)
  })

  it('shows nothing of a workspace that was closed', async () => {
    const cache = new RowCache<string>()
    const list = cache.get('notes', read(['secret']))
    list.show(0, 1)
    await Promise.resolve()
    await Promise.resolve()
    expect(list.row(0)).toBe('secret')
    cache.clear()
    expect(cache.get('notes', read([])).row(0)).toBeUndefined()
  })
})
