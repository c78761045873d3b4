import { expect, test } from 'vitest'
import { sittingProblem } from '../../../../src/renderer/features/record/date-order.ts'
import { endsBeforeStart } from '../../../../src/shared/model/partial-date.ts'

test('a date that lies wholly before another is out of order', () => {
  expect(endsBeforeStart('2026-03', '2025')).toBe(true)
  expect(endsBeforeStart('2026-03-02', '2026-03-01')).toBe(true)
})

test('dates that may overlap, and absent ones, are in order', () => {
  expect(endsBeforeStart('2026-03', '2026')).toBe(false)
  expect(endsBeforeStart('2026', '2026-03')).toBe(false)
  expect(endsBeforeStart('', '2025')).toBe(false)
  expect(endsBeforeStart('2025', '')).toBe(false)
  expect(endsBeforeStart('2025', 'next year')).toBe(false)
})

test('times are compared within one day only', () => {
  const sitting = { start: '2026-12-15', startTime: '09:30', end: '', endTime: '08:00' }
  expect(sittingProblem(sitting)).toBe('times')
  expect(sittingProblem({ ...sitting, end: '2026-12-15' })).toBe('times')
  expect(sittingProblem({ ...sitting, end: '2026-12-16' })).toBeNull()
  expect(sittingProblem({ ...sitting, end: '2026-12-14' })).toBe('dates')
  expect(sittingProblem({ ...sitting, endTime: '' })).toBeNull()
})
