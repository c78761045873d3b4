/** What the words of a query that finds nothing may have been meant to be. */
import { fold } from '../../../shared/text/fold.ts'
import type { Matches } from '../search-engine.ts'
import { expandWord } from './expand-word.ts'
import type { Plan } from './plan.ts'
import { probeOf, type Probe, type WordProbe } from './probe.ts'
import type { Segment, SegmentView } from './segment.ts'
import { allowance, nearTerms } from './typo.ts'
import { writtenIn } from './written-term.ts'

/** A word is taken for so many at most. */
const MOST_MEANT = 8
/** A pasted page is not looked through for typing mistakes. */
const MOST_WORDS = 16

/** With a digit wrong it is another number. */
const DIGIT = /\p{N}/u

interface Near {
  mistakes: number
  readonly standing: (readonly [segment: Segment, term: number])[]
}

/**
 * What to look for instead, one thing after the other: first those words that stand nowhere are taken for what differs
 * least, then all of them, for each may stand somewhere, but not with the others. What is excluded is left as it is.
 */
export function* meantBy({ segments }: SegmentView, plan: Plan): Generator<NonNullable<Matches['meant']>> {
  const words = new Map(wordsOf(probeOf(plan)).map((word) => [word.word, word]))
  if (words.size > MOST_WORDS) return
  const forgiven = [...words.values()].filter(({ word }) => allowance(word.length) > 0 && !DIGIT.test(word))
  const isStanding = (word: WordProbe) => segments.some((segment) => stands(segment, word))
  const missing = forgiven.filter((word) => !isStanding(word))
  const standing = forgiven.filter((word) => !missing.includes(word))
  let meant: Record<string, readonly string[]> = {}
  for (const some of [missing, standing]) {
    const near = some.map((word) => [word.word, nearWords(segments, word)] as const).filter(([, found]) => found.length > 0)
    if (near.length === 0) continue
    meant = { ...meant, ...Object.fromEntries(near) }
    yield meant
  }
}

function wordsOf(probe: Probe): readonly WordProbe[] {
  switch (probe.op) {
    case 'word':
      return [probe.word]
    case 'phrase':
      return probe.words
    case 'and':
    case 'or':
      return probe.of.flatMap(wordsOf)
    default:
      return []
  }
}

const stands = (segment: Segment, word: WordProbe): boolean =>
  expandWord(segment, word, { whole: false }).some(({ term }) => isLive(segment, term))

const isLive = (segment: Segment, term: number): boolean => {
  const { documents, count } = segment.postings(term)
  for (let at = 0; at < count; at++) if (segment.isLive(documents[at] as number)) return true
  return false
}

const liveDocuments = (segment: Segment, term: number): number => {
  const { documents, count } = segment.postings(term)
  let live = 0
  for (let at = 0; at < count; at++) if (segment.isLive(documents[at] as number)) live++
  return live
}

/** A word that its marks make a term of its own is told by its letters. */
function foldedTerm(term: string): string {
  const written = writtenIn(term)
  return written === undefined ? term : fold(written)
}

/** The words that differ least, those of most documents first. */
function nearWords(segments: readonly Segment[], { word, keys }: WordProbe): string[] {
  const found = new Map<string, Near>()
  for (const segment of segments) {
    for (const [term, mistakes] of nearIn(segment, word, keys)) {
      const text = foldedTerm(segment.terms.term(term))
      const near = found.get(text) ?? { mistakes, standing: [] }
      found.set(text, near)
      near.mistakes = Math.min(near.mistakes, mistakes)
      near.standing.push([segment, term])
    }
  }
  for (const mistakes of [...new Set([...found.values()].map((near) => near.mistakes))].toSorted((a, b) => a - b)) {
    const same = [...found].filter(([, near]) => near.mistakes === mistakes)
    // what is out of date does not count: the order must not depend on how the index is cut
    const counted = same.map(([text, { standing }]) => ({ text, live: sum(standing.map((at) => liveDocuments(...at))) }))
    const ordered = counted.filter(({ live }) => live > 0).toSorted((a, b) => b.live - a.live || (a.text < b.text ? -1 : 1))
    if (ordered.length > 0) return ordered.slice(0, MOST_MEANT).map(({ text }) => text)
  }
  return []
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

/** Terms of a part by how many letters of them or of their names are wrong. */
function nearIn(segment: Segment, word: string, keys: readonly string[]): Map<number, number> {
  const near = nearTerms(segment.terms, word, allowance(word.length))
  for (const term of near.keys()) if (writtenIn(segment.terms.term(term)) !== undefined) near.delete(term)
  for (const key of keys) {
    for (const [number, mistakes] of nearTerms(segment.nameKeys, key, Math.min(allowance(word.length), allowance(key.length)))) {
      for (const term of segment.termsOfNameKey(number)) near.set(term, Math.min(mistakes, near.get(term) ?? mistakes))
    }
  }
  return near
}
