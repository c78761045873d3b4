import type { Matches } from '../search-engine.ts'
import type { Segment } from './segment.ts'

/** Values of keywords among what is found, over all parts of the index. */
export class FacetCounts {
  readonly #counts: ReadonlyMap<string, Map<string, number>>

  constructor(prefixes: readonly string[]) {
    this.#counts = new Map(prefixes.map((prefix) => [prefix, new Map<string, number>()]))
  }

  /** `flags`: 0 for a document that is not found. */
  add(segment: Segment, flags: Uint8Array): void {
    for (const [prefix, counts] of this.#counts) {
      const { from, to } = segment.keywords.beginningWith(prefix)
      for (let number = from; number < to; number++) {
        const documents = segment.documentsWithKeyword(number)
        let count = 0
        for (let at = 0; at < documents.length; at++) if (flags[documents[at] as number] !== 0) count++
        if (count === 0) continue
        const value = segment.keywords.term(number).slice(prefix.length)
        counts.set(value, (counts.get(value) ?? 0) + count)
      }
    }
  }

  /** Greatest first, then in the order of their code units. */
  get(): Matches['facets'] {
    return Object.fromEntries(
      [...this.#counts].map(([prefix, counts]) => [
        prefix,
        [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
      ]),
    )
  }
}
