/** Finds a probe in one segment. */
import { expandWord, weights, type Expansion } from './expand-word.ts'
import { FOUND, IS_NAMED, NO_TERM, type Found, type FoundPool } from './found.ts'
import { matchPhrase } from './match-phrase.ts'
import { bitOf, heightOf, NAMED, type Probe, type WordNode, type WordProbe } from './probe.ts'
import type { Postings, Segment } from './segment.ts'

/** Words of the query that stand side by side, kept to see how near they stand in a document. */
const MOST_KEPT = 6
const OWNERS = bitOf('owners')

export class SegmentMatcher {
  readonly segment: Segment
  readonly pool: FoundPool
  /** What single words of the outermost list found, in the order of the query; given back by {@link close}. */
  readonly words: Found[] = []

  constructor(segment: Segment, pool: FoundPool) {
    this.segment = segment
    this.pool = pool
  }

  /** The live documents that match. Valid until {@link close}. */
  match(probe: Probe): Found {
    const found = probe.op === 'and' ? this.#all(probe.of, null, true) : this.find(probe, null)
    found.retain((document) => this.segment.isLive(document))
    return found
  }

  close(found: Found): void {
    for (const one of new Set([...this.words, found])) this.pool.give(one)
    this.words.length = 0
  }

  /** `within`: flags of documents outside of which nothing matters. */
  find(probe: Probe, within: Uint8Array | null): Found {
    switch (probe.op) {
      case 'all':
      case 'none':
        return this.#each(() => probe.op === 'all')
      case 'word':
        return this.word(probe.word, probe.fields, false, within)
      case 'phrase':
        return matchPhrase(this, probe.words, probe.fields, within)
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

  /** `whole`: words that only begin with it do not count. */
  word(probe: WordProbe, fields: number, whole: boolean, within: Uint8Array | null): Found {
    const { segment } = this
    const found = this.pool.take(segment.documents)
    // what is kept ready does not count who answers for a record
    const mayBeReady = !whole && (fields & OWNERS) === 0
    const ready = mayBeReady ? segment.prefixPostings(probe.word) : undefined
    if (ready) collect(found, ready, { term: NO_TERM, weight: weights.prefix, fields }, within)
    const prefixKeys = probe.prefixKeys.filter((key) => {
      const others = mayBeReady ? segment.nameKeyPrefixPostings(key) : undefined
      if (others) collect(found, others, { term: NO_TERM, weight: weights.variantPrefix, fields }, within)
      return others === undefined
    })
    for (const { term, weight, fields: own } of expandWord(segment, probe, { whole, prefixes: ready === undefined, prefixKeys })) {
      if ((own & fields) !== 0) collect(found, segment.postings(term), { term, weight, fields: own & fields }, within)
    }
    return found
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
        return this.#costOfWord(probe.word)
      default:
        return this.segment.documents
    }
  }

  #costOfWord(probe: WordProbe): number {
    const { terms, documents } = this.segment
    const { from, to } = terms.beginningWith(probe.word)
    let cost = 0
    for (let term = from; term < to && cost < documents * 4; term++) cost += this.segment.documentsWith(term)
    return cost
  }

  #each(matches: (document: number) => boolean): Found {
    const { documents } = this.segment
    const found = this.pool.take(documents)
    for (let document = 0; document < documents; document++) if (matches(document)) found.add(document, FOUND | IS_NAMED, 0)
    return found
  }

  #keyword(keyword: string, below: boolean): Found {
    const { keywords } = this.segment
    const found = this.pool.take(this.segment.documents)
    const add = (number: number) => {
      for (const document of this.segment.documentsWithKeyword(number)) {
        if (found.flags[document] === 0) found.add(document, FOUND | IS_NAMED, 0)
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

  #any(probes: readonly Probe[], within: Uint8Array | null): Found {
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

  #all(probes: readonly Probe[], within: Uint8Array | null, keep: boolean): Found {
    const kept = new Map<Probe, Found>()
    const wanted = new Set<Probe>(keep ? probes.filter((probe): probe is WordNode => probe.op === 'word').slice(0, MOST_KEPT) : [])
    const costs = new Map(probes.map((probe) => [probe, this.cost(probe)]))
    let found: Found | undefined
    for (const probe of probes.toSorted((a, b) => (costs.get(a) as number) - (costs.get(b) as number))) {
      if (found?.count === 0) break
      const isExcluded = probe.op === 'not' && found !== undefined
      const next: Found = this.find(isExcluded ? probe.of : probe, found?.flags ?? within)
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

function collect(found: Found, postings: Postings, { term, weight, fields }: Expansion, within: Uint8Array | null): void {
  const { flags, scores, terms, documents } = found
  const { count, documents: posted, impacts, fields: stands } = postings
  let known = found.count
  for (let at = 0; at < count; at++) {
    const document = posted[at] as number
    if (within !== null && within[document] === 0) continue
    const where = (stands[at] as number) & fields
    if (where === 0) continue
    const score = (impacts[at] as number) * weight
    const already = flags[document] as number
    if (already === 0) {
      documents[known++] = document
      flags[document] = (where & NAMED) === 0 ? FOUND : FOUND | IS_NAMED
      scores[document] = score
      terms[document] = term
      continue
    }
    if ((where & NAMED) !== 0) flags[document] = already | IS_NAMED
    if (score > (scores[document] as number)) {
      scores[document] = score
      terms[document] = term
    }
  }
  found.count = known
}
