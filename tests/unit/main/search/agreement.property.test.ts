import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleRecords } from '../../../../src/main/sample/records.ts'
import { compileQuery, type QuerySurroundings } from '../../../../src/main/search/compile-query.ts'
import { documentOf } from '../../../../src/main/search/document-of.ts'
import { IndexStore } from '../../../../src/main/search/engine/index-store.ts'
import { searchFields } from '../../../../src/shared/search/query.ts'
import { parseQuery } from '../../../../src/shared/search/parse-query.ts'
import { wordSpans } from '../../../../src/shared/text/fold.ts'
import { naiveSearch } from '../../../support/naive-search.ts'
import { newRecord } from '../../../support/new-record.ts'

const documents = sampleRecords()
  .map((input, row) => newRecord(row, input))
  .map(documentOf)
const surroundings: QuerySurroundings = { today: '2023-07-01', countryCodes: (name) => [name] }
const store = IndexStore.empty()
store.put(documents)

const texts = documents.flatMap(({ fields }) => searchFields.flatMap((field) => fields[field]))
const textsOfWords = texts
  .map((text) => Array.from(wordSpans(text), ({ from, to }) => text.slice(from, to)))
  .filter((all) => all.length > 0)
const someWords = fc
  .tuple(fc.constantFrom(...textsOfWords), fc.nat(), fc.integer({ min: 1, max: 4 }))
  .map(([all, from, count]) => all.slice(from % all.length, (from % all.length) + count))
const names = fc.constantFrom('Байменов', 'Bajmenov', 'Жумагали', 'Djacta', 'Šumi', 'корей', 'Ли', 'решений', 'meeting', 'Qazaq')
const word = fc.oneof(
  names,
  someWords.map(([one = '']) => one),
  // a beginning of a word, as it is while it is typed
  fc.tuple(someWords, fc.integer({ min: 1, max: 8 })).map(([[one = ''], length]) => one.slice(0, length)),
)
const operator = fc
  .constantFrom(
    'kind:contact kind:person country:KAZ tag:studies is:draft is:overdue',
    'has:body after:2023-05 date:2019-02 owner:facer in:posts -in:body',
  )
  .chain((all) => fc.constantFrom(...all.split(' ')))
const phrase = someWords.map((all) => `"${all.join(' ')}"`)
const part = fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: phrase }, { weight: 2, arbitrary: operator })
const query = fc
  .array(fc.tuple(fc.constantFrom('', '', '', '-', 'OR ', '('), part), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([before, one]) => `${before}${one}`).join(' '))

it('finds in the index what reading every text of the sample finds', () => {
  fc.assert(
    fc.property(query, (text) => {
      const { root } = parseQuery(text)
      const rows = root ? [...store.rows(compileQuery(root, surroundings))].toSorted((a, b) => a - b) : []
      expect(rows).toEqual(naiveSearch(text, documents, surroundings).map((document) => document.row))
    }),
    { numRuns: 60 },
  )
})
