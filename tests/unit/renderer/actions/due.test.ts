import { describe, expect, it } from 'vitest'
import { dueState } from '../../../../src/renderer/features/actions/due.ts'

describe('dueState', () => {
  it('counts the days since a deadline', () => {
    expect(dueState('2023-04-30', '2023-05-12')).toEqual({ state: 'overdue', days: 12 })
    expect(dueState('2023-05-12', '2023-05-12')).toEqual({ state: 'today', days: 0 })
    expect(dueState('2023-05-13', '2023-05-12')).toEqual({ state: 'later', days: 0 })
  })

  it('a month or a year has passed only when its last day has', () => {
    expect(dueState('2023-05', '2023-05-12').state).toBe('later')
    expect(dueState('2023-05', '2023-06-01')).toEqual({ state: 'overdue', days: 1 })
    expect(dueState('2022', '2023-01-10')).toEqual({ state: 'overdue', days: 10 })
  })

  it('no deadline is never overdue', () => {
    expect(dueState('', '2023-05-12').state).toBe('none')
  })
})
