import { searchFields } from '../../../shared/search/query.ts'
import { expandWord, weights } from './expand-word.ts'
import { FOUND, type Found, type FoundPool } from './found.ts'
import { impactOf, weightIn } from './impact.ts'
import { flagsOf, matchWord } from './match-word.ts'
import type { PhraseNode } from './probe.ts'
import type { PackedPlaces, Segment } from './segment.ts'

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
    starts.count = 0
    for (const [number, { at, terms }] of cheapFirst.entries()) {
      const into = number === 0 ? starts : places
      readPlaces(segment, terms, document, into)
      if (number === 0) moveBack(into, at * PLACE)
      else keepFollowed(starts, places, at * PLACE)
      if (starts.count === 0) return false
    }
    const { bits, weight } = standing(starts, fields)
    found.flags[document] = FOUND | flagsOf(bits)
    // each of its words counts as a whole one
    found.scores[document] = words.length * weights.exact * impactOf(weight)
    return bits !== 0
  })
  return found
}

/** From one place to the next. */
const PLACE = 8
/** Used again from one document to the next. */
const starts: PackedPlaces = { numbers: new Uint32Array(256), count: 0 }
const places: PackedPlaces = { numbers: new Uint32Array(256), count: 0 }

/** Where any of the terms stands, in order. */
function readPlaces(segment: Segment, terms: readonly number[], document: number, into: PackedPlaces): void {
  into.count = 0
  let lists = 0
  for (const term of terms) {
    const before = into.count
    segment.packedPlaces(term, document, into)
    if (into.count > before) lists++
  }
  if (lists > 1) into.numbers.subarray(0, into.count).sort()
}

/** A phrase cannot begin before the first place. */
function moveBack(into: PackedPlaces, by: number): void {
  let kept = 0
  for (let at = 0; at < into.count; at++) {
    const number = into.numbers[at] as number
    if (number >= by) into.numbers[kept++] = number - by
  }
  into.count = kept
}

/** Keeps those of the starts that have a place so much further on. Both in order. */
function keepFollowed(starts: PackedPlaces, { numbers, count }: PackedPlaces, by: number): void {
  let kept = 0
  let next = 0
  for (let at = 0; at < starts.count && next < count; at++) {
    const start = starts.numbers[at] as number
    while (next < count && (numbers[next] as number) < start + by) next++
    if (next < count && numbers[next] === start + by) starts.numbers[kept++] = start
  }
  starts.count = kept
}

/** The fields in which a phrase stands, and what it weighs in the weightiest: its words may stand in others as well. */
function standing({ numbers, count }: PackedPlaces, fields: number): { readonly bits: number; readonly weight: number } {
  counts.fill(0)
  let bits = 0
  for (let at = 0; at < count; at++) {
    const field = (numbers[at] as number) % PLACE
    if ((fields & (1 << field)) === 0) continue
    bits |= 1 << field
    counts[field] = (counts[field] as number) + 1
  }
  let weight = 0
  for (let field = 0; field < counts.length; field++) {
    const times = counts[field] as number
    if (times > 0) weight = Math.max(weight, weightIn(field, times, 1))
  }
  return { bits, weight }
}

const counts = new Uint32Array(searchFields.length)
