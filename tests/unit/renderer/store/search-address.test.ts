import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFilters, readSearch, searchAddress, searchOf, sorts } from '../../../../src/renderer/store/search-address.ts'
import { readAddress } from '../../../../src/renderer/store/navigation.ts'
import { kinds } from '../../../../src/shared/model/vocabulary.ts'

describe('the address of a search', () => {
  test('leads back to the same search', () => {
    const code = fc.stringMatching(/^[A-Z]{3}$/)
    const search = fc.record({
      text: fc.string({ unit: 'grapheme', maxLength: 60 }),
      filters: fc.record({
        kinds: fc.subarray([...kinds]),
        countries: fc.array(code, { maxLength: 3 }),
        tags: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 3 }),
        years: fc.array(fc.stringMatching(/^\d{4}$/), { maxLength: 3 }),
      }),
      sort: fc.constantFrom(...sorts),
    })
    fc.assert(
      fc.property(search, (asked) => {
        const address = searchAddress(asked)
        expect(address).not.toBeNull()
        expect(readAddress(address ?? '')).toEqual({ page: 'search' })
        expect(readSearch(address ?? '')).toEqual(asked)
      }),
    )
  })

  test('of nothing is that of the page', () => {
    expect(searchAddress(searchOf(''))).toBe('/search')
    expect(readSearch('/search')).toEqual(searchOf(''))
  })

  test('is readable', () => {
    expect(searchAddress({ text: 'chair', filters: { ...noFilters, kinds: ['contact'], years: ['2023'] }, sort: 'newest' })).toBe(
      '/search?text=chair&kind=contact&year=2023&sort=newest',
    )
  })

  test('takes nothing that does not fit', () => {
    expect(readSearch('/search?text=a&kind=dragon&country=kaz&year=23&tag=&sort=backwards&x=1')).toEqual(searchOf('a'))
  })

  test('is given up where it would be too long to be asked for again', () => {
    expect(searchAddress(searchOf('ы'.repeat(5_000)))).toBeNull()
  })
})
