import { beforeAll, expect, test } from 'vitest'
import { i18n, startI18n } from '../../../../../src/renderer/i18n/index.ts'
import { asksSomething, problemSentence, problemsOf } from '../../../../../src/renderer/parts/search/query-problems.ts'
import type { CountryOption } from '../../../../../src/shared/contract/lists.ts'

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

test.each(['kind:foo', 'after:yesterday', '-', '(.*)+[', 'country:Atlantis', '-(country:Atlantis) kind:foo', ''])(
  'of %s nothing is left to look for',
  (text) => {
    expect(asksSomething(text, [kazakhstan])).toBe(false)
  },
)

test.each(['chair', 'kind:foo chair', 'country:KAZ', 'country:Atlantis OR kind:note', 'due:', 'has:body'])(
  '%s asks for something',
  (text) => {
    expect(asksSomething(text, [kazakhstan])).toBe(true)
  },
)

beforeAll(startI18n)
const said = (text: string) => problemSentence(i18n.t, text, problemsOf(text, [kazakhstan]))

test('the sentence names the operators and values that there are', () => {
  expect(said('chair')).toBeUndefined()
  expect(said('kind:foo')).toBe(
    '“foo” is not known here; it is left out. Behind kind: stands contact, country, note, meeting, study, person, organisation, body.',
  )
  expect(said('chair is:foo')).toMatch(/Behind is: stands overdue, open, done, .* and others\.$/)
  expect(said('Вид:foo')).toContain('Behind Вид: stands contact')
  expect(said('country:Atlantis')).toBe('“Atlantis” is not known here; it is left out.')
  expect(said('contry:KAZ')).toContain('Operators are kind:, country:, tag:')
  expect(said('due:')).toBe(
    '“due:” is no operator; its words are searched. For dates and deadlines write date:, before:, after: or is:overdue.',
  )
  expect(said('(.*)+[')).toBe('There is no word in this to look for.')
})

test('a pasted page of countries that there are not is judged without going through the names for each', () => {
  let read = 0
  const counted = new Proxy(kazakhstan, {
    get(option, key) {
      if (key === 'otherNames') read += 1
      return Reflect.get(option, key) as unknown
    },
  })
  const text = Array.from({ length: 700 }, (_, number) => `country:Atlantis${number}`).join(' ')
  const options = [counted]
  expect(problemsOf(text, options).filter(({ code }) => code === 'unknownValue')).toHaveLength(64)
  expect(asksSomething(text, options)).toBe(false)
  expect(problemsOf(`${text} `, options)).not.toEqual([])
  expect(read).toBe(1)
})
