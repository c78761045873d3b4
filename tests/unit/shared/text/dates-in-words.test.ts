import { describe, expect, test } from 'vitest'
import { dateInWords, documentLanguage } from '../../../../src/shared/text/dates-in-words.ts'

describe('the language of a document', () => {
  test.each([
    [['kk', 'ru', 'en'], 'kk'],
    [['fr', 'ru-KZ'], 'ru'],
    [['EN-gb'], 'en'],
    [['fr', 'rue'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (tags, language) => {
    expect(documentLanguage(tags)).toBe(language)
  })
})

describe('a date in words', () => {
  test.each([
    ['2023-06-30', '30 June 2023', '30 июня 2023 г.', '2023 жылғы 30 маусым'],
    ['2023-01-01', '1 January 2023', '1 января 2023 г.', '2023 жылғы 1 қаңтар'],
    ['2023-12', 'December 2023', 'декабрь 2023 г.', '2023 жылғы желтоқсан'],
    ['2023', '2023', '2023 г.', '2023 жыл'],
    ['', '', '', ''],
  ])('%s', (date, en, ru, kk) => {
    expect([dateInWords(date, 'en'), dateInWords(date, 'ru'), dateInWords(date, 'kk')]).toEqual([en, ru, kk])
  })

  test('a month behind a preposition stands in the genitive', () => {
    expect(dateInWords('2023-03', 'ru', 'genitive')).toBe('марта 2023 г.')
    expect(dateInWords('2023-03', 'en', 'genitive')).toBe('March 2023')
  })
})
