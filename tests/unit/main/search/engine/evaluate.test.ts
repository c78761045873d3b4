import { describe, expect, it } from 'vitest'
import { calledKeyword } from '../../../../../src/main/search/engine/called.ts'
import { countOf, evaluate, rowsOf } from '../../../../../src/main/search/engine/evaluate.ts'
import type { Plan } from '../../../../../src/main/search/engine/plan.ts'
import type { Segment, SegmentView } from '../../../../../src/main/search/engine/segment.ts'
import type { MatchRequest } from '../../../../../src/main/search/search-engine.ts'
import { searchFields, type SearchField } from '../../../../../src/shared/search/query.ts'
import { indexDocument, type DocumentParts } from '../../../../support/index-document.ts'
import { naiveSegment } from '../../../../support/naive-segment.ts'

const everywhere = searchFields.filter((field) => field !== 'owners')
const word = (text: string, fields: readonly SearchField[] = everywhere): Plan => ({ op: 'word', word: text, fields })
const phrase = (...words: readonly string[]): Plan => ({ op: 'phrase', words, fields: everywhere })
const all = (...of: readonly (Plan | string)[]): Plan => ({ op: 'and', of: of.map((one) => (typeof one === 'string' ? word(one) : one)) })
const any = (...of: readonly Plan[]): Plan => ({ op: 'or', of })
const not = (of: Plan): Plan => ({ op: 'not', of })
const keyword = (text: string, below = false): Plan => ({ op: 'keyword', keyword: text, below })

const viewOf = (...segments: readonly Segment[]): SegmentView => ({ segments })
const indexOf = (...parts: readonly DocumentParts[]): SegmentView => viewOf(naiveSegment(parts.map(indexDocument)))
const request = (plan: Plan, options: Partial<MatchRequest> = {}): MatchRequest => ({
  plan,
  order: 'relevance',
  from: 0,
  count: 50,
  perKind: null,
  facets: [],
  forgiving: false,
  ...options,
})
const found = (view: SegmentView, plan: Plan, options?: Partial<MatchRequest>) => evaluate(view, request(plan, options)).rows

describe('what is found', () => {
  const people = indexOf(
    { row: 0, kind: 'contact', title: 'Alikhan Baimenov', posts: 'Chairman of the Steering Committee', owners: 'Rex Facer' },
    { row: 1, kind: 'contact', title: 'Байменова Айгүл', body: 'She speaks of the negotiation.' },
    { row: 2, title: 'Steering wheels', body: 'The committee chairman of the year in a negotiation.' },
    { row: 3, title: 'Li Wei', names: ['Wei', 'Li'] },
  )

  it('are words in any order, each as the beginning of one', () => {
    expect(found(people, all('baim', 'ali'))).toEqual([0])
    expect(found(people, all('baim', 'li'))).toEqual([])
  })

  it('are names in every spelling, exactly that of the query first', () => {
    expect(found(people, word('Байменов'))).toEqual([1, 0].toReversed())
    expect(found(people, word('Ли'))).toEqual([3])
  })

  it('are other forms of a word in a text, not in a name', () => {
    expect(found(people, word('negotiations')).toSorted()).toEqual([1, 2])
    expect(found(people, word('steerings'))).toEqual([])
  })

  it('are phrases, whole words that follow each other within one text', () => {
    expect(found(people, phrase('chairman', 'of', 'the', 'steering', 'committee'))).toEqual([0])
    expect(found(people, phrase('committee', 'chairman'))).toEqual([2])
    expect(found(people, phrase('chairm', 'of'))).toEqual([])
    expect(found(people, phrase('wei', 'wei'))).toEqual([])
    expect(found(people, phrase('Алихан', 'Байменов'))).toEqual([0])
  })

  it('are phrases only in the fields that are asked', () => {
    const view = indexOf({ row: 0, title: 'Steering Committee', body: 'A committee is steering.' })
    const asked: Plan = { op: 'phrase', words: ['steering', 'committee'], fields: ['body'] }
    expect(found(view, asked)).toEqual([])
    expect(found(view, { ...asked, fields: ['title'] })).toEqual([0])
  })

  it('leaves out what is excluded, also when nothing else is asked', () => {
    expect(found(people, all('chairman', not(word('wheels'))))).toEqual([0])
    expect(found(people, not(word('chairman'))).toSorted()).toEqual([1, 3])
    expect(found(people, all(not(word('chairman')), not(word('wei'))))).toEqual([1])
  })

  it('is looked for only in the fields that are asked, and who answers for a record only when it is asked', () => {
    expect(found(people, word('chairman', ['body']))).toEqual([2])
    expect(found(people, word('facer'))).toEqual([])
    expect(found(people, word('facer', ['owners']))).toEqual([0])
    const ready = viewOf(naiveSegment([indexDocument({ row: 0, owners: 'Rex Facer' })], { ready: true }))
    expect(found(ready, word('fac', ['owners']))).toEqual([0])
    expect(found(ready, word('fac'))).toEqual([])
  })

  it('are any of some alternatives', () => {
    expect(found(people, any(word('wheels'), all('li', 'wei'))).toSorted()).toEqual([2, 3])
    expect(found(people, any())).toEqual([])
  })

  it('is everything when nothing is asked, and when what is asked has no letters', () => {
    expect(found(people, { op: 'all' })).toHaveLength(4)
    expect(found(people, word('…'))).toHaveLength(4)
  })
})

