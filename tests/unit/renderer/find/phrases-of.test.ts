import { expect, test } from 'vitest'
import { phrasesOf } from '../../../../src/renderer/features/find/phrases-of.ts'

test('a record shows the words of the search that may stand in its text', () => {
  expect(phrasesOf('meritocracy kind:study "steering committee" -draft')).toEqual([['meritocracy'], ['steering', 'committee']])
  expect(phrasesOf('(pay OR grade) country:KAZ')).toEqual([['pay'], ['grade']])
  expect(phrasesOf('in:title reform')).toEqual([])
  expect(phrasesOf('kind:study')).toEqual([])
  expect(phrasesOf('')).toEqual([])
})
