/** A part of the index made of maps, slow and plain: what the engine is tested with, and what real parts are compared to. */
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { impactOf, weightIn } from '../../src/main/search/engine/impact.ts'
import { asWritten, writtenIn } from '../../src/main/search/engine/written-term.ts'
import type { Places, Postings, Segment, TermList } from '../../src/main/search/engine/segment.ts'
import { kinds } from '../../src/shared/model/vocabulary.ts'
import { searchFields } from '../../src/shared/search/query.ts'
import { words, wordSpans } from '../../src/shared/text/fold.ts'
import { markedWords } from '../../src/shared/text/marked-words.ts'
import { nameKeys } from '../../src/shared/text/name-keys.ts'
import { stem } from '../../src/shared/text/stem.ts'

export interface NaiveOptions {
  /** Rows that a later part holds anew, or whose record is gone. */
  readonly dead?: ReadonlySet<number>
  /** Keeps the postings of all prefixes ready, as a large part does for those with many documents; else of none. */
  readonly ready?: boolean
}

/** Between two texts; see `Places`. */
const GAP = 1_000
const OWNERS = searchFields.indexOf('owners')

interface Standing {
  readonly fields: Map<number, number[]>
  weight: number
}

export function naiveSegment(documents: readonly IndexDocument[], { dead = new Set(), ready = false }: NaiveOptions = {}): Segment {
  const terms = new Map<string, Map<number, Standing>>()
  const keys = new Map<string, Set<string>>()
  const stems = new Map<string, Set<string>>()
  const keywords = new Map<string, Set<number>>()
  for (const [number, document] of documents.entries()) {
    readFields(document, number, terms)
    for (const keyword of document.keywords) setOf(keywords, keyword).add(number)
  }
  for (const term of terms.keys()) {
    const written = writtenIn(term)
    for (const key of nameKeys(written ?? term)) setOf(keys, key).add(term)
    if (written === undefined) setOf(stems, stem(term)).add(term)
  }
  const termList = new SortedTerms(terms.keys())
  const keyList = new SortedTerms(keys.keys())
  const stemList = new SortedTerms(stems.keys())
  const keywordList = new SortedTerms(keywords.keys())
  const numbers = (found: Iterable<string>) => [...found].map((term) => termList.find(term) as number).toSorted((a, b) => a - b)
  const standings = (term: number) => terms.get(termList.term(term)) as Map<number, Standing>
  const rows = Uint32Array.from(documents, ({ row }) => row)
  const unite = (found: Iterable<number>): Postings => {
    const best = new Map<number, readonly [impact: number, fields: number]>()
    for (const term of found) {
      for (const [document, { fields, weight }] of standings(term)) {
        const asked = bitsOf(fields) & ~(1 << OWNERS)
        const [impact, before] = best.get(document) ?? [0, 0]
        if (asked !== 0) best.set(document, [Math.max(impact, impactOf(weight)), before | asked])
      }
    }
    return postingsOf(best)
  }
  const termsOfNameKey = (key: number) => numbers(keys.get(keyList.term(key)) as Set<string>)
  return {
    documents: documents.length,
    terms: termList,
    nameKeys: keyList,
    termsOfNameKey,
    stems: stemList,
    termsOfStem: (number) => numbers(stems.get(stemList.term(number)) as Set<string>),
    postings: (term) =>
      postingsOf(new Map([...standings(term)].map(([document, { fields, weight }]) => [document, [impactOf(weight), bitsOf(fields)]]))),
    documentsWith: (term) => standings(term).size,
    prefixPostings: (prefix) => (ready ? unite(range(termList, prefix)) : undefined),
    nameKeyPrefixPostings: (prefix) => (ready ? unite(range(keyList, prefix).flatMap(termsOfNameKey)) : undefined),
    places: (term, document): Places[] =>
      [...(standings(term).get(document)?.fields ?? [])].map(([field, places]) => ({
        field: searchFields[field] as Places['field'],
        places,
      })),
    packedPlaces: (term, document, into) => {
      for (const [field, places] of standings(term).get(document)?.fields ?? []) {
        const added = places.map((place) => place * 8 + field)
        into.numbers = Uint32Array.from([...into.numbers.subarray(0, into.count), ...added])
        into.count += added.length
      }
    },
    keywords: keywordList,
    documentsWithKeyword: (number) => Uint32Array.from(keywords.get(keywordList.term(number)) as Set<number>),
    rowOf: (document) => rows[document] as number,
    rows,
    isLive: (document) => !dead.has(rows[document] as number),
    days: (column) => ({
      from: Uint32Array.from(documents, ({ days }) => days[column][0]),
      to: Uint32Array.from(documents, ({ days }) => days[column][1]),
    }),
    updatedAt: Float64Array.from(documents, ({ updatedAt }) => updatedAt),
    kinds: Uint8Array.from(documents, ({ kind }) => kinds.indexOf(kind)),
  }
}

