import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FlushRequests, reportOf, unsavedIn } from '../../../../src/main/hosts/flush-requests.ts'

const minutes = { id: 'x', title: 'Minutes', reason: 'failed' } as const

describe('a window that is asked to save', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is waited for until it answers what it could not save', async () => {
    const flushes = new FlushRequests()
    const asked: string[] = []
    const answer = flushes.request('a', () => asked.push('a'))
    await vi.advanceTimersByTimeAsync(9_999)
    flushes.settle('another')
    flushes.settle('a', [minutes])
    expect(await answer).toEqual([minutes])
    expect(asked).toEqual(['a'])
  })

  it('is waited for ten seconds at most', async () => {
    const answer = new FlushRequests().request('a', () => undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toBe('silent')
  })

  it('may answer while it is being asked', async () => {
    const flushes = new FlushRequests()
    expect(await flushes.request('a', () => flushes.settle('a'))).toEqual([])
  })

  it('is asked once by two who want to know, and anew later', async () => {
    const flushes = new FlushRequests()
    let asked = 0
    const ask = () => {
      asked += 1
    }
    const both = [flushes.request('a', ask), flushes.request('a', ask)]
    flushes.settle('a', [minutes])
    expect(await Promise.all(both)).toEqual([[minutes], [minutes]])
    const later = flushes.request('a', ask)
    flushes.settle('a')
    expect(await later).toEqual([])
    expect(asked).toBe(2)
  })
})

it('names a record that two windows could not save once, and counts windows that were silent', () => {
  expect(reportOf([[minutes], 'silent', [minutes], []])).toEqual({ unsaved: [minutes], silent: 1 })
})

it('takes an answer only as the contract has it', () => {
  expect(unsavedIn({ unsaved: [minutes] })).toEqual([minutes])
  expect(unsavedIn({ unsaved: [{ id: 'x' }] })).toEqual([])
})
