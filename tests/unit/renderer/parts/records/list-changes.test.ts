import { expect, test } from 'vitest'
import { listChanges } from '../../../../../src/renderer/parts/records/list-changes.ts'

test('entries that stay are only counted, wherever they stand', () => {
  expect(listChanges(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual({
    changes: [
      { before: null, after: 'd' },
      { before: 'b', after: null },
    ],
    unchanged: 2,
  })
})

test('an entry that says something else of the same person is one that changed', () => {
  const [was, is] = [
    { person: 'Aigerim', status: 'delegate' },
    { person: 'Aigerim', status: 'observer' },
  ]
  const other = { person: 'Daniyar', status: 'guest' }
  expect(listChanges([other, was], [is, other])).toEqual({ changes: [{ before: was, after: is }], unchanged: 1 })
})

test('two equal entries are two', () => {
  expect(listChanges(['a', 'a'], ['a'])).toEqual({ changes: [{ before: 'a', after: null }], unchanged: 1 })
})
