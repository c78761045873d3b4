import { expect, test } from 'vitest'
import { stepOf, type ImportSession } from '../../../../src/renderer/features/import/session.ts'

const job = (change: object) => ({ kind: 'read', state: 'running', ...change }) as unknown as NonNullable<ImportSession['job']>
const result = job({ kind: 'import', state: 'done', imported: {} })
const plan = {} as unknown as NonNullable<ImportSession['plan']>

test('what is under way comes first, then what came of it, then what was found', () => {
  expect(stepOf({ job: null, result: null, plan: null, choosing: false })).toBe('choose')
  expect(stepOf({ job: job({}), result: null, plan, choosing: true })).toBe('reading')
  expect(stepOf({ job: null, result: null, plan, choosing: false })).toBe('check')
  expect(stepOf({ job: job({ kind: 'import' }), result: null, plan, choosing: false })).toBe('importing')
  expect(stepOf({ job: null, result, plan, choosing: false })).toBe('done')
})

test('who looks for another folder can go back to what was found, and to what came of it', () => {
  expect(stepOf({ job: null, result: null, plan, choosing: true })).toBe('choose')
  expect(stepOf({ job: null, result, plan, choosing: true })).toBe('choose')
  expect(stepOf({ job: job({}), result, plan, choosing: true })).toBe('reading')
})
