import { beforeAll, expect, test } from 'vitest'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'
import { isolated } from '../../../../src/renderer/i18n/isolate.ts'

beforeAll(startI18n)

test('a name that changes the direction stands by itself in a sentence', () => {
  const name = 'Ann\u202Eevil'
  expect(i18n.t('frame:saved.forgotten', { name })).toBe('“\u2068Ann\u202Eevil\u2069” is forgotten.')
  expect(i18n.t('frame:saved.forgotten', { name: 'محمد' })).toBe('“\u2068محمد\u2069” is forgotten.')
})

test('other names and figures are put in as they are', () => {
  expect(i18n.t('frame:saved.forgotten', { name: 'Ürümqi & <Алматы> 东京 🏛' })).toBe('“Ürümqi & <Алматы> 东京 🏛” is forgotten.')
  expect(i18n.t('frame:saved.counted', { count: 2, number: '2' })).toBe('2 records')
})

test('a name that ends an isolate, or leaves one open, does not end ours', () => {
  expect(isolated('a\u2069\u202Eb')).toBe('\u2068a\u202Eb\u2069')
  expect(isolated('a\u2067b')).toBe('\u2068a\u2067b\u2069\u2069')
  expect(isolated('a\u2067b\u2069c')).toBe('\u2068a\u2067b\u2069c\u2069')
})
