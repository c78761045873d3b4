import { expect, test } from 'vitest'
import { decisionName, decisionWords, isCalled } from '../../../../../src/renderer/parts/decisions/shown-decision.ts'
import { shownStatus } from '../../../../../src/shared/model/shown-status.ts'

test('a decision goes by its number, and by its title where it has none', () => {
  expect(decisionName({ number: 'SC/2023/5', title: 'Host country' })).toBe('SC/2023/5')
  expect(decisionName({ number: '', title: 'Host country' })).toBe('Host country')
})

test('a name means it whatever its case, and never a longer number', () => {
  const decision = { number: 'SC/2023/1', title: 'Questionnaire' }
  expect(isCalled(decision, ' sc/2023/1 ')).toBe(true)
  expect(isCalled(decision, 'SC/2023/12')).toBe(false)
  expect(isCalled(decision, 'Questionnaire')).toBe(false)
  expect(isCalled({ number: '', title: 'Questionnaire' }, 'questionnaire')).toBe(true)
})

test('reads without markdown', () => {
  expect(decisionWords({ number: 'SC/2023/1', title: 'Seminar in [[Georgia|Tbilisi]]' })).toBe('SC/2023/1 Seminar in Tbilisi')
  expect(decisionWords({ number: '', title: '' })).toBe('')
})

test('a decision of minutes that are not adopted is provisional, unless something became of it', () => {
  const decision = { status: 'in force', adopted: false, recordKind: 'meeting' } as const
  expect(shownStatus(decision)).toBe('provisional')
  expect(shownStatus({ ...decision, adopted: true })).toBe('in force')
  expect(shownStatus({ ...decision, recordKind: 'note' })).toBe('in force')
  expect(shownStatus({ ...decision, status: 'superseded' })).toBe('superseded')
})
