import { describe, expect, test } from 'vitest'
import { byCountThenName, facetValues, FEW, toggled } from '../../../../src/renderer/features/search/facet-values.ts'

const many = Array.from({ length: FEW + 4 }, (_, index) => ({ value: `v${index}`, count: 40 - index }))
const names = (values: readonly { readonly value: string }[]) => values.map(({ value }) => value)

describe('values of a facet', () => {
  test('are the first few until more is asked for', () => {
    expect(facetValues(many, [], false)).toEqual(many.slice(0, FEW))
    expect(facetValues(many, [], true)).toEqual(many)
  })

  test('that are ticked stay in sight, in their place', () => {
    expect(names(facetValues(many, [`v${FEW + 2}`], false))).toEqual([...names(many.slice(0, FEW)), `v${FEW + 2}`])
  })

  test('that are ticked and leave nothing are there to be unticked', () => {
    expect(facetValues(many.slice(0, 1), ['gone'], false)).toEqual([many[0], { value: 'gone', count: 0 }])
  })
})

test('values that leave as many stand by name, not by what is hidden behind it', () => {
  const values = [
    { value: 'ARE', count: 2 },
    { value: 'AZE', count: 2 },
    { value: 'KAZ', count: 5 },
  ]
  const called: Readonly<Record<string, string>> = { ARE: 'United Arab Emirates', AZE: 'Azerbaijan', KAZ: 'Kazakhstan' }
  expect(names(byCountThenName(values, (value) => called[value] ?? value))).toEqual(['KAZ', 'AZE', 'ARE'])
})

test('a tick comes and goes', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
