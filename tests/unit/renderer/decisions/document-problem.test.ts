import { beforeAll, expect, test } from 'vitest'
import { documentProblem } from '../../../../src/renderer/features/decisions/document-problem.ts'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'
import { AppError } from '../../../../src/shared/errors.ts'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('decisions')
})

test('a document that was refused is told for what it was: too many decisions, or something else', () => {
  const refused = (details: Record<string, unknown>) => documentProblem(new AppError('INVALID_INPUT', 'Refused.', details))
  expect(refused({ total: 5_001 })).toContain('these are 5,001')
  const issue = { path: 'title', problem: 'tooLong', message: 'The title is too long.' }
  expect(refused({ issues: [issue] })).not.toContain('5,000')
})
