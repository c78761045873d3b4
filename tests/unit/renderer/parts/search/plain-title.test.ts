import { expect, test } from 'vitest'
import { plainTitle } from '../../../../../src/renderer/parts/search/plain-title.ts'

test.each(['Aigerim', ' Larbi Djacta ', 'Комитет по этике', 'Talk in Astana (second)', '2023', '’t Hart', 'Ёлкин'])(
  '%s can be a name',
  (text) => {
    expect(plainTitle(text)).toBe(text.trim())
  },
)

test.each([
  '',
  '  ',
  'kind:contact',
  'Larbi country:DZA',
  'Larbi -Djacta',
  '"Larbi Djacta"',
  'Larbi OR Djacta',
  'foo:bar',
  'date:',
  '((',
  '*',
  '(.*)+[',
  ',fqvtyjd',
])('%s is no name', (text) => {
  expect(plainTitle(text)).toBeNull()
})
