/**
 * How much a word says of a document, from what stands in that document alone, so that no edit of another changes it and
 * merging parts of the index gives the same as building it anew. BM25's saturation and length in each field, then the
 * sum of the fields with their weights, squeezed into a byte.
 */
import { searchFields, type SearchField } from '../../../shared/search/query.ts'

/** `owners` is searched only by name and says nothing of what a record is about. */
const WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 8,
  names: 6,
  posts: 4,
  organisations: 3,
  properties: 1.5,
  body: 1,
  owners: 0,
}
/** Words that a field usually has, and how much a longer one counts against a word in it. */
const USUAL: Readonly<Record<SearchField, readonly [words: number, slope: number]>> = {
  title: [6, 0.3],
  names: [8, 0.2],
  posts: [8, 0.2],
  organisations: [8, 0.2],
  properties: [30, 0.4],
  body: [600, 0.6],
  owners: [4, 0],
}
const SATURATION = 1.2
/** The sum that has half of the greatest impact. */
const HALF = 8

export const OWNERS = searchFields.indexOf('owners')

const weightOf = searchFields.map((field) => WEIGHTS[field])
const usualOf = searchFields.map((field) => USUAL[field])

/** Of a word that stands `frequency` times in a field of so many words. */
export function weightIn(field: number, frequency: number, words: number): number {
  const weight = weightOf[field] ?? 0
  const [usual, slope] = usualOf[field] ?? [1, 0]
  const length = 1 - slope + (slope * words) / usual
  return (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION * length)
}

/** 1 to 255. */
export const impactOf = (weight: number): number => Math.max(1, Math.min(255, Math.round((255 * weight) / (weight + HALF))))
