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

interface Near {
  readonly mistakes: number
  readonly documents: number
}

/**
 * For words that stand nowhere (`all`: for every word) those that differ least; null when there are none. What is
 * excluded is left as it is.
 */
export function meantBy({ segments }: SegmentView, plan: Plan, all: boolean): Matches['meant'] {
  const meant: Record<string, readonly string[]> = {}
  const words = new Map(wordsOf(probeOf(plan)).map((word) => [word.word, word]))
  if (words.size > MOST_WORDS) return null
  for (const [text, word] of words) {
    if (allowance(text.length) === 0 || (!all && segments.some((segment) => stands(segment, word)))) continue
    const near = nearWords(segments, word)
    if (near.length > 0) meant[text] = near
  }
  return Object.keys(meant).length > 0 ? meant : null
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
  expandWord(segment, word, { whole: false }).some(({ term }) => liveDocuments(segment, term) > 0)

/** 0 when all documents of the term are out of date; else how many it has, out of date or not. */
function liveDocuments(segment: Segment, term: number): number {
  const { documents, count } = segment.postings(term)
  for (let at = 0; at < count; at++) if (segment.isLive(documents[at] as number)) return count
  return 0
}

/** A word that its marks make a term of its own is told by its letters. */
function foldedTerm(term: string): string {
  const written = writtenIn(term)
  return written === undefined ? term : fold(written)
}

function nearWords(segments: readonly Segment[], { word, keys }: WordProbe): string[] {
  const found = new Map<string, Near>()
  let fewest = allowance(word.length)
  for (const segment of segments) {
    const near = nearTerms(segment.terms, word, fewest)
    for (const term of near.keys()) if (writtenIn(segment.terms.term(term)) !== undefined) near.delete(term)
    for (const key of keys) {
      for (const [number, mistakes] of nearTerms(segment.nameKeys, key, Math.min(fewest, allowance(key.length)))) {
        for (const term of segment.termsOfNameKey(number)) near.set(term, Math.min(mistakes, near.get(term) ?? mistakes))
      }
    }
    for (const [term, mistakes] of near) {
      const documents = mistakes > fewest ? 0 : liveDocuments(segment, term)
      if (documents === 0) continue
      fewest = mistakes
      const text = foldedTerm(segment.terms.term(term))
      const known = found.get(text)
      found.set(text, { mistakes: Math.min(mistakes, known?.mistakes ?? mistakes), documents: documents + (known?.documents ?? 0) })
    }
  }
  return [...found]
    .filter(([, { mistakes }]) => mistakes === fewest)
    .toSorted(([a, one], [b, other]) => other.documents - one.documents || (a < b ? -1 : 1))
    .slice(0, MOST_MEANT)
    .map(([text]) => text)
}
