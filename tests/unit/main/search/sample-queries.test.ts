import { describe, expect, it } from 'vitest'
import { sampleRecords } from '../../../../src/main/sample/records.ts'
import { compileQuery, type QuerySurroundings } from '../../../../src/main/search/compile-query.ts'
import { documentOf } from '../../../../src/main/search/document-of.ts'
import type { IndexDocument } from '../../../../src/main/search/engine/document.ts'
import { IndexStore } from '../../../../src/main/search/engine/index-store.ts'
import { countryCodes } from '../../../../src/shared/search/country-codes.ts'
import { countryOptions } from '../../../../src/main/services/countries/country-options.ts'
import type { RecordOf } from '../../../../src/shared/model/record.ts'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'
import { retypedQueries } from '../../../../src/shared/search/respell-query.ts'
import { naiveSearch } from '../../../support/naive-search.ts'
import { newRecord } from '../../../support/new-record.ts'
import { sampleQueries, type SampleQuery } from './sample-queries.ts'

const records = sampleRecords().map((input, row) => newRecord(row, input))
const documents = records.map((record, row) => documentOf(record, row))
const surroundings: QuerySurroundings = {
  today: '2023-07-01',
  countryCodes: countryCodes(countryOptions(records.filter((record): record is RecordOf<'country'> => record.kind === 'country'))),
}
const titleOf = (document: IndexDocument | undefined) => document?.fields.title[0] ?? ''

const store = IndexStore.empty()
store.put(documents)

/** Titles in the order of the results. */
function search(text: string, forgiving: boolean): string[] {
  const { root } = parseQuery(text)
  if (!root) return []
  const plan = compileQuery(root, surroundings)
  const { rows } = store.match({ plan, order: 'relevance', from: 0, count: 200, perKind: null, facets: [], forgiving })
  return rows.map((row) => titleOf(documents[row]))
}

/** As it was typed, else with words a letter or two away, else on another layout. */
function searchAnyhow(text: string): { readonly titles: readonly string[]; readonly how: SampleQuery['how'] } {
  const typed = search(text, false)
  if (typed.length > 0) return { titles: typed, how: undefined }
  const guessed = search(text, true)
  if (guessed.length > 0) return { titles: guessed, how: 'typo' }
  if (!parseQuery(text).root) return { titles: [], how: undefined }
  for (const retyped of retypedQueries(text)) {
    const titles = search(retyped, false)
    if (titles.length > 0) return { titles, how: 'layout' }
  }
  return { titles: [], how: undefined }
}

const shown = ({ query }: SampleQuery) => ({ name: query.length > 60 ? `${query.slice(0, 60)}…` : query })
const table = sampleQueries.map((expected) => ({ ...shown(expected), ...expected }))

it('has no query twice, and more than sixty', () => {
  expect(new Set(sampleQueries.map(({ query }) => query)).size).toBe(sampleQueries.length)
  expect(sampleQueries.length).toBeGreaterThan(60)
})

describe('reading every text', () => {
  it.each(table)('finds what a person expects: $name', ({ query, first = [], all, some = [], without = [], how }) => {
    const titles = naiveSearch(query, documents, surroundings).map(titleOf)
    if (how !== undefined) {
      expect(titles).toEqual([])
      return
    }
    expect(titles).toEqual(expect.arrayContaining([...first, ...some]))
    if (all) expect(titles.toSorted()).toEqual(all.toSorted())
    expect(titles.filter((title) => without.includes(title))).toEqual([])
  })
})

describe('the index', () => {
  it.each(table)('finds what a person expects, best first: $name', ({ query, first = [], all, some = [], without = [], how }) => {
    const { titles, how: taken } = searchAnyhow(query)
    expect(titles.slice(0, first.length)).toEqual(first)
    expect(taken).toBe(how)
    expect(titles).toEqual(expect.arrayContaining([...some]))
    if (all) expect(titles.toSorted()).toEqual(all.toSorted())
    expect(titles.filter((title) => without.includes(title))).toEqual([])
  })

  it.each(table)('finds as much as reading every text does: $name', ({ query }) => {
    expect(search(query, false).toSorted()).toEqual(naiveSearch(query, documents, surroundings).map(titleOf).toSorted())
  })
})
