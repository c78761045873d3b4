import * as fc from 'fast-check'
import type { DayOf } from '../../../../../src/main/workspace/history/local-day.ts'
import type { RecordVersion } from '../../../../../src/main/workspace/port.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
export const NOW = Date.UTC(2026, 5, 17, 12)

/** Calendar days at UTC, so that the tests mean the same on every machine. */
export const utcDay: DayOf = (milliseconds) => Math.floor(milliseconds / DAY)

export const versionAt = (rev: number, at: number, more: Partial<RecordVersion> = {}): RecordVersion => ({
  rev,
  at: new Date(at).toISOString(),
  author: { name: 'Aliya', device: 'laptop' },
  bytes: 100,
  own: false,
  pinned: false,
  ...more,
})

/** Gaps of every size that a rule speaks of. */
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 * MINUTE }) },
  { weight: 2, arbitrary: fc.constantFrom(10 * MINUTE, 10 * MINUTE + 1) },
  { weight: 3, arbitrary: fc.integer({ min: 11 * MINUTE, max: DAY }) },
  { weight: 3, arbitrary: fc.integer({ min: DAY, max: 40 * DAY }) },
)

const step = fc.record({
  gap,
  author: fc.constantFrom('Aliya', 'Aliya', 'Aliya', 'Boris'),
  nature: fc.constantFrom('typing', 'typing', 'typing', 'typing', 'own', 'pinned'),
})

/** The versions of one record up to `NOW`, the latest first. */
export const arbitraryVersions: fc.Arbitrary<RecordVersion[]> = fc.array(step, { minLength: 1, maxLength: 120 }).map((steps) => {
  let at = NOW - steps.reduce((sum, each) => sum + each.gap, 0)
  return steps
    .map((each, index) => {
      at += each.gap
      return versionAt(index + 1, at, {
        author: { name: each.author, device: 'laptop' },
        own: each.nature !== 'typing',
        pinned: each.nature === 'pinned',
      })
    })
    .toReversed()
})
