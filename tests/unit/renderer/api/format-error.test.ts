import { beforeAll, describe, expect, test } from 'vitest'
import { formatError } from '../../../../src/renderer/api/format-error.ts'
import { startI18n } from '../../../../src/renderer/i18n/index.ts'
import { AppError, errorCodes } from '../../../../src/shared/errors.ts'

beforeAll(async () => {
  await startI18n()
})

describe('words of failures', () => {
  test.each(errorCodes)('%s has words of its own, also when the host says nothing more', (code) => {
    const text = formatError(new AppError(code, ''))
    expect(text).not.toContain('errors')
    expect(text).not.toContain('{{')
    expect(text).not.toContain('!')
    expect(text).toMatch(/^[A-Z“].*\.$/)
  })

  test('name whose title it is', () => {
    expect(formatError(new AppError('TITLE_TAKEN', '', { other: { title: 'Rex Facer' } }))).toContain('Rex Facer')
  })

  test('name who holds the workspace', () => {
    const owner = { person: 'Aigerim Omarova', device: 'Laptop 12', since: '2023-05-12T09:02:00.000Z' }
    const text = formatError(new AppError('LOCKED', '', { owner }))
    expect(text).toContain('Aigerim Omarova')
    expect(text).toContain('12 May 2023')
  })

  test('name what is not saved', () => {
    const unsaved = [1, 2, 3, 4, 5, 6].map((id) => ({ id: String(id), title: `Minutes ${id}`, reason: 'failed' }))
    expect(formatError(new AppError('UNSAVED', '', { unsaved: unsaved.slice(0, 1), silent: 0 }))).toContain('Not saved: Minutes 1.')
    expect(formatError(new AppError('UNSAVED', '', { unsaved, silent: 0 }))).toContain('Minutes 5, …')
    expect(formatError(new AppError('UNSAVED', '', { unsaved: [], silent: 1 }))).toContain('does not answer')
  })

  test('leave out what is not known instead of printing gaps', () => {
    expect(formatError(new AppError('LOCKED', '', { owner: null }))).toBe(formatError(new AppError('LOCKED', '')))
    expect(formatError(new AppError('LOCKED', '', { owner: { person: 5 } }))).not.toContain(' ,')
  })

  test('give the number under which the log has a defect', () => {
    expect(formatError(new AppError('INTERNAL', '', { correlationId: 'c-17' }))).toContain('c-17')
    expect(formatError(new TypeError('x is undefined'))).not.toContain('x is undefined')
  })
})
