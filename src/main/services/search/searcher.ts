/** What a search answers, over the index of one workspace: the same for windows and the command line. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Output } from '../../../shared/contract/index.ts'
import type { SavedSearch, SearchFilters, SearchHit } from '../../../shared/contract/search.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import type { Workspace } from '../../workspace/port.ts'
import { dateOf, detailOf } from '../head-text.ts'
import { Finder, NO_ROWS, type Asking, type Found } from './finder.ts'
import { facetPlans, narrowed, type FacetName } from './narrowing.ts'
import type { QueryReader } from './query-reader.ts'

export interface SearcherOptions {
  readonly workspace: Workspace
  readonly index: SearchIndex
  readonly reader: QueryReader
  /** All rows in the order of their titles. */
  readonly byTitle: () => Promise<Iterable<number>>
  /** Tags as they are written, those that more records have first. */
  readonly tags: () => Iterable<string>
}

export interface PageRequest {
  readonly text: string
  readonly filters: SearchFilters
  readonly sort: SavedSearch['sort']
  readonly from: number
  readonly count: number
}

type Page = Output<'search.page'>
type Answer = Omit<Page, 'hits' | 'facets'>

/** How long a query waits for the index to be taken up or built; then it answers what there is. */
const PATIENCE_MS = 300
/** Of a query whose words had to be guessed, so many are put in the order of titles. */
const MOST_GUESSED = 10_000
const NO_FILTERS: SearchFilters = { kinds: [], countries: [], tags: [], years: [] }

export class Searcher {
  readonly #options: SearcherOptions
  readonly #finder: Finder

  constructor(options: SearcherOptions) {
    this.#options = options
    this.#finder = new Finder(options.workspace, options.index, options.reader)
  }

  /** The best of each kind. */
  async best(text: string, kinds: readonly Kind[], limit: number): Promise<Output<'search.query'>> {
    await this.#patience()
    const started = performance.now()
    const asking: Asking = { order: 'relevance', from: 0, count: 0, perKind: limit, facets: [] }
    const found = await this.#finder.find(text, { ...NO_FILTERS, kinds: [...kinds] }, asking)
    const took = performance.now() - started
    const hits = await this.#hits(found, found.matches.rows)
    const groups = found.matches.byKind.map(({ kind, total }) => ({ kind, total, hits: hits.filter((hit) => hit.kind === kind) }))
    return { ...this.#answer(text, found, took), groups }
  }

  async page({ text, filters, sort, from, count }: PageRequest): Promise<Page> {
    await this.#patience()
    const started = performance.now()
    const order = sort === 'title' ? 'relevance' : sort
    const own = facetPlans(filters)
    const asking: Asking = {
      order,
      from: sort === 'title' ? 0 : from,
      count: sort === 'title' ? 0 : count,
      perKind: null,
      facets: own.filter(({ without }) => without === null).map(({ prefix }) => prefix),
    }
    const found = await this.#finder.find(text, filters, asking)
    const rows = sort === 'title' ? (await this.#byTitle(found)).slice(from, from + count) : found.matches.rows
    const facets = { kinds: [], countries: [], tags: [], years: [] } as Record<FacetName, { value: string; count: number }[]>
    if (found.read.plan)
      for (const { name, prefix, without } of own) {
        const counted =
          without === null
            ? found.matches
            : await this.#finder.again(narrowed(found.read.plan, without), { ...NO_ROWS, facets: [prefix] }, found)
        facets[name] = this.#named(name, counted.facets[prefix] ?? [])
      }
    const took = performance.now() - started
    return { ...this.#answer(text, found, took), hits: await this.#hits(found, rows), facets: facets as Page['facets'] }
  }

  /** How many records each finds; null while not all can be found, or the search does not work. */
  async counts(searches: readonly Pick<SavedSearch, 'text' | 'filters'>[]): Promise<readonly number[] | null> {
    await this.#patience()
    const plans = await Promise.all(searches.map(({ text, filters }) => this.#finder.plan(text, filters)))
    const asked = plans.flatMap((plan) => plan ?? [])
    const counted = await this.#options.index.count(asked)
    const counts = counted?.values()
    return counts ? plans.map((plan) => (plan && counts.next().value) || 0) : null
  }

  /** All rows that a search finds, as its page shows them; when the index is whole. */
  async rows(text: string, filters: SearchFilters): Promise<readonly number[]> {
    let found: Found
    do {
      await this.#options.index.ready
      found = await this.#finder.find(text, filters, NO_ROWS)
    } while (found.standing.partial)
    if (!found.plan) return []
    if (!found.matches.meant) return [...(await this.#options.index.rows(found.plan))]
    return (await this.#finder.again(found.plan, { ...NO_ROWS, count: found.matches.total }, found)).rows
  }

  async #byTitle(found: Found): Promise<readonly number[]> {
    if (!found.plan) return []
    const rows = found.matches.meant
      ? (await this.#finder.again(found.plan, { ...NO_ROWS, count: MOST_GUESSED }, found)).rows
      : await this.#options.index.rows(found.plan)
    const wanted = new Set(rows)
    const sorted: number[] = []
    for (const row of await this.#options.byTitle()) if (wanted.has(row)) sorted.push(row)
    return sorted
  }

  async #hits({ plan, matches }: Found, rows: readonly number[]): Promise<SearchHit[]> {
    if (!plan || rows.length === 0) return []
    const { workspace, index } = this.#options
    const shown = new Map((await index.snippets(plan, matches.meant, rows)).map((one) => [one.row, one]))
    return rows.flatMap((row) => {
      const head = workspace.headAt(row)
      const found = shown.get(row)
      if (!head || !found) return []
      const { title, titleRanges, snippet, snippetRanges, snippetField } = found
      return [
        {
          id: head.id,
          kind: head.kind,
          title,
          titleRanges: mutable(titleRanges),
          detail: detailOf(head),
          date: dateOf(head),
          snippet,
          snippetRanges: mutable(snippetRanges),
          snippetField,
        },
      ]
    })
  }

  #answer(text: string, { read, matches, searchedFor, standing }: Found, took: number): Answer {
    // of what was typed, not of what was searched in its place
    const problems = read.text === text ? read.problems : []
    return {
      ...standing,
      total: matches.total,
      took,
      searchedFor,
      problems: problems.map(({ code, span: [from, to], about }) => ({ code, span: [from, to], about })),
    }
  }

  #named(name: FacetName, counted: readonly { readonly value: string; readonly count: number }[]): { value: string; count: number }[] {
    const values = counted.map(({ value, count }) => ({ value, count }))
    if (name === 'years') return values.toSorted((a, b) => (a.value < b.value ? 1 : -1))
    if (name !== 'tags' || values.length === 0) return values
    const written = new Map<string, string>()
    for (const tag of this.#options.tags()) if (!written.has(tag.toLowerCase())) written.set(tag.toLowerCase(), tag)
    return values.map(({ value, count }) => ({ value: written.get(value) ?? value, count }))
  }

  async #patience(): Promise<void> {
    const { index } = this.#options
    if (index.isReady) return
    await index.opened
    await Promise.race([index.ready, wait(PATIENCE_MS, undefined, { ref: false })])
  }
}

const mutable = (ranges: readonly (readonly [number, number])[]): [number, number][] => ranges.map(([from, to]) => [from, to])
