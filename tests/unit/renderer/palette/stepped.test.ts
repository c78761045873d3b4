import { expect, test } from 'vitest'
import { stepped } from '../../../../src/renderer/features/palette/stepped.ts'

const values = ['one', 'two', 'three']

test.each([
  ['one', 'ArrowDown', 'two'],
  ['three', 'ArrowDown', 'one'],
  ['one', 'ArrowUp', 'three'],
  ['three', 'ArrowUp', 'two'],
  ['two', 'Home', 'one'],
  ['two', 'End', 'three'],
  // nothing is chosen yet
  ['', 'ArrowDown', 'one'],
  ['', 'ArrowUp', 'three'],
  ['two', 'a', undefined],
])('from “%s” %s leads to %s', (selected, key, expected) => {
  expect(stepped(values, selected, key, false)).toBe(expected)
})

test('with the key that leads to the ends, and nowhere where nothing is', () => {
  expect(stepped(values, 'two', 'ArrowUp', true)).toBe('one')
  expect(stepped(values, 'two', 'ArrowDown', true)).toBe('three')
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) expect(stepped([], '', key, false)).toBeUndefined()
})
