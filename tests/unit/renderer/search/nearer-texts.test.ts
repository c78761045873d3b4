import { expect, test } from 'vitest'
import { nearerTexts } from '../../../../src/renderer/features/search/nearer-texts.ts'

test('each asks for one thing less', () => {
  expect(nearerTexts('meritocracy kind:study after:2023')).toEqual([
    'kind:study after:2023',
    'meritocracy after:2023',
    'meritocracy kind:study',
  ])
})

test('a phrase is tried as words', () => {
  expect(nearerTexts('"Steering Committee of Estonia"')).toEqual(['Steering Committee of Estonia'])
})

test('a quote that does not end was searched as words already: no mark of it is left on a button', () => {
  expect(nearerTexts('"open phrase')).toEqual(['phrase', 'open'])
  expect(nearerTexts('Kim «open phrase')).toEqual(['open phrase', 'Kim phrase', 'Kim open'])
})

test('an operator goes with its value, and one that there is not with its words', () => {
  expect(nearerTexts('chair foo:bar')).toEqual(['foo:bar', 'chair'])
  expect(nearerTexts('chair country:"Republic of Korea"')).toContain('chair')
})

test('one word has nothing nearer, and a long text says nothing on a button', () => {
  expect(nearerTexts('xyzzy')).toEqual([])
  expect(nearerTexts('')).toEqual([])
  expect(nearerTexts('word '.repeat(40))).toEqual([])
})
