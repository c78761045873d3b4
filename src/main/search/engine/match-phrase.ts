import { expandWord } from './expand-word.ts'
import { FOUND, IS_NAMED, type Found } from './found.ts'
import type { SegmentMatcher } from './match-segment.ts'
import { bitOf, NAMED, type WordProbe } from './probe.ts'
import type { Segment } from './segment.ts'

/** Fields are told apart by where their places lie; within one, a start before the first place stays inside. */
const FIELD_APART = 2 ** 33
const BEFORE = 2 ** 32

/** The documents in which the words follow each other, whole, in one text of one of the fields. */
export function matchPhrase(matcher: SegmentMatcher, words: readonly WordProbe[], fields: number, within: Uint8Array | null): Found {
  const { segment, pool } = matcher
  const parts = words.map((word, at) => {
    const terms = expandWord(segment, word, { whole: true }).map(({ term }) => term)
    return { word, at, terms, cost: terms.reduce((sum, term) => sum + segment.documentsWith(term), 0) }
  })
  const cheapFirst = parts.toSorted((a, b) => a.cost - b.cost)
  let together: Found | undefined
  for (const { word } of cheapFirst) {
    if (together?.count === 0) break
    const next = matcher.word(word, fields, true, together?.flags ?? within)
    if (together) {
      together.intersect(next)
      pool.give(next)
    } else together = next
  }
  const found = together ?? pool.take(segment.documents)
  if (words.length === 1 || found.count === 0) return found
  // places are read fastest in the order of documents
  found.documents.subarray(0, found.count).sort()
  found.retain((document) => {
    let starts: number[] | undefined
    for (const { at, terms } of cheapFirst) {
      const places = placesOf(segment, terms, document, fields)
      starts = starts === undefined ? places.map((place) => place - at) : startsOf(starts, places, at)
      if (starts.length === 0) return false
    }
    const isNamed = starts?.some((start) => (Math.floor(start / FIELD_APART) & NAMED) !== 0)
    found.flags[document] = isNamed ? FOUND | IS_NAMED : FOUND
    return true
  })
  return found
}

/** Where any of the terms stands, in order. */
function placesOf(segment: Segment, terms: readonly number[], document: number, fields: number): number[] {
  const all: number[] = []
  let lists = 0
  for (const term of terms) {
    for (const { field, places } of segment.places(term, document)) {
      const bit = bitOf(field)
      if ((bit & fields) === 0) continue
      lists++
      for (const place of places) all.push(bit * FIELD_APART + BEFORE + place)
    }
  }
  return lists > 1 ? all.toSorted((a, b) => a - b) : all
}

/** Those of the starts that have a place `at` places on. Both in order. */
function startsOf(starts: readonly number[], places: readonly number[], at: number): number[] {
  const common: number[] = []
  let next = 0
  for (const start of starts) {
    const place = start + at
    while (next < places.length && (places[next] as number) < place) next++
    if (places[next] === place) common.push(start)
  }
  return common
}
