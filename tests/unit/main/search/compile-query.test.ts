import { describe, expect, it } from 'vitest'
import { compileQuery, withoutUnknown } from '../../../../src/main/search/compile-query.ts'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'

const countryCodes = (name: string) => (name === 'Korea' ? ['KOR', 'PRK'] : [])
const rootOf = (text: string) => {
  const { root } = parseQuery(text)
  if (!root) throw new Error(`“${text}” asks for nothing.`)
  return root
}
const planOf = (text: string, today = '2024-03-01') => compileQuery(rootOf(text), { today, countryCodes })
const keyword = (name: string, below = false) => ({ op: 'keyword', keyword: name, below })

describe('what the index is asked', () => {
  it.each([
    ['kind:minutes', keyword('kind:meeting')],
    ['kind:people', keyword('type:person')],
    ['is:body', keyword('type:body')],
    ['is:"strictly confidential"', keyword('class:strictly-confidential')],
    ['is:peer-review', keyword('is:peer-review')],
    ['tag:Mission', keyword('tag:mission', true)],
    ['has:files', keyword('has:attachment')],
    ['country:Korea', { op: 'or', of: [keyword('country:KOR'), keyword('country:PRK')] }],
    ['country:Atlantis', { op: 'or', of: [] }],
    ['-kind:study', { op: 'not', of: keyword('kind:study') }],
    ['date:2019-02', { op: 'days', column: 'date', from: 20190201, to: 20190228 }],
    // the day before, in a leap year too
    ['is:overdue', { op: 'days', column: 'due', from: 1, to: 20240229 }],
    ['in:title Šumi', { op: 'word', word: 'Šumi', fields: ['title'] }],
    ['in:names "Pan Suk"', { op: 'phrase', words: ['Pan', 'Suk'], fields: ['names'] }],
  ])('by %s', (text, plan) => expect(planOf(text)).toEqual(plan))

  it('is whose entry nobody has confirmed for a year, bodies left out', () => {
    expect(planOf('is:unconfirmed')).toEqual({
      op: 'and',
      of: [
        keyword('kind:contact'),
        { op: 'not', of: keyword('type:body') },
        { op: 'not', of: { op: 'days', column: 'confirmed', from: 20230302, to: 99_991_231 } },
      ],
    })
  })

  it('is what waits: minutes on their way, and what is over, still planned, and says what was agreed', () => {
    const past = { op: 'days', column: 'date', from: 1, to: 20240229 }
    const ahead = { op: 'days', column: 'date', from: 20240301, to: 99_991_231 }
    const agreed = { op: 'or', of: [keyword('has:action'), keyword('has:decision')] }
    const held = { op: 'and', of: [keyword('is:planned'), past, { op: 'not', of: ahead }, agreed] }
    expect(planOf('is:waiting')).toEqual({
      op: 'and',
      of: [keyword('kind:meeting'), { op: 'or', of: [keyword('is:draft'), keyword('is:cleared'), keyword('is:circulated'), held] }],
    })
  })

  it.each([
    ['country:Atlantis', null],
    ['-country:Atlantis', null],
    ['country:Atlantis Kim', 'Kim'],
    ['country:Korea -(country:Atlantis OR Kim)', 'country:Korea -Kim'],
    ['country:Atlantis OR country:Korea', 'country:Korea'],
  ])('leaves out countries that nobody knows, and names them: %s', (text, rest) => {
    const { root, problems } = withoutUnknown(rootOf(text), countryCodes)
    const plan = root && compileQuery(root, { today: '2024-03-01', countryCodes })
    expect(plan).toEqual(rest === null ? null : planOf(rest))
    expect(problems).toMatchObject([{ code: 'unknownValue', about: 'Atlantis' }])
    const [from, to] = problems[0]?.span ?? [0, 0]
    expect(text.slice(from, to)).toBe('country:Atlantis')
  })
})
