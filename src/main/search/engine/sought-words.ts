/** Where the words of a query stand in the texts of a record. */
import type { SearchField } from '../../../shared/search/query.ts'
import { createWordMatcher, type WordMatcher } from '../../../shared/search/word-matcher.ts'
import type { Matches } from '../search-engine.ts'
import { expandWord } from './expand-word.ts'
import type { Plan } from './plan.ts'
import { asTyped, bitOf, INFLECTED, probeOf, type Probe, type WordProbe } from './probe.ts'
import type { SegmentView } from './segment.ts'
import { grown } from './growing.ts'
import { scanWords, Spellings } from './word-scan.ts'

/** Bits of a mask; further words are not marked. */
const MOST_WORDS = 30
/** A power of two above it. */
const RING = 32

const spellings = new Spellings()

/** A word of the query; those of a phrase stand in a row. */
interface Sought {
  readonly probe: WordProbe
  readonly whole: boolean
  readonly matcher: WordMatcher
}

/** A word or phrase: the bits of its first and last word. */
interface Unit {
  readonly first: number
  readonly last: number
  readonly fields: number
}

export interface Hit {
  readonly from: number
  readonly to: number
  /** Bits of what is found there; one for a word or phrase of the query. */
  readonly units: number
}

export class SoughtWords {
  readonly #sought: Sought[] = []
  readonly #units: Unit[] = []
  /** By the number of a spelling: bits of the words that it is, plus one; 0 when that is not known yet. */
  readonly #masks = { names: new Int32Array(spellings.folded.length), sentences: new Int32Array(spellings.folded.length) }
  /** By term of the index: bits of the words that stand for it anywhere, and of those that do in sentences only. */
  readonly #named = new Map<string, number>()
  readonly #inflected = new Map<string, number>()

  constructor(view: SegmentView, plan: Plan, meant: Matches['meant']) {
    spellings.forget()
    this.#collect(view, probeOf(plan, { ...asTyped, meant }))
  }

  /** In the order of the text; none overlaps another. */
  hits(text: string, field: SearchField): Hit[] {
    const hits: Hit[] = []
    const units = this.#units.filter(({ fields }) => (fields & bitOf(field)) !== 0)
    const single = units.reduce((bits, { first, last }) => (first === last ? bits | last : bits), 0)
    const phrases = units.filter(({ first, last }) => first !== last)
    if (units.length === 0) return hits
    const isSentence = (INFLECTED & bitOf(field)) !== 0
    const kind = isSentence ? 'sentences' : 'names'
    let masks = this.#masks[kind]
    const lasts = phrases.reduce((bits, { last }) => bits | last, 0)
    const firsts = phrases.reduce((bits, { first }) => bits | first, 0)
    const inner = phrases.reduce((bits, { first, last }) => bits | (last * 2 - first), 0)
    const begins = new Uint32Array(RING)
    let at = 0
    let state = 0
    scanWords(text, (from, to, hash, second) => {
      const spelling = spellings.at(text, from, to, hash, second)
      if (spelling >= masks.length) masks = this.#masks[kind] = grown(masks, spelling + 1)
      let mask = (masks[spelling] as number) - 1
      if (mask < 0) {
        mask = this.#maskOf(spelling, isSentence)
        masks[spelling] = mask + 1
      }
      begins[at & (RING - 1)] = from
      at++
      // a bit for each word of each phrase up to which the words so far are those of the phrase
      state = ((state << 1) | firsts) & mask & inner
      const ended = state & lasts
      const found = (mask & single) | ended
      if (found === 0) return
      const start = ended === 0 ? from : this.#beginOf(phrases, ended, begins, at)
      add(hits, { from: start, to, units: found })
    })
    return hits
  }

  /** How much of what stands at a hit to mark: the part of a word that was typed. */
  rangeOf(text: string, { from, to, units }: Hit): readonly [number, number] {
    const word = text.slice(from, to)
    let length = 0
    for (const [number, { matcher, whole }] of this.#sought.entries()) {
      if ((units & (1 << number)) === 0) continue
      // other words of the index count where another record spells them with marks
      length = Math.max(length, whole ? word.length : (matcher.matches(word)?.length ?? word.length))
    }
    return [from, from + length]
  }

  #collect(view: SegmentView, probe: Probe): void {
    if (probe.op === 'and' || probe.op === 'or') for (const one of probe.of) this.#collect(view, one)
    else if (probe.op === 'word') this.#seek(view, [probe.word], false, probe.fields)
    else if (probe.op === 'phrase') this.#seek(view, probe.words, true, probe.fields)
  }

  #seek(view: SegmentView, probes: readonly WordProbe[], whole: boolean, fields: number): void {
    if (this.#sought.length + probes.length > MOST_WORDS) return
    const first = 1 << this.#sought.length
    for (const probe of probes) {
      const bit = 1 << this.#sought.length
      const add = (to: Map<string, number>, term: string) => void to.set(term, (to.get(term) ?? 0) | bit)
      add(this.#named, probe.word)
      for (const segment of view.segments) {
        for (const { term, fields } of expandWord(segment, probe, { whole, prefixes: false })) {
          add(fields === INFLECTED ? this.#inflected : this.#named, segment.terms.term(term))
        }
      }
      this.#sought.push({ probe, whole, matcher: createWordMatcher([probe.word], { whole }) })
    }
    this.#units.push({ first, last: 1 << (this.#sought.length - 1), fields })
  }

  #maskOf(spelling: number, isSentence: boolean): number {
    const marked = spellings.marked[spelling]
    let mask = marked === undefined ? 0 : (this.#named.get(marked) ?? 0)
    for (const word of spellings.folded[spelling] as readonly string[]) {
      mask |= this.#named.get(word) ?? 0
      if (isSentence) mask |= this.#inflected.get(word) ?? 0
      for (let number = 0; number < this.#sought.length; number++) {
        const { probe, whole } = this.#sought[number] as Sought
        if (!whole && word.startsWith(probe.word)) mask |= 1 << number
      }
    }
    return mask
  }

  /** Where the longest of the phrases that end here begins. */
  #beginOf(phrases: readonly Unit[], ended: number, begins: Uint32Array, at: number): number {
    let longest = 1
    for (const { first, last } of phrases) {
      if ((ended & last) !== 0) longest = Math.max(longest, Math.clz32(first) - Math.clz32(last) + 1)
    }
    return begins[(at - longest) & (RING - 1)] as number
  }
}

function add(hits: Hit[], hit: Hit): void {
  let { from, units } = hit
  // a phrase takes in the words that it is made of
  for (let last = hits.at(-1); last && last.to > from; last = hits.at(-1)) {
    from = Math.min(from, last.from)
    units |= last.units
    hits.pop()
  }
  hits.push({ from, to: hit.to, units })
}
