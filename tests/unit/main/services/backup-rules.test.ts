import { describe, expect, test } from 'vitest'
import {
  isDueAtClosing,
  isDueAtOpening,
  isDueByTheHour,
  isDueInSecondPlace,
  isFresh,
  isOverdue,
  type Standing,
} from '../../../../src/main/services/backups/backup-rules.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = Date.UTC(2023, 5, 15, 12)
const ago = (milliseconds: number, revision = 1) => ({ at: new Date(NOW - milliseconds).toISOString(), revision })
const standing = (change: Partial<Standing>): Standing => ({ now: NOW, revision: 2, last: ago(DAY), triedAt: null, ...change })

describe('while a workspace is open', () => {
  test('a backup is due an hour after the last, when something changed', () => {
    expect(isDueByTheHour(standing({ last: ago(HOUR) }))).toBe(true)
    expect(isDueByTheHour(standing({ last: ago(HOUR - 1) }))).toBe(false)
    expect(isDueByTheHour(standing({ last: ago(DAY, 2) }))).toBe(false)
  })

  test('the first is due as soon as there is something', () => {
    expect(isDueByTheHour(standing({ last: null }))).toBe(true)
    expect(isDueByTheHour(standing({ last: null, revision: 0 }))).toBe(false)
  })

  test('one that failed is tried again after an hour', () => {
    expect(isDueByTheHour(standing({ triedAt: NOW - HOUR + 1 }))).toBe(false)
    expect(isDueByTheHour(standing({ triedAt: NOW - HOUR }))).toBe(true)
  })

  test('a clock that was set back keeps none from being made', () => {
    expect(isDueByTheHour(standing({ last: ago(-DAY) }))).toBe(true)
    expect(isDueByTheHour(standing({ triedAt: NOW + DAY }))).toBe(true)
  })
})

test('at opening one is due after a day, at closing when something changed', () => {
  expect(isDueAtOpening(standing({ last: ago(DAY) }))).toBe(true)
  expect(isDueAtOpening(standing({ last: ago(DAY - 1) }))).toBe(false)
  expect(isDueAtOpening(standing({ last: ago(9 * DAY, 2) }))).toBe(false)
  expect(isDueAtClosing(standing({ last: ago(MINUTE) }))).toBe(true)
  expect(isDueAtClosing(standing({ last: ago(MINUTE, 2) }))).toBe(false)
})

test('a second place that has fallen behind gets one', () => {
  expect(isDueInSecondPlace(standing({ last: ago(0, 2) }), null)).toBe(true)
  expect(isDueInSecondPlace(standing({ last: ago(0, 2) }), ago(HOUR))).toBe(true)
  expect(isDueInSecondPlace(standing({ last: ago(0, 2) }), ago(HOUR - 1))).toBe(false)
  expect(isDueInSecondPlace(standing({ last: ago(0, 2) }), ago(DAY, 2))).toBe(false)
})

test('the lack of one is told after a week of changes, and at once where none is made by itself', () => {
  expect(isOverdue(standing({ last: ago(7 * DAY + 1) }), true)).toBe(true)
  expect(isOverdue(standing({ last: ago(7 * DAY) }), true)).toBe(false)
  expect(isOverdue(standing({ last: ago(30 * DAY, 2) }), true)).toBe(false)
  expect(isOverdue(standing({ last: null }), false)).toBe(true)
  expect(isOverdue(standing({ last: null }), true)).toBe(false)
})

test('a fall in records is told of for a day', () => {
  expect(isFresh(ago(DAY - 1), NOW)).toBe(true)
  expect(isFresh(ago(DAY), NOW)).toBe(false)
})
