import { describe, expect, it } from 'vitest'
import { dueState } from '../../../../../src/renderer/parts/actions/due.ts'

describe('dueState', () => {
  it('counts the days since a deadline', () => {
    expect(dueState('2023-04-30', '2023-05-12')).toEqual({ state: 'overdue', since: { unit: 'days', count: 12 } })
    expect(dueState('2023-05-12', '2023-05-12').state).toBe('today')
    expect(dueState('2023-05-13', '2023-05-12').state).toBe('later')
  })

  it('a month or a year has passed only when its last day has', () => {
    expect(dueState('2023-05', '2023-05-12').state).toBe('later')
    expect(dueState('2023-05', '2023-06-01')).toEqual({ state: 'overdue', since: { unit: 'days', count: 1 } })
    expect(dueState('2022', '2023-01-10')).toEqual({ state: 'overdue', since: { unit: 'days', count: 10 } })
  })

  it('says a long time in months and years', () => {
    expect(dueState('2023-01-31', '2023-05-12').since).toEqual({ unit: 'months', count: 3 })
    expect(dueState('2023-06-19', '2026-11-21').since).toEqual({ unit: 'years', count: 3 })
    expect(dueState('2023-06-22', '2025-06-21').since).toEqual({ unit: 'months', count: 23 })
  })

  it('no deadline is never overdue', () => {
    expect(dueState('', '2023-05-12').state).toBe('none')
  })
})
