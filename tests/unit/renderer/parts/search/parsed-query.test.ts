import { expect, test } from 'vitest'
import { parsedQuery } from '../../../../../src/renderer/parts/search/parsed-query.ts'
import { parseQuery } from '../../../../../src/shared/search/parse-query.ts'

test('a text is parsed once for all who ask, and anew when it is another', () => {
  const first = parsedQuery('kind:foo chair')
  expect(first).toEqual(parseQuery('kind:foo chair'))
  expect(parsedQuery('kind:foo chair')).toBe(first)
  expect(parsedQuery('chair')).toEqual(parseQuery('chair'))
})
