/** Finds a probe in one segment. */
import { FOUND_OTHERWISE, type Found, type FoundPool } from './found.ts'
import { matchPhrase } from './match-phrase.ts'
import { costOfWord, matchWord } from './match-word.ts'
import { heightOf, type Probe, type WordNode } from './probe.ts'
import type { Segment } from './segment.ts'

/** Words of the query that stand side by side, kept to see how near they stand in a document. */
const MOST_KEPT = 6

export class SegmentMatcher {
  readonly segment: Segment
  readonly pool: FoundPool
  /** What single words of the outermost list found, in the order of the query, until {@link close}. */
  readonly words: Found[] = []
  readonly #taken = new Set<Found>()

  constructor(segment: Segment, pool: FoundPool) {
    this.segment = segment
    this.pool = pool
  }

  /** The live documents that match. Valid until {@link close}. */
  match(probe: Probe): Found {
    const found = probe.op === 'and' ? this.#all(probe.of, null, true) : this.find(probe, null)
    found.retain((document) => this.segment.isLive(document))
    for (const one of [found, ...this.words]) this.#taken.add(one)
    return found
  }

  close(): void {
    for (const one of this.#taken) this.pool.give(one)
  }

  /** `within`: outside of what that finds nothing matters. */
  find(probe: Probe, within: Found | null): Found {
    switch (probe.op) {
      case 'all':
      case 'none':
        return this.#each(() => probe.op === 'all')
      case 'word':
        return matchWord(this.segment, this.pool.take(this.segment.documents), probe, within)
      case 'phrase':
        return matchPhrase(this.segment, this.pool, probe, within)
      case 'keyword':
        return this.#keyword(probe.keyword, probe.below)
      case 'days': {
        const { from, to } = this.segment.days(probe.column)
        return this.#each((document) => (to[document] as number) >= Math.max(probe.from, 1) && (from[document] as number) <= probe.to)
      }
      case 'not': {
        const excluded = this.find(probe.of, within)
        const found = this.#each((document) => excluded.flags[document] === 0)
        this.pool.give(excluded)
        return found
      }
      case 'or':
        return this.#any(probe.of, within)
      case 'and':
        return this.#all(probe.of, within, false)
    }
  }

  /** How many postings a part reads at most; composite parts come before all others, the deepest first. */
  cost(probe: Probe): number {
    switch (probe.op) {
      case 'and':
      case 'or':
        return -heightOf(probe)
      case 'not':
        // what is left out is taken off what is found
        return Number.MAX_VALUE
      case 'keyword':
      case 'days':
        return this.segment.documents >> 2
      case 'phrase':
        return this.segment.documents * 2
      case 'word':
        return costOfWord(this.segment, probe.word)
      default:
        return this.segment.documents
    }
  }

  #each(matches: (document: number) => boolean): Found {
    const { documents } = this.segment
    const found = this.pool.take(documents)
    for (let document = 0; document < documents; document++) if (matches(document)) found.add(document, FOUND_OTHERWISE, 0)
    return found
  }

  #keyword(keyword: string, below: boolean): Found {
    const { keywords } = this.segment
    const found = this.pool.take(this.segment.documents)
    const add = (number: number) => {
      for (const document of this.segment.documentsWithKeyword(number)) {
        if (found.flags[document] === 0) found.add(document, FOUND_OTHERWISE, 0)
      }
    }
    const number = keywords.find(keyword)
    if (number !== undefined) add(number)
    if (below) {
      const range = keywords.beginningWith(`${keyword}/`)
      for (let one = range.from; one < range.to; one++) add(one)
    }
    return found
  }

  #any(probes: readonly Probe[], within: Found | null): Found {
    // the deepest first: what is held meanwhile does not grow with the depth of the query
    const [first, ...others] = probes.toSorted((a, b) => heightOf(b) - heightOf(a))
    const found = this.find(first as Probe, within)
    for (const other of others) {
      const also = this.find(other, within)
      found.unite(also)
      this.pool.give(also)
    }
    return found
  }

  #all(probes: readonly Probe[], within: Found | null, keep: boolean): Found {
    const kept = new Map<Probe, Found>()
    const wanted = new Set<Probe>(keep ? probes.filter((probe): probe is WordNode => probe.op === 'word').slice(0, MOST_KEPT) : [])
    const costs = new Map(probes.map((probe) => [probe, this.cost(probe)]))
    let found: Found | undefined
    for (const probe of probes.toSorted((a, b) => (costs.get(a) as number) - (costs.get(b) as number))) {
      if (found?.count === 0) break
      const isExcluded = probe.op === 'not' && found !== undefined
      const next: Found = this.find(isExcluded ? probe.of : probe, found ?? within)
      if (wanted.has(probe)) kept.set(probe, next)
      if (!found) found = next
      else if (isExcluded) found.retain((document) => next.flags[document] === 0)
      else found.intersect(next)
      if (next !== found && !kept.has(probe)) this.pool.give(next)
    }
    if (wanted.size > 0) for (const probe of wanted) this.words.push(...[kept.get(probe)].filter((one) => one !== undefined))
    return found as Found
  }
}
