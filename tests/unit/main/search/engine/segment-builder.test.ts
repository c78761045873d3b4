import { array, assert, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexDocument } from '../../../../../src/main/search/engine/document.ts'
import type { Places } from '../../../../../src/main/search/engine/segment.ts'
import { Vocabulary } from '../../../../../src/main/search/engine/vocabulary.ts'
import { writtenIn } from '../../../../../src/main/search/engine/written-term.ts'
import { nameKeys } from '../../../../../src/shared/text/name-keys.ts'
import { stem } from '../../../../../src/shared/text/stem.ts'
import { searchFields } from '../../../../../src/shared/search/query.ts'
import { words } from '../../../../../src/shared/text/fold.ts'
import { bytesOfSegment, documentsOf, segmentOf } from '../../../../support/built-segment.ts'
import { someDocuments, someText } from '../../../../support/index-documents.ts'

const forms = { nameKeys, stem }

/** Places of every word by the rule of segment.ts, as plainly as can be. */
function placesIn(document: IndexDocument): Map<string, Places[]> {
  const found = new Map<string, { field: Places['field']; places: number[] }[]>()
  let place = 0
  for (const field of searchFields) {
    for (const text of document.fields[field]) {
      for (const word of words(text)) {
        const places = found.get(word) ?? []
        const last = places.at(-1)
        if (last?.field === field) last.places.push(place)
        else places.push({ field, places: [place] })
        found.set(word, places)
        place += 1
      }
      place += 1000
    }
  }
  return found
}

describe('Vocabulary', () => {
  it('reads the words of shared/text/fold.ts out of any text', () => {
    assert(
      property(array(oneof(someText, string({ unit: 'binary' })), { maxLength: 5 }), (texts) => {
        const vocabulary = new Vocabulary(forms)
        for (const text of [...texts, ...texts]) {
          vocabulary.clear()
          vocabulary.read(text)
          const read = [...vocabulary.tokens.subarray(0, vocabulary.tokenCount)].filter((token) => token >= 0)
          expect(read.map((term) => vocabulary.terms[term])).toEqual(words(text))
        }
      }),
    )
  })

  it.each([
    ['a word of thousands of letters', 'a'.repeat(5000)],
    ['one with marks', `x${'\u0301'.repeat(3000)}y`],
    ['marks behind a space', 'one \u0338two =\u0338 three'],
    ['halfwidth marks behind a stop', 'one .\uff9e two'],
    ['symbols made of letters', '5㎏ ™ ½ ﷺ Ⓐ ㍿'],
    ['letters outside of the basic plane', '𝒜𝒷𝒸 𐐀𐐁 𠮷野家'],
    ['half of a pair', 'one\ud800two \udc00'],
    ['a quoted word', "'word' ‘word’ rock'n'roll d'Ivoire ＇"],
  ])('reads %s', (_, text) => {
    const vocabulary = new Vocabulary(forms)
    vocabulary.read(text)
    const read = [...vocabulary.tokens.subarray(0, vocabulary.tokenCount)].filter((token) => token >= 0)
    expect(read.map((term) => vocabulary.terms[term])).toEqual(words(text))
  })
})

describe('SegmentBuilder', () => {
  it('tells of every word in which documents and where it stands, and of no other', () => {
    assert(
      property(someDocuments(4), (documents) => {
        const segment = segmentOf(documents)
        const inOrder = documents.toSorted((one, other) => one.row - other.row)
        expect([...segment.rows]).toEqual(inOrder.map(({ row }) => row))
        const places = inOrder.map(placesIn)
        const all = [...new Set(places.flatMap((of) => [...of.keys()]))].toSorted((one, other) => (one < other ? -1 : 1))
        const terms = Array.from({ length: segment.terms.count }, (_, term) => segment.terms.term(term))
        expect(terms.filter((term) => writtenIn(term) === undefined)).toEqual(all)
        expect(terms).toEqual(terms.toSorted((one, other) => (one < other ? -1 : 1)))
        for (const word of all) {
          const term = segment.terms.find(word) ?? -1
          const found = documentsOf(segment, term)
          const { count, fields, impacts } = segment.postings(term)
          expect([...found]).toEqual(places.flatMap((of, document) => (of.has(word) ? [document] : [])))
          expect(segment.documentsWith(term)).toBe(count)
          for (const [entry, document] of [...found].entries()) {
            const expected = places[document]?.get(word) ?? []
            expect(segment.places(term, document)).toEqual(expected)
            expect(fields[entry]).toBe(expected.reduce((bits, { field }) => bits | (1 << searchFields.indexOf(field)), 0))
            expect(impacts[entry]).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('finds terms by their keys as names and by their stems', () => {
    assert(
      property(someDocuments(4), (documents) => {
        const segment = segmentOf(documents)
        for (let term = 0; term < segment.terms.count; term += 1) {
          const text = segment.terms.term(term)
          for (const key of nameKeys(writtenIn(text) ?? text)) {
            expect([...segment.termsOfNameKey(segment.nameKeys.find(key) ?? -1)]).toContain(term)
          }
          if (writtenIn(text) === undefined) expect([...segment.termsOfStem(segment.stems.find(stem(text)) ?? -1)]).toContain(term)
        }
      }),
    )
  })

  it('keeps the name that a word has as it is written apart from the name of its letters', () => {
    const text = { title: [], names: ['Šiškin'], posts: [], organisations: [], properties: [], body: ['x'], owners: [] }
    const days = { date: [0, 0], due: [0, 0], confirmed: [0, 0], updated: [0, 0] } as const
    const written = { row: 1, kind: 'contact', fields: text, keywords: [], days, updatedAt: 0 } as const
    const plain = { ...written, row: 2, fields: { ...text, names: ['Siskin'] } }
    const segment = segmentOf([written, plain])
    const found = [...segment.termsOfNameKey(segment.nameKeys.find(nameKeys('шишкин')[0] ?? '') ?? -1)]
    expect(found.flatMap((term) => [...documentsOf(segment, term)])).toEqual([0])
    expect([...documentsOf(segment, segment.terms.find('siskin') ?? -1)]).toEqual([0, 1])
    expect(found.flatMap((term) => segment.places(term, 0))).toEqual(segment.places(segment.terms.find('siskin') ?? -1, 0))
  })

  it('has keywords, days, kinds and the last change of each document', () => {
    assert(
      property(someDocuments(6), (documents) => {
        const segment = segmentOf(documents)
        for (const { row, keywords, days, updatedAt } of documents) {
          const document = segment.documentOf(row) ?? -1
          const carried = Array.from({ length: segment.keywords.count }, (_, keyword) => keyword)
            .filter((keyword) => segment.documentsWithKeyword(keyword).includes(document))
            .map((keyword) => segment.keywords.term(keyword))
          expect(carried).toEqual([...new Set(keywords)].toSorted())
          expect([segment.days('due').from[document], segment.days('due').to[document]]).toEqual(days.due)
          expect(segment.updatedAt[document]).toBe(updatedAt)
        }
      }),
    )
  })

  it('takes the last of several documents of one row', () => {
    assert(
      property(someDocuments(4), someDocuments(4), (before, after) => {
        const rows = new Set(after.map(({ row }) => row))
        const once = [...before.filter(({ row }) => !rows.has(row)), ...after]
        const twice = segmentOf([...before, ...after])
        expect(bytesOfSegment(twice)).toBe(bytesOfSegment(segmentOf(once)))
      }),
    )
  })
})
