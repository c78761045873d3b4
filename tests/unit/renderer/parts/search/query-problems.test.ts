import { expect, test } from 'vitest'
import type { CountryOption } from '../../../../../src/shared/contract/lists.ts'
import { problemsOf } from '../../../../../src/renderer/parts/search/query-problems.ts'

const kazakhstan: CountryOption = {
  code: 'KAZ',
  alpha2: 'kz',
  numeric: '398',
  names: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
  formalNames: { en: 'Republic of Kazakhstan', ru: 'Республика Казахстан', kk: 'Қазақстан Республикасы' },
  otherNames: [],
  recordId: null,
}
const part = (text: string, [from, to]: readonly [number, number]) => text.slice(from, to)

test.each([
  'chair',
  'country:KAZ',
  'country:Kaz',
  'country:Qazaqstan',
  'country:Казахстан chair',
  '-kind:note "Steering Committee"',
  'Kazakhstan OR (chair after:2023)',
])('nothing is wrong with %s', (text) => {
  expect(problemsOf(text, [kazakhstan])).toEqual([])
})

test('a country that there is not is said where it stands, also inside of a group', () => {
  const text = 'chair -(country:Atlantis OR country:KAZ)'
  const [problem, ...others] = problemsOf(text, [kazakhstan])
  expect(problem).toMatchObject({ code: 'unknownValue', about: 'Atlantis' })
  expect(part(text, problem!.span)).toContain('Atlantis')
  expect(others).toEqual([])
})

test('no country is doubted before the countries are known', () => {
  expect(problemsOf('country:Atlantis', [])).toEqual([])
})

test('an operator that there is not is said where it stands', () => {
  const text = 'steering foo:bar'
  const [problem] = problemsOf(text, [])
  expect(problem).toMatchObject({ code: 'unknownOperator', about: 'foo' })
  expect(part(text, problem!.span)).toBe('foo:')
})
