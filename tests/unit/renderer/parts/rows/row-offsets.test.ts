import { array, assert, integer, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowOffsets } from '../../../../../src/renderer/parts/rows/row-offsets.ts'

describe('RowOffsets', () => {
  it('agrees with adding the heights up one by one', () => {
    const change = tuple(nat(199), integer({ min: 20, max: 200 }))
    assert(
      property(integer({ min: 1, max: 200 }), array(change, { maxLength: 60 }), nat(12_000), (count, changes, offset) => {
        const offsets = new RowOffsets(count, 53)
        const heights = Array.from({ length: count }, () => 53)
        for (const [index, height] of changes) {
          offsets.set(index, height)
          if (index < count) heights[index] = height
        }
        let sum = 0
        let found = count - 1
        for (const [index, height] of heights.entries()) {
          expect(offsets.start(index)).toBe(sum)
          if (offset >= sum && offset < sum + height) found = index
          sum += height
        }
        expect(offsets.start(count)).toBe(sum)
        expect(offsets.indexAt(offset)).toBe(found)
      }),
    )
  })

  it('says whether a height has changed', () => {
    const offsets = new RowOffsets(3, 50)
    expect(offsets.set(1, 50)).toBe(false)
    expect(offsets.set(1, 70)).toBe(true)
    expect(offsets.set(1, 70)).toBe(false)
    expect(offsets.set(3, 70)).toBe(false)
    expect(offsets.start(3)).toBe(170)
  })

  it('keeps the heights when rows come or go at the end', () => {
    const offsets = new RowOffsets(3, 50)
    offsets.set(0, 60)
    offsets.set(2, 90)
    expect(offsets.resized(4).start(4)).toBe(250)
    expect(offsets.resized(2).start(2)).toBe(110)
  })

  it('an empty list has no height', () => {
    const offsets = new RowOffsets(0, 50)
    expect(offsets.start(0)).toBe(0)
    expect(offsets.indexAt(100)).toBe(0)
  })
})