describe('operators', () => {
  const records = indexOf(
    { row: 0, kind: 'meeting', keywords: ['tag:mission/2023', 'tag:zeal'], date: [20230501, 20230503] },
    { row: 1, kind: 'meeting', keywords: ['tag:missionary', 'tag:zeal'], date: [20230101, 20231231] },
    { row: 2, kind: 'study', keywords: ['tag:mission'] },
  )

  it('find keywords, and those below one when that is asked', () => {
    expect(found(records, keyword('tag:mission', true)).toSorted()).toEqual([0, 2])
    expect(found(records, keyword('tag:mission'))).toEqual([2])
  })

  it('find days that overlap', () => {
    const days = (from: number, to: number): Plan => ({ op: 'days', column: 'date', from, to })
    expect(found(records, days(20230503, 20230601)).toSorted()).toEqual([0, 1])
    expect(found(records, days(20230504, 20230601))).toEqual([1])
    expect(found(records, days(0, 99991231)).toSorted()).toEqual([0, 1])
  })

  it('count values among all that is found, the most frequent first', () => {
    const { facets } = evaluate(records, request({ op: 'all' }, { facets: ['kind:', 'tag:'], count: 1 }))
    expect(facets['kind:']).toEqual([
      { value: 'meeting', count: 2 },
      { value: 'study', count: 1 },
    ])
    expect(facets['tag:']?.map(({ value }) => value)).toEqual(['zeal', 'mission', 'mission/2023', 'missionary'])
  })
})

