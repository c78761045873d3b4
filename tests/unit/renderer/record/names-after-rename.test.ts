import { expect, test } from 'vitest'
import { listedOtherwise, namesAfterRename } from '../../../../src/renderer/features/record/contact/names-after-rename.ts'

const schumi = { title: 'Robert Schumi', given: 'Robert', family: 'Schumi' }

test('given and family name follow a title that they made up', () => {
  expect(namesAfterRename(schumi, 'Robert Šumi')).toEqual({ given: 'Robert', family: 'Šumi' })
  expect(namesAfterRename(schumi, 'Robert Schumi Novak')).toEqual({ given: 'Robert', family: 'Schumi Novak' })
  expect(namesAfterRename(schumi, 'Robert Karl Schumi')).toEqual({ given: 'Robert Karl', family: 'Schumi' })
  expect(namesAfterRename({ title: 'Kim Pan Suk', given: 'Pan Suk', family: 'Kim' }, 'Kim Pan Seok')).toEqual({
    given: 'Pan Seok',
    family: 'Kim',
  })
})

test('what cannot be parted in the same way is left to the person', () => {
  expect(namesAfterRename(schumi, 'R. A. Müller Straße')).toBeUndefined()
  expect(namesAfterRename({ ...schumi, title: 'Dr Schumi' }, 'Dr Šumi')).toBeUndefined()
  expect(namesAfterRename(schumi, 'Schumi')).toBeUndefined()
})

test('a list name that the title does not bear is noticed', () => {
  expect(listedOtherwise(schumi, 'R. A. Müller')).toBe(true)
  expect(listedOtherwise(schumi, 'Dr Robert SCHUMI')).toBe(false)
  expect(listedOtherwise({ given: '', family: '' }, 'Robert')).toBe(false)
})
