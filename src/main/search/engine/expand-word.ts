import { INFLECTED, type WordProbe } from './probe.ts'
import type { Segment } from './segment.ts'

/** A term that a word of the query stands for. */
export interface Expansion {
  readonly term: number
  /** Out of 16: how near the term is to what was typed. */
  readonly weight: number
  /** Bits of the fields in which it counts. */
  readonly fields: number
}

/** Whole words above beginnings, the spelling that was typed above others. */
export const weights = { exact: 16, variant: 13, prefix: 10, stem: 9, variantPrefix: 7, meant: 6 } as const

const EVERYWHERE = 0xff

export interface Extent {
  /** Not what merely begins with the word. */
  readonly whole: boolean
  /** False when the caller has what begins with the word already. */
  readonly prefixes?: boolean
  /** Beginnings of other spellings; by default all of the word's. */
  readonly prefixKeys?: readonly string[]
}

/** The terms of a segment that a word stands for, each once. */
export function expandWord(segment: Segment, probe: WordProbe, extent: Extent): Expansion[] {
  const { whole, prefixes = true, prefixKeys = probe.prefixKeys } = extent
  const { terms } = segment
  const expansions: Expansion[] = []
  const exact = terms.find(probe.word)
  if (exact !== undefined) expansions.push({ term: exact, weight: weights.exact, fields: EVERYWHERE })
  const { from, to } = whole ? { from: exact ?? 0, to: exact === undefined ? 0 : exact + 1 } : terms.beginningWith(probe.word)
  if (prefixes) {
    for (let term = from; term < to; term++) if (term !== exact) expansions.push({ term, weight: weights.prefix, fields: EVERYWHERE })
  }
  // what begins with the word as typed stands above every other reading of it
  const seen = new Set<number>()
  const add = (term: number, weight: number, fields: number) => {
    if ((term >= from && term < to) || seen.has(term)) return
    seen.add(term)
    expansions.push({ term, weight, fields })
  }
  for (const key of probe.keys) {
    const number = segment.nameKeys.find(key)
    if (number !== undefined) for (const term of segment.termsOfNameKey(number)) add(term, weights.variant, EVERYWHERE)
  }
  if (!whole) {
    for (const prefix of prefixKeys) {
      const keys = segment.nameKeys.beginningWith(prefix)
      for (let key = keys.from; key < keys.to; key++) {
        for (const term of segment.termsOfNameKey(key)) add(term, weights.variantPrefix, EVERYWHERE)
      }
    }
    const number = probe.stem === undefined ? undefined : segment.stems.find(probe.stem)
    if (number !== undefined) for (const term of segment.termsOfStem(number)) add(term, weights.stem, INFLECTED)
  }
  for (const word of probe.meant) {
    const term = terms.find(word)
    if (term !== undefined) add(term, weights.meant, EVERYWHERE)
  }
  return expansions
}
