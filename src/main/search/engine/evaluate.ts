/** Answers queries out of a view of the index. Never throws on any plan; what it holds between queries is memory to use again. */
import { kinds } from '../../../shared/model/vocabulary.ts'
import type { Matches, MatchOrder, MatchRequest } from '../search-engine.ts'
import { BestRows, byRank, type Candidate } from './best-rows.ts'
import { FacetCounts } from './count-facets.ts'
import { FoundPool, IS_CALLED, IS_NAMED, IS_TITLED, type Found } from './found.ts'
import { SegmentMatcher } from './match-segment.ts'
import { meantBy } from './meant-words.ts'
import { nearnessIn } from './nearness.ts'
import type { Plan } from './plan.ts'
import { asTyped, calledOf, probeOf, type Probe, type Spelling } from './probe.ts'
import type { Segment, SegmentView } from './segment.ts'

/** So many of the best are looked at closely, of all or of each kind. Fixed numbers: pages of one answer fit together. */
const LOOKED_AT = 200
const LOOKED_AT_OF_KIND = 50
/** Above any sum of impacts and nearness. */
const CLOSER = 2 ** 32
/** Above any day. */
const NO_DAY = 1e9

const pool = new FoundPool()

export interface EvaluateOptions {
  /** A word stands for itself and what begins with it, not for other spellings: for comparison with other engines. */
  readonly exact?: boolean
}

export function evaluate(view: SegmentView, request: MatchRequest, { exact = false }: EvaluateOptions = {}): Matches {
  const typed = matchesOf(view, request, { ...asTyped, exact })
  if (!request.forgiving || typed.total > 0) return typed
  for (const meant of meantBy(view, request.plan)) {
    const guessed = matchesOf(view, request, { exact, meant })
    if (guessed.total > 0) return { ...guessed, meant }
  }
  return typed
}

/** Rows of all records that match, in no order. */
export function rowsOf(view: SegmentView, plan: Plan, { exact = false }: EvaluateOptions = {}): Uint32Array {
  const parts: Uint32Array[] = []
  each(view, probeOf(plan, { ...asTyped, exact }), (found, { segment }) => {
    parts.push(found.documents.slice(0, found.count).map((document) => segment.rows[document] as number))
  })
  const rows = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    rows.set(part, at)
    at += part.length
  }
  return rows
}

/** How many records match. */
export function countOf(view: SegmentView, plan: Plan, { exact = false }: EvaluateOptions = {}): number {
  let count = 0
  each(view, probeOf(plan, { ...asTyped, exact }), (found) => void (count += found.count))
  return count
}

function each(view: SegmentView, probe: Probe, take: (found: Found, matcher: SegmentMatcher) => void): void {
  for (const segment of view.segments) {
    const matcher = new SegmentMatcher(segment, pool)
    take(matcher.match(probe), matcher)
    matcher.close()
  }
}

function matchesOf(view: SegmentView, request: MatchRequest, spelling: Spelling): Matches {
  const { plan, order, from, count, perKind } = request
  const probe = probeOf(plan, spelling)
  const called = order === 'relevance' ? calledOf(plan) : undefined
  const facets = new FacetCounts(request.facets)
  const totals = new Uint32Array(kinds.length)
  const closely = perKind === null ? LOOKED_AT : LOOKED_AT_OF_KIND
  const most = Math.max(closely, perKind ?? from + count)
  const best = Array.from({ length: perKind === null ? 1 : kinds.length }, () => new BestRows(most))
  const matchers = view.segments.map((segment) => {
    const matcher = new SegmentMatcher(segment, pool)
    const found = matcher.match(probe)
    facets.add(segment, found.flags)
    if (called !== undefined) markCalled(segment, called, found.flags)
    addBest(best, matcher, found, order, totals)
    return matcher
  })
  const ordered = best.map((group) => lookedAt(group.inOrder(), order === 'relevance' ? closely : 0))
  for (const matcher of matchers) matcher.close()
  const kindsInOrder = kinds.map((kind, number) => ({
    kind,
    total: totals[number] as number,
    best: ordered[perKind === null ? 0 : number]?.[0],
  }))
  const found = kindsInOrder.filter(({ total }) => total > 0)
  if (perKind !== null) found.sort((a, b) => (a.best && b.best ? byRank(a.best, b.best) : 0))
  const pages =
    perKind === null
      ? (ordered[0] ?? []).slice(from, from + count)
      : found.flatMap(({ kind }) => (ordered[kinds.indexOf(kind)] ?? []).slice(0, perKind))
  return {
    total: totals.reduce((sum, total) => sum + total, 0),
    byKind: found.map(({ kind, total }) => ({ kind, total })),
    rows: pages.map(({ row }) => row),
    facets: facets.get(),
    meant: null,
  }
}

/** Nearness moves only those that stand among the first. */
function lookedAt(ordered: readonly Candidate[], closely: number): Candidate[] {
  const first = ordered.slice(0, closely)
  for (const one of first) one.rank += nearnessIn(one.matcher.segment, one.matcher.words, one.document)
  return [...first.toSorted(byRank), ...ordered.slice(closely)]
}

function markCalled(segment: Segment, called: string, flags: Uint8Array): void {
  const number = segment.keywords.find(called)
  if (number === undefined) return
  for (const document of segment.documentsWithKeyword(number)) {
    if (flags[document] !== 0) flags[document] = (flags[document] as number) | IS_CALLED
  }
}

/** Adds what is found to one heap for each kind or for all; counts kinds on the way. */
function addBest(best: readonly BestRows[], matcher: SegmentMatcher, found: Found, order: MatchOrder, totals: Uint32Array): void {
  const { documents, flags, scores } = found
  const { segment } = matcher
  const { kinds } = segment
  const ranks = order === 'relevance' ? undefined : ranksByDay(segment, order)
  for (let at = 0; at < found.count; at++) {
    const document = documents[at] as number
    const kind = kinds[document] as number
    totals[kind] = (totals[kind] as number) + 1
    const rank = ranks ? ranks(document) : (CLOSENESS[flags[document] as number] as number) + (scores[document] as number)
    const group = best[best.length === 1 ? 0 : kind] as BestRows
    if (rank >= group.least) group.add(matcher, document, rank)
  }
}

/** Records without a date come last either way. */
function ranksByDay(segment: Segment, order: MatchOrder): (document: number) => number {
  if (order === 'updated') return () => 0
  const { from: days } = segment.days('date')
  return (document) => rankOfDay(days[document] as number, order === 'newest')
}

const rankOfDay = (day: number, newest: boolean): number => (day === 0 ? -NO_DAY : newest ? day : -day)

/** 3: the query is what the record is called. 2: every word of it stands in its title; 1: in its title or names. */
const closenessOf = (flags: number): number =>
  (flags & IS_CALLED) !== 0 ? 3 : (flags & IS_TITLED) !== 0 ? 2 : (flags & IS_NAMED) !== 0 ? 1 : 0

/** By flags. */
const CLOSENESS = Float64Array.from({ length: 16 }, (_, flags) => closenessOf(flags) * CLOSER)
