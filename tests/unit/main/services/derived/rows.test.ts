/** The arrays that facts are kept in, against plain maps. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KeyDictionary } from '../../../../../src/main/services/derived/key-dictionary.ts'
import { encodeNumbers, NumbersFile, type Numbers } from '../../../../../src/main/services/derived/numbers.ts'
import { RowRelation } from '../../../../../src/main/services/derived/row-relation.ts'
import { RowTexts } from '../../../../../src/main/services/derived/row-texts.ts'
import { firstOf } from '../../../../../src/main/services/lists/first-of.ts'
import { pacedSort } from '../../../../../src/main/services/lists/paced-sort.ts'

const ROLES = 3
const ROWS = 12
const KEYS = 8

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is read back from what was written, at an address that suits no number. */
function readBack(arrays: Iterable<readonly [string, Numbers]>): NumbersFile {
  const bytes = Buffer.concat([Buffer.from('odd'), ...encodeNumbers(arrays)])
  return new NumbersFile(new Uint8Array(bytes).subarray(3))
}

describe('arrays of rows', () => {
  test('a relation answers as sets do, merged, read back or neither', () => {
    const related = fc.record({ key: fc.nat(KEYS - 1), role: fc.nat(ROLES - 1) })
    const step = fc.oneof(
      fc.record({ row: fc.nat(ROWS - 1), related: fc.array(related, { maxLength: 4 }) }),
      fc.constantFrom('merge' as const, 'readBack' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let relation = new RowRelation(ROLES)
        const model = new Map<number, Set<string>>()
        for (const one of steps) {
          if (one === 'merge') relation.merge()
          else if (one === 'readBack') relation = RowRelation.from(readBack(relation.arrays('r')), 'r', ROLES)
          else {
            relation.set(one.row, one.related)
            model.set(one.row, new Set(one.related.map(({ key, role }) => `${key}/${role}`)))
          }
          for (let key = 0; key < KEYS; key += 1) {
            const found: string[] = []
            relation.rowsOf(key, (row, role) => found.push(`${row} ${key}/${role}`))
            const expected = [...model].flatMap(([row, set]) =>
              [...set].filter((own) => own.startsWith(`${key}/`)).map((own) => `${row} ${own}`),
            )
            expect(found.toSorted(byText)).toEqual(expected.toSorted(byText))
          }
        }
        const all: string[] = []
        relation.all((row, key, role) => all.push(`${row} ${key}/${role}`))
        expect(all.toSorted(byText)).toEqual([...model].flatMap(([row, set]) => [...set].map((own) => `${row} ${own}`)).toSorted(byText))
      }),
    )
  })

  test('texts are found where they stand, and not across two of them', () => {
    const step = fc.oneof(
      fc.record({ row: fc.nat(ROWS - 1), text: fc.string({ unit: fc.constantFrom('a', 'b', 'ё', ' '), maxLength: 6 }) }),
      fc.constantFrom('merge' as const, 'readBack' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom('a', 'ab', 'ё', 'ёa', ' b'), (steps, part) => {
        let texts = new RowTexts()
        const model = new Map<number, string>()
        for (const one of steps) {
          if (one === 'merge') texts.merge()
          else if (one === 'readBack') texts = RowTexts.from(readBack(texts.arrays('t')), 't')
          else {
            texts.set(one.row, one.text)
            model.set(one.row, one.text)
          }
        }
        const found: number[] = []
        texts.containing(part, (row) => found.push(row))
        const expected = [...model].filter(([, text]) => text.includes(part)).map(([row]) => row)
        expect(found.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
        for (const [row, text] of model) {
          expect(texts.get(row)).toBe(text)
          expect(texts.startsWith(row, Buffer.from(part))).toBe(text.startsWith(part))
        }
      }),
    )
  })

  test('a dictionary gives one number to a text and the text back', () => {
    let dictionary = new KeyDictionary()
    const numbers = new Map<string, number>()
    for (let at = 0; at < 5_000; at += 1) {
      const text = `Название ${at % 3_000}`
      const number = dictionary.intern(text)
      expect(number).toBe(numbers.get(text) ?? number)
      numbers.set(text, number)
      if (at === 2_000) dictionary = KeyDictionary.from(readBack(dictionary.arrays('d')), 'd')
    }
    expect(dictionary.size).toBe(3_000)
    for (const [text, number] of numbers) expect([dictionary.numberOf(text), dictionary.textOf(number)]).toEqual([number, text])
    expect(dictionary.numberOf('nothing')).toBeUndefined()
  })

  test('a file that is cut off is not read', () => {
    const bytes = Buffer.concat([...encodeNumbers([['numbers', Uint32Array.from([1, 2, 3])]])])
    expect([...new NumbersFile(new Uint8Array(bytes)).integers('numbers')]).toEqual([1, 2, 3])
    for (let length = 0; length < bytes.length - 4; length += 1)
      expect(() => new NumbersFile(new Uint8Array(bytes.subarray(0, length))).integers('numbers'), String(length)).toThrow()
    expect(() => new NumbersFile(new Uint8Array(bytes)).integers('others')).toThrow(/others/)
  })
})

describe('orders', () => {
  const numbers = Array.from({ length: 10_001 }, (_, at) => (at * 7_919) % 10_007)
  const compare = (a: number, b: number) => a - b

  test('a paced sort sorts, and lets others have their turn', async () => {
    let turns = 0
    let isSorting = true
    const turn = () => {
      turns += 1
      if (isSorting) setImmediate(turn)
    }
    setImmediate(turn)
    const slow = (a: number, b: number) => {
      for (const end = performance.now() + 0.0005; performance.now() < end;);
      return a - b
    }
    expect(await pacedSort(numbers, slow)).toEqual(numbers.toSorted(compare))
    isSorting = false
    expect(turns).toBeGreaterThan(2)
    expect(await pacedSort([], compare)).toEqual([])
  })

  test('the first ones are those that a sort puts first', () => {
    const isEven = (number: number) => number % 2 === 0
    for (const count of [0, 1, 10, 300, 20_000])
      expect(firstOf(numbers, isEven, count, compare)).toEqual(numbers.filter(isEven).toSorted(compare).slice(0, count))
    expect(
      firstOf(
        numbers.toSorted((a, b) => b - a),
        () => true,
        3,
        compare,
      ),
    ).toEqual(numbers.toSorted(compare).slice(0, 3))
  })
})