function readFields(document: IndexDocument, number: number, terms: Map<string, Map<number, Standing>>): void {
  let place = 0
  for (const [field, name] of searchFields.entries()) {
    const texts = document.fields[name]
    const length = texts.reduce((sum, text) => sum + words(text).length, 0)
    const own = new Map<string, number[]>()
    const add = (word: string, at: number) => void own.set(word, [...(own.get(word) ?? []), at])
    for (const text of texts) {
      for (const { from, to } of wordSpans(text)) {
        const spelling = text.slice(from, to)
        for (const word of words(spelling)) add(word, place++)
        for (const [, written] of markedWords(spelling)) add(asWritten(written), place - 1)
      }
      place += GAP
    }
    for (const [word, places] of own) {
      const documents = terms.get(word) ?? new Map<number, Standing>()
      terms.set(word, documents)
      const standing = documents.get(number) ?? { fields: new Map(), weight: 0 }
      documents.set(number, standing)
      standing.fields.set(field, places)
      if (field !== OWNERS) standing.weight += weightIn(field, places.length, length)
    }
  }
}

class SortedTerms implements TermList {
  readonly #terms: readonly string[]
  readonly units: Uint16Array
  readonly starts: Uint32Array

  constructor(terms: Iterable<string>) {
    this.#terms = [...terms].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    this.units = Uint16Array.from(this.#terms.join('').split(''), (unit) => unit.charCodeAt(0))
    let end = 0
    this.starts = Uint32Array.from([0, ...this.#terms.map(({ length }) => (end += length))])
  }

  get count() {
    return this.#terms.length
  }

  term(number: number) {
    return this.#terms[number] as string
  }

  find(term: string) {
    const number = this.#from(term)
    return this.#terms[number] === term ? number : undefined
  }

  beginningWith(prefix: string) {
    const from = this.#from(prefix)
    let to = from
    while (to < this.#terms.length && this.term(to).startsWith(prefix)) to++
    return { from, to }
  }

  /** The first term that is not before `term`. */
  #from(term: string): number {
    let low = 0
    let high = this.#terms.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#terms[middle] as string) < term) low = middle + 1
      else high = middle
    }
    return low
  }
}

const range = (list: TermList, prefix: string): number[] => {
  const { from, to } = list.beginningWith(prefix)
  return Array.from({ length: to - from }, (_, at) => from + at)
}

const bitsOf = (fields: ReadonlyMap<number, unknown>): number => [...fields.keys()].reduce((bits, field) => bits | (1 << field), 0)

function postingsOf(entries: ReadonlyMap<number, readonly [impact: number, fields: number]>): Postings {
  const ordered = [...entries].toSorted(([a], [b]) => a - b)
  return {
    count: ordered.length,
    documents: Uint32Array.from(ordered, ([document]) => document),
    impacts: Uint8Array.from(ordered, ([, [impact]]) => impact),
    fields: Uint8Array.from(ordered, ([, [, fields]]) => fields),
  }
}

function setOf<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const found = sets.get(key) ?? new Set<T>()
  sets.set(key, found)
  return found
}
