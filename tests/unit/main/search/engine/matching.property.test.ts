import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileQuery } from '../../../../../src/main/search/compile-query.ts'
import type { IndexDocument } from '../../../../../src/main/search/engine/document.ts'
import { countOf, evaluate, rowsOf } from '../../../../../src/main/search/engine/evaluate.ts'
import type { SegmentView } from '../../../../../src/main/search/engine/segment.ts'
import { matchesAll } from '../../../../../src/shared/search/match-query.ts'
import { parseQuery } from '../../../../../src/shared/search/parse-query.ts'
import { searchFields, type QueryNode } from '../../../../../src/shared/search/query.ts'
import { indexDocument } from '../../../../support/index-document.ts'
import { naiveSegment } from '../../../../support/naive-segment.ts'

/** Spellings of a few names, forms of a few words, beginnings of each other, marks, look-alikes. */
const WORDS = (
  'Байменов Baimenov Bäymenov Bajmenov Байменова Li Ли Lee Schumi Šumi Djacta Djaсta Жұмағали Zhumagali Jumagali ' +
  'Šiškin Siskin Шишкин meeting meetings meet study studies the of a Kim Kimchi Ольга Ol’ga O’Brien встреча встречи Łódź Lodz 2023 20'
).split(' ')
const word = fc.constantFrom(...WORDS)
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
const documents: fc.Arbitrary<IndexDocument[]> = fc
  .array(
    fc.record({
      title: text,
      names: fc.array(text, { maxLength: 2 }),
      properties: text,
      body: text,
      owners: text,
      kind: fc.constantFrom('note', 'study'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((parts, row) => indexDocument({ ...parts, row } as Parameters<typeof indexDocument>[0])))

const typed = fc.tuple(word, fc.nat(8)).map(([text, less]) => text.slice(0, Math.max(1, text.length - less)))
const span = [0, 0] as const
const fields = fc.oneof(fc.constant(searchFields.filter((field) => field !== 'owners')), fc.subarray([...searchFields], { minLength: 1 }))
const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constant('word'), text: typed, fields, span: fc.constant(span) }),
    fc.record({ type: fc.constant('phrase'), words: fc.array(word, { minLength: 1, maxLength: 3 }), fields, span: fc.constant(span) }),
    fc.record({ type: fc.constant('kind'), kind: fc.constantFrom('note', 'study'), span: fc.constant(span) }),
    fc.record({ type: fc.constantFrom('and', 'or'), nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('not'), node: tie('node'), span: fc.constant(span) }),
  ) as fc.Arbitrary<QueryNode>,
}))

const surroundings = { today: '2023-06-01', countryCodes: () => [] }
const request = { order: 'relevance', from: 0, count: 100, perKind: null, facets: ['kind:'], forgiving: true } as const

/** The documents in up to three parts; some stand in an older part too, in an older form. */
const view = (all: readonly IndexDocument[], parts: readonly number[], ready: boolean): SegmentView => {
  const segments = [0, 1, 2].map((part) => {
    const own = all.filter((_, at) => (parts[at] ?? 0) === part)
    const old = all
      .filter((_, at) => (parts[at] ?? 0) > part)
      .map((document) => ({ ...document, fields: (all[0] as IndexDocument).fields }))
    return naiveSegment(
      [...own, ...old].toSorted((a, b) => a.row - b.row),
      { ready, dead: new Set(old.map(({ row }) => row)) },
    )
  })
  return { segments }
}

describe('the engine', () => {
  it('finds what a reading of every text finds, however the index is cut into parts', () => {
    fc.assert(
      fc.property(documents, node, fc.array(fc.nat(2), { maxLength: 8 }), fc.boolean(), (all, query, parts, ready) => {
        const plan = compileQuery(query, surroundings)
        const whole = view(all, parts, ready)
        const expected = all
          .filter(({ fields, kind }) => matchesAll(query, fields, (operator) => operator.type === 'kind' && operator.kind === kind))
          .map(({ row }) => row)
        const rows = [...rowsOf(whole, plan)].toSorted((a, b) => a - b)
        expect(rows).toEqual(expected)
        expect(countOf(whole, plan)).toBe(expected.length)
        const found = evaluate(whole, { ...request, plan, forgiving: false })
        expect(found.rows.toSorted((a, b) => a - b)).toEqual(expected)
        expect(found.total).toBe(expected.length)
        for (const { value, count } of found.facets['kind:'] ?? []) {
          expect(count).toBe(expected.filter((row) => all[row]?.kind === value).length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('answers in the same order, however the index is cut into parts', () => {
    fc.assert(
      fc.property(documents, node, fc.array(fc.nat(2), { maxLength: 8 }), fc.boolean(), (all, query, parts, perKind) => {
        const plan = compileQuery(query, surroundings)
        const asked = { ...request, plan, perKind: perKind ? 2 : null }
        expect(evaluate(view(all, parts, false), asked)).toEqual(evaluate(view(all, [], false), asked))
      }),
      { numRuns: 40 },
    )
  })

  it('takes any text as a query', () => {
    const all = WORDS.map((title, row) => indexDocument({ row, title, body: WORDS.join(' ') }))
    const whole = view(all, [0, 1, 2, 0, 1], false)
    const anyText = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.oneof(word, fc.constantFrom('(', ')', 'OR', '-', '"', 'in:', 'kind:', '|', '*', '\u202e', '.*', '\ud800')), {
          maxLength: 30,
        })
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(anyText, (typed) => {
        const { root } = parseQuery(typed)
        const plan = root ? compileQuery(root, surroundings) : ({ op: 'all' } as const)
        expect(evaluate(whole, { ...request, plan }).total).toBeLessThanOrEqual(all.length)
      }),
      { numRuns: 40 },
    )
  })
})