describe('order', () => {
  it('puts what is called so first, then names, then texts', () => {
    const view = indexOf(
      { row: 0, title: 'Notes', body: 'kazakhstan '.repeat(50), updatedAt: 9 },
      { row: 1, title: 'Kazakhstan Kazakhstan and Kazakhstan', updatedAt: 8 },
      { row: 2, title: 'Republic', names: ['Kazakhstan'], keywords: [calledKeyword('Kazakhstan')] },
    )
    expect(found(view, word('kazakhstan'))).toEqual([2, 1, 0])
    expect(found(view, all('kazakhstan', any(keyword('kind:note'), keyword('kind:study'))))).toEqual([2, 1, 0])
  })

  it('asks that all words stand in the names, not only some', () => {
    const view = indexOf({ row: 0, title: 'Kim Kim Kim', body: 'seoul '.repeat(40) }, { row: 1, title: 'A talk', names: ['Kim', 'Seoul'] })
    expect(found(view, all('kim', 'seoul'))).toEqual([1, 0])
  })

  it('puts words in names before the same words in texts, however often they stand there', () => {
    const view = indexOf(
      { row: 0, posts: 'reform', organisations: 'reform', properties: 'reform', body: 'reform '.repeat(60) },
      { row: 1, title: 'A talk', names: [`Reform ${'and so on '.repeat(40)}`] },
    )
    expect(found(view, word('reform'))).toEqual([1, 0])
  })

  it('puts words in the title before words in other names', () => {
    const view = indexOf(
      { row: 0, title: 'Committee', names: ['Astana Civil Astana Civil'], body: 'astana civil '.repeat(20) },
      { row: 1, title: 'Astana Civil Service Hub of the region and of the whole world' },
    )
    expect(found(view, all('astana', 'civil'))).toEqual([1, 0])
  })

  it('weighs a phrase by the field in which it stands as one', () => {
    const view = indexOf(
      { row: 0, title: 'The Steering Committee', organisations: 'Chairman of it', body: 'chairman of the steering committee' },
      { row: 1, kind: 'contact', title: 'Alikhan', posts: 'Chairman of the Steering Committee' },
    )
    expect(found(view, phrase('chairman', 'of', 'the', 'steering', 'committee'))).toEqual([1, 0])
  })

  it('puts whole words before beginnings', () => {
    const view = indexOf({ row: 0, body: 'partnership at work', updatedAt: 2 }, { row: 1, body: 'partner at work', updatedAt: 1 })
    expect(found(view, word('partner'))).toEqual([1, 0])
  })

  it('puts the spelling of the query before others', () => {
    const view = indexOf({ row: 0, title: 'Baimenov', updatedAt: 2 }, { row: 1, title: 'Bajmenov', updatedAt: 1 })
    expect(found(view, word('Bajmenov'))).toEqual([1, 0])
    expect(found(view, word('Baimenov'))).toEqual([0, 1])
  })

  it('puts near words before far ones', () => {
    const far = `reform ${'and so on '.repeat(15)} salaries`
    const near = `reform of salaries ${'and so on '.repeat(15)}`
    const view = indexOf({ row: 0, body: far, updatedAt: 2 }, { row: 1, body: near, updatedAt: 1 })
    expect(found(view, all('reform', 'salaries'))).toEqual([1, 0])
    expect(found(view, all('salaries', 'reform'))).toEqual([1, 0])
    const nearer = indexOf(
      { row: 0, body: 'reform of all that salaries are', updatedAt: 2 },
      { row: 1, body: 'reform of all salaries that are', updatedAt: 1 },
    )
    expect(found(nearer, all('reform', 'salaries'))).toEqual([1, 0])
  })

  it('puts words in the order of the query before the same words turned round', () => {
    const view = indexOf({ row: 0, body: 'suk pan kim', updatedAt: 2 }, { row: 1, body: 'kim pan suk', updatedAt: 1 })
    expect(found(view, all('kim', 'pan', 'suk'))).toEqual([1, 0])
  })

  it('puts the later change first at a tie', () => {
    const view = indexOf({ row: 0, body: 'the same', updatedAt: 1 }, { row: 1, body: 'the same', updatedAt: 2 })
    expect(found(view, word('same'))).toEqual([1, 0])
  })

  it('goes by date when that is asked, records without one last', () => {
    const view = indexOf(
      { row: 0, body: 'x', date: [20200101, 20200101], updatedAt: 1 },
      { row: 1, body: 'x', updatedAt: 4 },
      { row: 2, body: 'x', date: [20230101, 20230101], updatedAt: 2 },
      { row: 3, body: 'x', date: [20230101, 20230101], updatedAt: 3 },
    )
    expect(found(view, word('x'), { order: 'newest' })).toEqual([3, 2, 0, 1])
    expect(found(view, word('x'), { order: 'oldest' })).toEqual([0, 3, 2, 1])
    expect(found(view, word('x'), { order: 'updated' })).toEqual([1, 3, 2, 0])
  })

  it('fits together page by page', () => {
    const view = indexOf(
      ...Array.from({ length: 300 }, (_, row) => ({ row, body: `far ${'and '.repeat(row % 40)} near`, updatedAt: row % 7 })),
    )
    const plan = all('far', 'near')
    const whole = found(view, plan, { count: 300 })
    expect(new Set(whole).size).toBe(300)
    for (const from of [0, 40, 180, 199, 200, 280]) expect(found(view, plan, { from, count: 20 })).toEqual(whole.slice(from, from + 20))
  })

  it('gives the best of each kind, the kind with the best first', () => {
    const view = indexOf(
      { row: 0, kind: 'meeting', body: 'reform' },
      { row: 1, kind: 'meeting', title: 'Reform', body: 'reform' },
      { row: 2, kind: 'meeting', title: 'Reform' },
      { row: 3, kind: 'contact', body: 'reform' },
    )
    const { rows, byKind } = evaluate(view, request(word('reform'), { perKind: 2 }))
    expect(rows).toEqual([1, 2, 3])
    expect(byKind).toEqual([
      { kind: 'meeting', total: 3 },
      { kind: 'contact', total: 1 },
    ])
  })
})

