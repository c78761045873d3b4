import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatDate, formatDateRange, formatNumber } from '../../../../src/renderer/i18n/dates.ts'
import { i18n, startI18n } from '../../../../src/renderer/i18n/index.ts'
import { single } from '../../../../src/renderer/i18n/single.ts'

beforeAll(async () => {
  await startI18n()
  await i18n.changeLanguage('ru')
  await i18n.loadNamespaces(['lists', 'inspector'])
})
afterAll(() => i18n.changeLanguage('en'))

test.each([
  [0, '0 записок'],
  [1, '1 записка'],
  [2, '2 записки'],
  [5, '5 записок'],
  [11, '11 записок'],
  [21, '21 записка'],
  [22, '22 записки'],
  [112, '112 записок'],
])('%i: the noun follows the number', (count, words) => {
  expect(i18n.t('lists:count.note', { count, formatted: formatNumber(count) })).toBe(words)
})

test('one is named, twenty-one are counted', () => {
  const said = (count: number) =>
    i18n.t('lists:trashed', { count, context: single(count), formatted: formatNumber(count), title: 'Астана' })
  expect(said(1)).toBe('Запись «Астана» перемещена в корзину')
  expect(said(21)).toBe('21 запись перемещена в корзину')
})

test('English, which tells one from twenty-one, names it too', async () => {
  const english = i18n.getFixedT('en', 'lists')
  await i18n.loadLanguages('en')
  expect(english('trashed', { count: 1, context: single(1), formatted: '1', title: 'Astana' })).toBe('Moved “Astana” to the trash')
})

test('dates and numbers are Russian', () => {
  expect(formatDate('2023-05-17', { month: 'long' })).toBe('17 мая 2023')
  expect(formatDate('2019-02')).toBe('февраль 2019')
  expect(formatDateRange('2023-05-17', '2023-05-19', { month: 'long' })).toBe('17–19 мая 2023')
  expect(formatNumber(1234567)).toBe('1\u00a0234\u00a0567')
})

test('a month behind a preposition is in the genitive, a day and a year stay', () => {
  const since = (date: string) => i18n.t('inspector:since', { date: formatDate(date) })
  expect(since('2019-02')).toBe('с февраля 2019')
  expect(since('2019-05')).toBe('с мая 2019')
  expect(since('2019-08')).toBe('с августа 2019')
  expect(since('2019')).toBe('с 2019')
  expect(i18n.t('inspector:until', { date: formatDate('2023-03') })).toBe('до марта 2023')
})

test('what was done in a month or a year was done in it', () => {
  const done = (date: string) => i18n.t('inspector:done', { date: formatDate(date) })
  expect(done('2023-05-17')).toBe('выполнено 17 мая 2023')
  expect(done('2023-05')).toBe('выполнено в\u00a0мае 2023')
  expect(done('2019-08')).toBe('выполнено в\u00a0августе 2019')
  expect(done('2019')).toBe('выполнено в\u00a02019')
  expect(i18n.t('lists:trashed', { count: 2019, context: single(2019), formatted: formatNumber(2019) })).toBe(
    '2\u00a0019 записей перемещены в корзину',
  )
})
