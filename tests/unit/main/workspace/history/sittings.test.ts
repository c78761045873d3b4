import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBySitting, sittingsOf } from '../../../../../src/main/workspace/history/sittings.ts'
import { arbitraryVersions, DAY, MINUTE, NOW, utcDay, versionAt } from './arbitrary-versions.ts'

const revs = (versions: readonly { rev: number }[]) => versions.map(({ rev }) => rev)
const noon = utcDay(NOW) * DAY + 12 * 60 * MINUTE

describe('sittings', () => {
  it('counts typing without a long pause as one, and shows its last version', () => {
    const versions = [versionAt(3, noon + 20 * MINUTE), versionAt(2, noon + 10 * MINUTE), versionAt(1, noon)]
    expect(groupBySitting(versions, utcDay).map(revs)).toEqual([[3, 2, 1]])
    expect(revs(sittingsOf(versions, utcDay))).toEqual([3])
  })

  it.each([
    ['a pause of more than ten minutes', versionAt(2, noon + 10 * MINUTE + 1)],
    ['another author', versionAt(2, noon, { author: { name: 'Boris', device: 'laptop' } })],
    ['another device', versionAt(2, noon, { author: { name: 'Aliya', device: 'desk' } })],
    ['a command', versionAt(2, noon, { own: true })],
    ['a version that is pinned', versionAt(2, noon, { pinned: true })],
    ['a clock that was set back', versionAt(2, noon - 11 * MINUTE)],
  ])('ends one at %s', (_name, later) => {
    expect(groupBySitting([later, versionAt(1, noon)], utcDay).map(revs)).toEqual([[2], [1]])
  })

  it('ends one at midnight and after a command', () => {
    const midnight = utcDay(NOW) * DAY
    expect(revs(sittingsOf([versionAt(2, midnight + MINUTE), versionAt(1, midnight - MINUTE)], utcDay))).toEqual([2, 1])
    expect(revs(sittingsOf([versionAt(2, noon), versionAt(1, noon, { own: true })], utcDay))).toEqual([2, 1])
  })

  it('takes every version once, in order', () => {
    fc.assert(
      fc.property(arbitraryVersions, (versions) => {
        expect(groupBySitting(versions, utcDay).flat()).toEqual(versions)
      }),
    )
  })
})
