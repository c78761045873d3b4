import { beforeAll, describe, expect, test } from 'vitest'
import { daysBetween, formatDate, formatDateRange, formatDatesIn, formatRelative } from '../../../../src/renderer/i18n/dates.ts'
import { startI18n } from '../../../../src/renderer/i18n/index.ts'

beforeAll(async () => {
  await startI18n()
})

describe('partial dates', () => {
  test('show what is known and no more', () => {
    expect(formatDate('2019')).toBe('2019')
    expect(formatDate('2019-02')).toBe('February 2019')
    expect(formatDate('2019-02-13')).toBe('13 Feb 2019')
    expect(formatDate('')).toBe('')
  })

  test('leave the year to the heading, but never when it is all there is', () => {
    expect(formatDate('2023-05-17', { year: false })).toBe('17 May')
    expect(formatDate('2023', { year: false })).toBe('2023')
  })

  test('never move with the reader’s time zone', () => {
    expect(formatDate('2023-01-01')).toBe('1 Jan 2023')
    expect(formatDate('2023-12-31')).toBe('31 Dec 2023')
  })

  test('something that is not a date stays as it was written', () => {
    expect(formatDate('spring 2019')).toBe('spring 2019')
  })

  test('make ranges', () => {
    expect(formatDateRange('2023-05-17', '2023-05-19')).toBe('17–19 May 2023')
    expect(formatDateRange('2023-05-17', '2023-05-17')).toBe('17 May 2023')
    expect(formatDateRange('2023-05-17', '')).toBe('17 May 2023')
    expect(formatDateRange('2019', '2023')).toBe('2019–2023')
    expect(formatDateRange('2019', '2023-05')).toBe('2019 – May 2023')
  })
})

describe('distances', () => {
  test('count days of the calendar', () => {
    expect(daysBetween('2023-05-12', '2023-05-12')).toBe(0)
    expect(daysBetween('2023-04-30', '2023-05-12')).toBe(12)
    expect(daysBetween('2023-05-12', '2023-04-30')).toBe(-12)
    expect(daysBetween('2023', '2023-05-12')).toBe(0)
  })

  test('are said as one says them', () => {
    const now = new Date(2023, 4, 12, 15, 0).getTime()
    const at = (day: number, hour: number, minute = 0) => new Date(2023, 4, day, hour, minute).toISOString()
    expect(formatRelative(at(12, 14, 20), now)).toBe('40 minutes ago')
    expect(formatRelative(at(12, 9), now)).toBe('6 hours ago')
    expect(formatRelative(at(11, 23), now)).toBe('yesterday')
    expect(formatRelative(at(9, 12), now)).toBe('3 days ago')
    expect(formatRelative(at(1, 12), now)).toBe('1 May 2023')
  })
})

test('a line of details shows its dates as they are read', () => {
  expect(formatDatesIn('2023-05-16, Astana')).toBe('16 May 2023, Astana')
  expect(formatDatesIn('SC/2023/2 · 2023-05')).toBe('SC/2023/2 · May 2023')
  expect(formatDatesIn('Chair, Room 2023')).toBe('Chair, Room 2023')
})
