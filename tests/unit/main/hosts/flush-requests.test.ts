import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FlushRequests } from '../../../../src/main/hosts/flush-requests.ts'

describe('a window that is asked to commit', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is waited for until it answers', async () => {
    const flushes = new FlushRequests()
    const asked: string[] = []
    const answer = flushes.request('a', () => asked.push('a'))
    await vi.advanceTimersByTimeAsync(9_999)
    flushes.settle('another')
    flushes.settle('a')
    expect(await answer).toBe(true)
    expect(asked).toEqual(['a'])
  })

  it('is waited for ten seconds at most', async () => {
    const answer = new FlushRequests().request('a', () => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toBe(false)
  })

  it('may answer while it is being asked', async () => {
    const flushes = new FlushRequests()
    expect(await flushes.request('a', () => flushes.settle('a'))).toBe(true)
  })
})
