import { describe, expect, test } from 'vitest'
import { backupName } from '../../../../../src/main/workspace/backups/backup-file.ts'
import { isDrop, keptGenerations, type Generation } from '../../../../../src/main/workspace/backups/generations.ts'

const HOUR = 60 * 60 * 1000
const START = Date.UTC(2023, 0, 2, 0, 30)
const at = (hours: number, pinned = false, wanted = false): Generation => {
  const instant = new Date(START + hours * HOUR).toISOString()
  return { name: backupName(instant), at: instant, pinned, wanted }
}
const hoursKept = (backups: readonly Generation[]) => {
  const kept = keptGenerations(backups)
  return backups.filter(({ name }) => kept.has(name)).map((one) => (Date.parse(one.at) - START) / HOUR)
}

describe('generations of backups', () => {
  test('of a year of hourly backups the last of 24 hours, 14 days and 26 weeks stay', () => {
    const last = 365 * 24 - 1
    const kept = hoursKept(Array.from({ length: last + 1 }, (_, hour) => at(hour)))
    const hourly = kept.filter((hour) => hour > last - 24)
    expect(hourly).toHaveLength(24)
    const days = new Set(kept.map((hour) => Math.floor((hour + 0.5) / 24)))
    for (let day = 364; day > 364 - 14; day -= 1) expect(days).toContain(day)
    // 2 January 2023 was a Monday, so weeks begin with multiples of seven days
    const weeks = new Set(kept.map((hour) => Math.floor((hour + 0.5) / 24 / 7)))
    expect(weeks.size).toBe(26)
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 26)
    // a day is represented by its last backup
    const older = kept.filter((hour) => hour <= last - 14 * 24)
    expect(older.every((hour) => (Math.floor(hour + 0.5) + 1) % (7 * 24) === 0)).toBe(true)
  })

  test('of many in one hour the last stays', () => {
    expect(hoursKept([at(0), at(0.1), at(0.2)])).toEqual([0.2])
  })

  test('hours without a backup are not counted: what lies long back is kept', () => {
    expect(hoursKept([at(0), at(5_000), at(20_000)])).toEqual([0, 5_000, 20_000])
  })

  test('pinned ones stay and take no place of the others', () => {
    const many = Array.from({ length: 100 }, (_, hour) => at(hour, hour < 40))
    const kept = hoursKept(many)
    expect(kept.filter((hour) => hour < 40)).toHaveLength(40)
    expect(kept.filter((hour) => hour >= 76)).toHaveLength(24)
  })

  test('the last ten that were wanted stay, whatever was made after them by itself', () => {
    const wanted = Array.from({ length: 12 }, (_, index) => at(index / 100, false, true))
    expect(hoursKept([...wanted, at(0.5)])).toEqual([...Array.from({ length: 10 }, (_, index) => (index + 2) / 100), 0.5])
  })

  test('the last one stays, also alone', () => {
    expect(hoursKept([at(3)])).toEqual([3])
    expect(keptGenerations([])).toEqual(new Set())
  })
})

test('a fall of more than a fifth is a drop, from nothing there is none', () => {
  expect(isDrop(100, 79)).toBe(true)
  expect(isDrop(100, 80)).toBe(false)
  expect(isDrop(0, 0)).toBe(false)
  expect(isDrop(10, 40)).toBe(false)
})
