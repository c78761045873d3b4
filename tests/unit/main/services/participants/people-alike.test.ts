import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PeopleAlike } from '../../../../../src/main/services/participants/people-alike.ts'
import { calledAlike, keyedName } from '../../../../../src/shared/meetings/called-alike.ts'
import type { RecordIndex } from '../../../../../src/main/services/record-index.ts'

/** People of these names, by row; what {@link PeopleAlike} asks of the index. */
const indexOf = (names: readonly string[]) =>
  ({
    rows: () => names.keys(),
    columns: { contactType: () => 'person' },
    headAt: (row: number) => ({ kind: 'contact', title: names[row], aliases: [], nativeName: '' }),
  }) as unknown as RecordIndex

const word = fc.constantFrom('Alikhan', 'Алихан', 'Baimenov', 'Байменов', 'Kim', 'Pan', 'Suk', 'R.', 'А.', 'Novak')
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

test('whoever is called alike is found, as if every name were compared with every other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 12 }), name, async (names, asked) => {
      const people = await PeopleAlike.of(indexOf(names))
      const expected = names.flatMap((other, row) => {
        const likeness = calledAlike(keyedName(asked), keyedName(other))
        return likeness ? [{ row, likeness }] : []
      })
      expect(people.alike(asked).toSorted((a, b) => a.row - b.row)).toEqual(expected)
    }),
  )
})

test('the likeliest stands first', async () => {
  const people = await PeopleAlike.of(indexOf(['Kim', 'Pan Suk Kim Lee', 'Kim Pan Suk', 'Suk Pan Lee']))
  expect(people.alike('Пан Сук Ким').map(({ row, likeness }) => `${row} ${likeness}`)).toEqual(['2 same', '1 likely', '0 near', '3 near'])
})

test('names are keyed once for a state of the workspace, and again after a commit', async () => {
  const names = ['Kim Pan Suk']
  let readings = 0
  let version = 1
  const whole = indexOf(names)
  const index = Object.create(whole, {
    version: { get: () => version },
    rows: {
      value: () => {
        readings += 1
        return whole.rows()
      },
    },
  }) as RecordIndex
  await Promise.all([PeopleAlike.of(index), PeopleAlike.of(index)])
  expect((await PeopleAlike.of(index)).alike('Novak Anna')).toEqual([])
  expect(readings).toBe(1)
  names.push('Anna Novak')
  version += 1
  expect((await PeopleAlike.of(index)).alike('Novak Anna')).toEqual([{ row: 1, likeness: 'same' }])
  expect(readings).toBe(2)
})
