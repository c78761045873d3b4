import { describe, expect, test } from 'vitest'
import { parseDate } from '../../../../../src/renderer/parts/dates/parse-date.ts'
import { parseTime } from '../../../../../src/renderer/features/record/parse-time.ts'

describe('a date as people write it', () => {
  test.each([
    ['', ''],
    ['  ', ''],
    ['2019', '2019'],
    ['2019 г.', '2019'],
    ['Feb 2019', '2019-02'],
    ['February 2019', '2019-02'],
    ['2019-02', '2019-02'],
    ['02.2019', '2019-02'],
    ['2/2019', '2019-02'],
    ['февраль 2019', '2019-02'],
    ['ақпан 2019', '2019-02'],
    ['2019-02-13', '2019-02-13'],
    ['13.02.2019', '2019-02-13'],
    ['13.2.2019', '2019-02-13'],
    ['13/02/2019', '2019-02-13'],
    ['2019/02/13', '2019-02-13'],
    ['20190213', '2019-02-13'],
    ['13 Feb 2019', '2019-02-13'],
    ['13 february 2019', '2019-02-13'],
    ['Feb 13, 2019', '2019-02-13'],
    ['13th of February 2019', '2019-02-13'],
    ['13 февраля 2019', '2019-02-13'],
    ['13 февраля 2019 г.', '2019-02-13'],
    ['13 мая 2019 года', '2019-05-13'],
    ['2019 жылғы 13 ақпан', '2019-02-13'],
    ['29 Feb 2024', '2024-02-29'],
    ['1 March 2020', '2020-03-01'],
    ['1 марта 2020', '2020-03-01'],
  ])('%j is %j', (text, value) => {
    expect(parseDate(text)).toEqual({ ok: true, value })
  })

  test.each([
    ['31 February 2019', 'noSuchDate'],
    ['29.02.2023', 'noSuchDate'],
    ['2019-13', 'noSuchDate'],
    ['2019-00-10', 'noSuchDate'],
    ['02/13/2019', 'noSuchDate'],
    ['13.02.19', 'shortYear'],
    ['13 Feb 19', 'shortYear'],
    ['13', 'unreadable'],
    ['soon', 'unreadable'],
    ['Feb', 'unreadable'],
    ['spring 2019', 'unreadable'],
    ['13 Feb or Mar 2019', 'unreadable'],
    ['1 2 3 2019', 'unreadable'],
    ['2019?', 'unreadable'],
    ['12345', 'yearRange'],
    ['0019', 'yearRange'],
    ['3000', 'yearRange'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseDate(text)).toEqual({ ok: false, problem })
  })
})

describe('a time as people write it', () => {
  test.each([
    ['', ''],
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['17:05', '17:05'],
    ['12 am', '00:00'],
    ['12:15 pm', '12:15'],
    ['9pm', '21:00'],
  ])('%j is %j', (text, value) => expect(parseTime(text)).toBe(value))

  test.each(['24:00', '9:75', '13 pm', 'noon', '9:3', '12345'])('%j is refused', (text) => expect(parseTime(text)).toBeUndefined())
})