describe('parts of the index', () => {
  const one = indexDocument({ row: 0, title: 'Reform', body: 'first' })
  const two = indexDocument({ row: 1, title: 'Reform', body: 'second reform', updatedAt: 1 })
  const twoAnew = indexDocument({ row: 1, title: 'Other', updatedAt: 2 })
  const view = viewOf(naiveSegment([one, two], { dead: new Set([1]) }), naiveSegment([twoAnew]))

  it('answer as one, the newer part in place of the older', () => {
    expect(found(view, word('reform'))).toEqual([0])
    expect(evaluate(view, request(word('reform'), { facets: ['kind:'] }))).toMatchObject({
      total: 1,
      facets: { 'kind:': [{ value: 'note', count: 1 }] },
    })
    expect(found(view, word('other'))).toEqual([1])
  })

  it('answer lists and counts with live records only', () => {
    expect([...rowsOf(view, word('reform'))]).toEqual([0])
    expect(countOf(view, { op: 'all' })).toBe(2)
    expect(countOf(view, not(word('reform')))).toBe(1)
  })
})

describe('typing mistakes', () => {
  const view = indexOf(
    { row: 0, kind: 'contact', title: 'Alikhan Baimenov' },
    { row: 1, title: 'Schumi' },
    { row: 2, title: 'Reform', body: 'alikante' },
    { row: 3, title: 'Reforms', body: 'kosovo' },
  )
  const forgiving = (plan: Plan) => evaluate(view, request(plan, { forgiving: true }))

  it('are forgiven only when that is asked and nothing is found otherwise', () => {
    expect(found(view, word('Šumi'))).toEqual([])
    expect(forgiving(word('Šumi'))).toMatchObject({ rows: [1], meant: { sumi: ['schumi'] } })
    expect(forgiving(word('reform'))).toMatchObject({ rows: [2, 3], meant: null })
  })

  it('are forgiven twice in long words, once in short ones, and never in words under four letters', () => {
    expect(forgiving(word('biamenof')).rows).toEqual([0])
    expect(forgiving(word('raferm')).rows).toEqual([])
    expect(forgiving(word('rxf')).rows).toEqual([])
  })

  it('are forgiven in words that stand nowhere first, and taken for what differs least', () => {
    const near = indexOf({ row: 0, title: 'Alikhan Baimenov' }, { row: 1, title: 'Alikhen Baimenko' })
    expect(evaluate(near, request(all('alikhan', 'baimenof'), { forgiving: true })).meant).toEqual({ baimenof: ['baimenov'] })
  })

  it('are forgiven in words that stand somewhere, but not with the others', () => {
    expect(forgiving(all('alikan', 'baimenov'))).toMatchObject({ rows: [0], meant: { alikan: ['alikhan'] } })
  })

  it('are not forgiven in numbers and codes', () => {
    const codes = indexOf({ row: 0, title: 'SC20231', body: '123456' })
    expect(evaluate(codes, request(word('sc20232'), { forgiving: true })).rows).toEqual([])
    expect(evaluate(codes, request(word('123465'), { forgiving: true })).rows).toEqual([])
  })

  it('are never mended into a word that only stands where it is gone', () => {
    const gone = naiveSegment([indexDocument({ row: 0, title: 'Reform' })], { dead: new Set([0]) })
    const there = naiveSegment([indexDocument({ row: 1, title: 'Rexorn' }), indexDocument({ row: 2, title: 'Reforq' })])
    expect(evaluate(viewOf(gone, there), request(word('reforn'), { forgiving: true })).meant).toEqual({ reforn: ['reforq', 'rexorn'] })
  })

  it('are forgiven in phrases, and not in what is excluded', () => {
    expect(forgiving(phrase('alikhan', 'baimenow')).rows).toEqual([0])
    expect(forgiving(all('xyzzy', not(word('refrom')))).meant).toBeNull()
  })
})

it('asks for exactly what is typed when the engine is compared with others', () => {
  const view = indexOf({ row: 0, body: 'negotiated' }, { row: 1, body: 'negotiations' }, { row: 2, body: 'неготиатион' })
  expect(evaluate(view, request(word('negotiation')), { exact: true }).rows).toEqual([1])
})
