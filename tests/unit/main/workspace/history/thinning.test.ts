import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sittingsOf } from '../../../../../src/main/workspace/history/sittings.ts'
import { keptVersions } from '../../../../../src/main/workspace/history/thinning.ts'
import type { RecordVersion } from '../../../../../src/main/workspace/port.ts'
import { arbitraryVersions, DAY, MINUTE, NOW, utcDay, versionAt } from './arbitrary-versions.ts'

const policy = { allDays: 30, dailyDays: 365 }
const kept = (versions: readonly RecordVersion[], now = NOW) => keptVersions(versions, now, policy, utcDay)
const keptOf = (versions: readonly RecordVersion[], now = NOW) => versions.filter(({ rev }) => kept(versions, now).has(rev))
const days = fc.integer({ min: 0, max: 500 })

/** Ten sittings of today, so that what is older falls under the rules of age; revisions from 1,000. */
const lastTen = Array.from({ length: 10 }, (_, index) => versionAt(1_009 - index, NOW - index * 20 * MINUTE))
const older = (...versions: RecordVersion[]) => [...kept([...lastTen, ...versions])].filter((rev) => rev < 1_000).toSorted((a, b) => a - b)
const at = (daysAgo: number, hour: number) => (utcDay(NOW) - daysAgo) * DAY + hour * 60 * MINUTE

describe('thinning', () => {
  it('keeps everything of a sitting for a day, then the last of it', () => {
    const typed = [versionAt(3, NOW + 2 * MINUTE), versionAt(2, NOW + MINUTE), versionAt(1, NOW)]
    expect([...kept(typed, NOW + 2 * MINUTE + DAY)].toSorted()).toEqual([1, 2, 3])
    expect([...kept(typed, NOW + 2 * MINUTE + DAY + 1)]).toEqual([3])
  })

  it('keeps every sitting of the first days, then one a day, then one a week', () => {
    expect(older(versionAt(2, at(30, 15)), versionAt(1, at(30, 9)))).toEqual([1, 2])
    expect(older(versionAt(2, at(31, 15)), versionAt(1, at(31, 9)))).toEqual([2])
    expect(older(versionAt(2, at(364, 15)), versionAt(1, at(365, 9)))).toEqual([1, 2])
    // 366 days before is Monday, 16 June 2025: the Sunday before it ends another week, of which Tuesday is one, too.
    expect(older(versionAt(3, at(366, 9)), versionAt(2, at(367, 9)), versionAt(1, at(372, 9)))).toEqual([2, 3])
  })

  it('keeps a pinned version for ever, and treats a command by age', () => {
    const own = { own: true }
    expect(older(versionAt(3, at(400, 15)), versionAt(2, at(400, 12), { ...own, pinned: true }), versionAt(1, at(400, 9), own))).toEqual([
      2, 3,
    ])
  })

  it('keeps the last ten sittings however old they are', () => {
    const old = Array.from({ length: 12 }, (_, index) => versionAt(12 - index, at(400, 20) - index * 20 * MINUTE))
    expect([...kept(old)].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('never drops the current, a pinned one, or one of the last ten sittings', () => {
    fc.assert(
      fc.property(arbitraryVersions, days, (versions, later) => {
        const revs = kept(versions, NOW + later * DAY)
        const must = [versions[0], ...versions.filter(({ pinned }) => pinned), ...sittingsOf(versions, utcDay).slice(0, 10)]
        expect(must.filter((version) => version && !revs.has(version.rev))).toEqual([])
      }),
    )
  })

  it('leaves the same whether it is done often or once', () => {
    fc.assert(
      fc.property(arbitraryVersions, days, days, (versions, first, more) => {
        const then = NOW + (first + more) * DAY
        expect(keptOf(keptOf(versions, NOW + first * DAY), then)).toEqual(keptOf(versions, then))
      }),
      { numRuns: 500 },
    )
  })

  it('drops a version only because a later one of its day or its week stays', () => {
    fc.assert(
      fc.property(arbitraryVersions, days, (versions, later) => {
        const now = NOW + later * DAY
        const staying = keptOf(versions, now)
        const week = (version: RecordVersion) => Math.floor((utcDay(Date.parse(version.at)) + 3) / 7)
        const lost = versions.filter((version) => !staying.some((other) => other.rev >= version.rev && week(other) === week(version)))
        expect(lost).toEqual([])
      }),
    )
  })
})
