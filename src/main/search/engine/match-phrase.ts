import { searchFields } from '../../../shared/search/query.ts'
import { expandWord, weights } from './expand-word.ts'
import { FOUND, type Found, type FoundPool } from './found.ts'
import { impactOf, weightIn } from './impact.ts'
import { flagsOf, matchWord } from './match-word.ts'
import { bitOf, type PhraseNode } from './probe.ts'
import type { Segment } from './segment.ts'

/** Fields are told apart by where their places lie; within one, a start before the first place stays inside. */
const FIELD_APART = 2 ** 33
const BEFORE = 2 ** 32

/** The documents in which the words follow each other, whole, in one text of one of the fields. */
export function matchPhrase(segment: Segment, pool: FoundPool, { words, fields }: PhraseNode, within: Found | null): Found {
  const parts = words.map((word, at) => {
    const terms = expandWord(segment, word, { whole: true }).map(({ term }) => term)
    return { word, at, terms, cost: terms.reduce((sum, term) => sum + segment.documentsWith(term), 0) }
  })
  const cheapFirst = parts.toSorted((a, b) => a.cost - b.cost)
  let together: Found | undefined
  for (const { word } of cheapFirst) {
    if (together?.count === 0) break
    const next = matchWord(segment, pool.take(segment.documents), { word, fields }, together ?? within, true)
    if (together) {
      together.intersect(next)
      pool.give(next)
    } else together = next
  }
  const found = together ?? pool.take(segment.documents)
  if (words.length === 1 || found.count === 0) return found
  // places are read fastest in the order of documents
  found.sort()
  found.retain((document) => {
    let starts: number[] | undefined
    for (const { at, terms } of cheapFirst) {
      const places = placesOf(segment, terms, document, fields)
      starts = starts === undefined ? places.map((place) => place - at) : startsOf(starts, places, at)
      if (starts.length === 0) return false
    }
    const { bits, weight } = standing(starts ?? [])
    found.flags[document] = FOUND | flagsOf(bits)
    // each of its words counts as a whole one
    found.scores[document] = words.length * weights.exact * impactOf(weight)
    return true
  })
  return found
}

/** The fields in which a phrase stands, and what it weighs in the weightiest: its words may stand in others as well. */
function standing(starts: readonly number[]): { readonly bits: number; readonly weight: number } {
  const counts = new Uint32Array(searchFields.length)
  let bits = 0
  for (const start of starts) {
    const bit = Math.floor(start / FIELD_APART)
    const field = 31 - Math.clz32(bit)
    bits |= bit
    counts[field] = (counts[field] as number) + 1
  }
  let weight = 0
  for (const [field, count] of counts.entries()) if (count > 0) weight = Math.max(weight, weightIn(field, count, 1))
  return { bits, weight }
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
