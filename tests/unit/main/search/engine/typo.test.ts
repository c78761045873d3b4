import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SortedStrings } from '../../../../../src/main/search/engine/sorted-strings.ts'
import { allowance, mistakes, nearTerms } from '../../../../../src/main/search/engine/typo.ts'

/** The definition, letter by letter: what is left of both words after a mistake or an equal letter. */
function defined(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const steps = [defined(a.slice(1), b) + 1, defined(a, b.slice(1)) + 1, defined(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(defined(a.slice(2), b.slice(2)) + 1)
  return Math.min(...steps)
}

const word = (maxLength: number) => fc.array(fc.constantFrom('a', 'b', 'c', 'я'), { maxLength }).map((letters) => letters.join(''))

describe('mistakes in a word', () => {
  it('are wrong, missing, needless and swapped letters', () => {
    fc.assert(
      fc.property(word(5), word(5), fc.nat(3), (a, b, most) => {
        expect(Math.min(mistakes(a, b, most), most + 1)).toBe(Math.min(defined(a, b), most + 1))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['baimenov', 'biamenov', 1],
    ['baimenov', 'baimenof', 1],
    ['baimenov', 'bamenov', 1],
    ['baimenov', 'baimennov', 1],
    ['baimenov', 'abimeonv', 2],
    // no letter is mended twice
    ['ca', 'abc', 3],
  ])('of %s and %s', (a, b, count) => {
    expect(mistakes(a, b, 5)).toBe(count)
    expect(mistakes(b, a, 5)).toBe(count)
  })

  it('are allowed once from four letters, twice from eight', () => {
    expect([3, 4, 7, 8, 30].map(allowance)).toEqual([0, 1, 1, 2, 2])
  })

  it('are looked for in a list without missing a term', () => {
    fc.assert(
      fc.property(fc.array(word(9), { maxLength: 20 }), word(9), fc.integer({ min: 1, max: 2 }), (terms, typed, most) => {
        const expected = terms.flatMap((term, number) => {
          const distance = mistakes(typed, term, most)
          return distance > 0 && distance <= most ? [[number, distance]] : []
        })
        expect([...nearTerms(SortedStrings.of(terms), typed, most)]).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })
})
