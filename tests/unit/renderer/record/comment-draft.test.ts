import { expect, test } from 'vitest'
import { asPassage, commentKeys, inOrder, isComplete, placeOf } from '../../../../src/renderer/features/record/minutes/comment-draft.ts'
import { comment as schema } from '../../../../src/shared/model/meeting.ts'
import { MAX_LINE } from '../../../../src/shared/model/vocabulary.ts'

const comment = { from: 'Rex Facer', on: '2023-06-01', passage: '', text: 'By whom?', answer: '' }

test('selected words stand on one line, and as many as there is room for', () => {
  expect(asPassage('  The agenda\r\n\twas\u00a0adopted. ')).toBe('The agenda was adopted.')
  for (const filler of ['x', '😀', 'ж ']) {
    const passage = asPassage(filler.repeat(MAX_LINE + 1))
    expect(passage.endsWith('…')).toBe(true)
    expect(passage).not.toMatch(/[\ud800-\udfff]/u)
    expect(schema.safeParse({ ...comment, passage }).success).toBe(true)
  }
})

test('open comments come first, in the order in which they were recorded, and keep their place', () => {
  const answered = { ...comment, answer: 'By the chair.' }
  const listed = inOrder([answered, comment, { ...comment, answer: ' ' }, answered])
  expect(listed.map(({ index }) => index)).toEqual([1, 2, 0, 3])
})

test('a comment needs words and a day that is one', () => {
  expect(isComplete(comment)).toBe(true)
  expect(isComplete({ ...comment, from: '', on: '' })).toBe(true)
  expect(isComplete({ ...comment, text: ' ' })).toBe(false)
  expect(isComplete({ ...comment, on: '2023-02-31' })).toBe(false)
})

test('a comment is found again where another window has added or removed some before it, and is not taken for another', () => {
  const [first, second, third] = ['One?', 'Two?', 'Three?'].map((text) => ({ ...comment, text }))
  const at = (list: (typeof first)[]) =>
    placeOf(
      list.flatMap((each) => each ?? []),
      1,
      { ...comment, text: 'Two?' },
    )
  expect(at([first, second, third])).toBe(1)
  expect(at([second, third])).toBe(0)
  expect(at([third, first, second])).toBe(2)
  expect(at([first, third])).toBeNull()
})

test('a comment keeps its key while others come and go, and equal ones have keys of their own', () => {
  const [one, two] = ['One?', 'Two?'].map((text) => ({ ...comment, text }))
  if (!one || !two) throw new Error('No comments')
  const [, second] = commentKeys([one, two])
  expect(commentKeys([two])).toEqual([second])
  expect(new Set(commentKeys([one, two, one])).size).toBe(3)
})
