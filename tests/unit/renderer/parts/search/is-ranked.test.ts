import { expect, test } from 'vitest'
import { isRanked } from '../../../../../src/renderer/parts/search/is-ranked.ts'

test.each(['meritocracy', 'kind:study "civil service"', 'kind:note OR chair', 'owner:Facer'])('%s can be met more or less well', (text) => {
  expect(isRanked(text)).toBe(true)
})

test.each(['-meritocracy', 'kind:contact', 'country:KAZ -(chair OR "civil service")', ''])('%s is met or not', (text) => {
  expect(isRanked(text)).toBe(false)
})
