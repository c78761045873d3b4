import { describe, expect, test } from 'vitest'
import { facetValues, FEW, toggled } from '../../../../src/renderer/features/search/facet-values.ts'

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

test('a tick comes and goes', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
