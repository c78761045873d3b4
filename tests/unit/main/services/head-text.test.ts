import { expect, test } from 'vitest'
import { detailOf } from '../../../../src/main/services/head-text.ts'
import { headOf } from '../../../../src/shared/model/head.ts'
import { newRecord } from '../../../support/new-record.ts'

const country = (title: string, code: string, formal: string) =>
  headOf(newRecord(1, { kind: 'country', title, code, formalNames: { en: formal, ru: '', kk: '' } }))

test('a country is told apart by its formal name, by its code where that says nothing new', () => {
  expect(detailOf(country('Kazakhstan', 'KAZ', 'Republic of Kazakhstan'))).toBe('Republic of Kazakhstan')
  expect(detailOf(country('Canada', 'CAN', 'Canada'))).toBe('CAN')
  expect(detailOf(country('Slovenia', 'SVN', ''))).toBe('SVN')
})
