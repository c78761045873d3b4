import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimalChange } from '../../../../src/renderer/features/editor/text/minimal-change.ts'

const applied = (before: string, after: string) => {
  const change = minimalChange(before, after)
  return change ? before.slice(0, change.from) + change.insert + before.slice(change.to) : before
}

describe('minimalChange', () => {
  it('is nothing for equal texts', () => {
    expect(minimalChange('The Committee met.', 'The Committee met.')).toBeNull()
  })

  it('touches only what differs', () => {
    expect(minimalChange('The Committee met.', 'The Steering Committee met.')).toEqual({ from: 4, to: 4, insert: 'Steering ' })
    expect(minimalChange('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' })
  })

  it('never cuts a character outside the basic plane in two', () => {
    // 📅 and 📆 share their first half
    expect(minimalChange('x 📅 y', 'x 📆 y')).toEqual({ from: 2, to: 4, insert: '📆' })
  })

  it('turns any text into any other', () => {
    assert(property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (before, after) => applied(before, after) === after))
  })
})
