import { Text } from '@codemirror/state'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentPieces } from '../../../../../src/renderer/features/editor/finding/document-pieces.ts'
import { findBefore, findFrom } from '../../../../../src/renderer/features/editor/finding/nearest-find.ts'
import { createTextFinder } from '../../../../../src/renderer/features/editor/finding/text-finder.ts'
import type { FindRequest } from '../../../../../src/renderer/parts/find/find.ts'

type Asked = string | Partial<FindRequest>

function found(text: string, asked: Asked, cuts: readonly number[] = []) {
  const finder = createTextFinder({ text: 'x', exact: false, phrases: null, ...(typeof asked === 'string' ? { text: asked } : asked) })
  const ends = [...cuts, text.length]
  let at = 0
  for (const end of ends) {
    finder?.take(text.slice(at, end), at)
    at = end
  }
  const finds = finder?.finds(true)
  return { apart: finds?.apart, texts: finds?.found.map(({ from, to }) => text.slice(from, to)) }
}
const exact = (text: string) => ({ text, exact: true })

describe('words', () => {
  test('are found by their beginning, in every spelling', () => {
    expect(found('Committee and SUBCOMMITTEE, committees', 'commit').texts).toEqual(['Commit', 'commit'])
    expect(found('Алихан Байменов, A. Baimenov, Bäymenov', 'Baimenov').texts).toEqual(['Байменов', 'Baimenov', 'Bäymenov'])
    expect(found('Ещё раз, еще два', 'ещё').texts).toEqual(['Ещё', 'еще'])
  })

  test('that stand together are found together, whole but for the last', () => {
    const text = 'A steering committee. The committee is steering. Steer committee.'
    expect(found(text, 'steering comm')).toEqual({ apart: false, texts: ['steering comm'] })
    expect(found(text, 'comm steering')).toEqual({ apart: true, texts: ['steering', 'comm', 'comm', 'steering', 'Steer', 'comm'] })
  })

  test('of two paragraphs or items do not stand together', () => {
    for (const between of ['\n\n', '\n- ', '\n2. ', '\n> ', '\n| '])
      expect(found(`one steering${between}committee here`, 'steering committee').apart, JSON.stringify(between)).toBe(true)
    expect(found('one steering\ncommittee here', 'steering committee').apart).toBe(false)
  })

  test('of a search are found each by itself, its phrases as they are', () => {
    const text = 'The steering committee and a committee of steering groups'
    expect(found(text, { phrases: [['steering', 'committee'], ['group']] })).toEqual({
      apart: false,
      texts: ['steering committee', 'group'],
    })
  })

  test('a text without a word is looked for as it stands', () => {
    expect(found('§ 3, § 4', '§').texts).toEqual(['§', '§'])
    expect(found('anything', '')).toEqual({ apart: undefined, texts: undefined })
  })
})

describe('the exact text', () => {
  test('goes by case and signs, none over another', () => {
    expect(found('Pay, pay-off. pay', exact('pay')).texts).toEqual(['pay', 'pay'])
    expect(found('aaaaa', exact('aa')).texts).toEqual(['aa', 'aa'])
    expect(found('a (.*) b', exact('(.*)')).texts).toEqual(['(.*)'])
  })

  test('is found wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', ' '), { maxLength: 40 }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(40)),
        (letters, wanted, places) => {
          const text = letters.join('')
          const cuts = places.filter((place) => place < text.length).toSorted((a, b) => a - b)
          expect(found(text, exact(wanted), cuts)).toEqual(found(text, exact(wanted)))
        },
      ),
    )
  })
})

test('a long text comes in pieces that lose nothing and cut no word', () => {
  const doc = Text.of(Array.from({ length: 300 }, (_none, line) => `line ${line} ${'word '.repeat(line % 90)}`))
  const pieces = [...documentPieces(doc)]
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.map(({ text }) => text).join('')).toBe(doc.toString())
  for (const { text } of pieces.slice(0, -1)) expect(text).toMatch(/\w$/)
  for (const { text } of pieces.slice(1)) expect(text).toMatch(/^\s/)
})

test('from the last find it goes on at the first, and back', () => {
  const finds = [2, 5, 9].map((from) => ({ from, to: from + 1 }))
  expect([0, 2, 3, 9, 10].map((place) => findFrom(finds, place))).toEqual([0, 0, 1, 2, 0])
  expect([0, 2, 3, 9, 10].map((place) => findBefore(finds, place))).toEqual([2, 2, 0, 1, 2])
  expect([findFrom([], 1), findBefore([], 1)]).toEqual([-1, -1])
})
