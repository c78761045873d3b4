/** What a search answers, over the index of one workspace: the same for windows and the command line. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Output } from '../../../shared/contract/index.ts'
import type { SavedSearch, SearchFilters, SearchHit } from '../../../shared/contract/search.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { respelledQuery, retypedQueries } from '../../../shared/search/respell-query.ts'
import type { Plan } from '../../search/engine/plan.ts'
import type { Matches, MatchRequest } from '../../search/search-engine.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import type { Workspace } from '../../workspace/port.ts'
import { dateOf, detailOf } from '../head-text.ts'
import { facetPlans, narrowed, type FacetName } from './narrowing.ts'
import type { QueryReader, ReadQuery } from './query-reader.ts'

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
const NOTHING: Matches = { total: 0, byKind: [], rows: [], facets: {}, meant: null }

type Asking = Omit<MatchRequest, 'plan' | 'forgiving'>

/** What was found, and with which words. */
interface Found {
  /** The query as it was searched; without a plan there was nothing to look for. */
  readonly read: ReadQuery
  readonly plan: Plan | null
  readonly matches: Matches
  readonly searchedFor: Page['searchedFor']
  readonly standing: Standing
}

/** How the index stood before it was asked: what it took in meanwhile may be missing in what was found. */
type Standing = Pick<Page, 'revision' | 'partial' | 'progress' | 'unreadable'>

export class Searcher {
  readonly #options: SearcherOptions

  constructor(options: SearcherOptions) {
    this.#options = options
  }

  /** The best of each kind. */
  async best(text: string, kinds: readonly Kind[], limit: number): Promise<Output<'search.query'>> {
    await this.#patience()
    const started = performance.now()
    const asking: Asking = { order: 'relevance', from: 0, count: 0, perKind: limit, facets: [] }
    const found = await this.#find(text, { ...NO_FILTERS, kinds: [...kinds] }, asking)
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
    const found = await this.#find(text, filters, asking)
    const rows = sort === 'title' ? (await this.#byTitle(found)).slice(from, from + count) : found.matches.rows
    const facets = { kinds: [], countries: [], tags: [], years: [] } as Record<FacetName, { value: string; count: number }[]>
    if (found.read.plan)
      for (const { name, prefix, without } of own) {
        const counted =
          without === null ? found.matches : await this.#match(narrowed(found.read.plan, without), { ...NO_ROWS, facets: [prefix] }, found)
        facets[name] = this.#named(name, counted.facets[prefix] ?? [])
      }
    const took = performance.now() - started
    return { ...this.#answer(text, found, took), hits: await this.#hits(found, rows), facets: facets as Page['facets'] }
  }

  /** How many records each finds; null while not all can be found, or the search does not work. */
  async counts(searches: readonly Pick<SavedSearch, 'text' | 'filters'>[]): Promise<readonly number[] | null> {
    await this.#patience()
    const plans = await Promise.all(
      searches.map(async ({ text, filters }) => withFilters((await this.#options.reader.read(text)).plan, filters)),
    )
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
      found = await this.#find(text, filters, NO_ROWS)
    } while (found.standing.partial)
    if (!found.plan) return []
    if (!found.matches.meant) return [...(await this.#options.index.rows(found.plan))]
    return (await this.#match(found.plan, { ...NO_ROWS, count: found.matches.total }, found)).rows
  }

  /** When the index has become whole meanwhile, who asks may have been told so before this answer comes: it is whole too. */
  async #find(text: string, filters: SearchFilters, asking: Asking): Promise<Found> {
    const found = await this.#findNow(text, filters, asking)
    return found.standing.partial && this.#options.index.isReady ? this.#findNow(text, filters, asking) : found
  }

  async #findNow(text: string, filters: SearchFilters, asking: Asking): Promise<Found> {
    const read = await this.#options.reader.read(text)
    const plan = withFilters(read.plan, filters)
    const standing = this.#standing()
    if (!plan) return { read, plan, matches: NOTHING, searchedFor: null, standing }
    const typed: Found = { read: { ...read, plan: read.plan ?? { op: 'all' } }, plan, matches: NOTHING, searchedFor: null, standing }
    // before, that nothing is found as typed would be an untruth
    const forgiving = !standing.partial
    const matches = await this.#options.index.match({ ...asking, plan, forgiving })
    if (matches.meant && read.root)
      return { ...typed, matches, searchedFor: { how: 'typo', text: respelledQuery(text, read.root, matches.meant) } }
    if (matches.total > 0 || !read.root || !forgiving) return { ...typed, matches }
    return (await this.#onOtherLayouts(typed, filters, asking)) ?? { ...typed, matches }
  }

  async #onOtherLayouts(typed: Found, filters: SearchFilters, asking: Asking): Promise<Found | undefined> {
    for (const retyped of retypedQueries(typed.read.text)) {
      const read = await this.#options.reader.read(retyped)
      const plan = read.plan && withFilters(read.plan, filters)
      if (!plan) continue
      const matches = await this.#options.index.match({ ...asking, plan, forgiving: false })
      if (matches.total > 0) return { ...typed, read, plan, matches, searchedFor: { how: 'layout', text: retyped } }
    }
    return undefined
  }

  /** Once more, with the words taken as they were. */
  #match(plan: Plan, asking: Asking, { matches }: Found): Promise<Matches> {
    return this.#options.index.match({ ...asking, plan, forgiving: matches.meant !== null })
  }

  async #byTitle(found: Found): Promise<readonly number[]> {
    if (!found.plan) return []
    const rows = found.matches.meant
      ? (await this.#match(found.plan, { ...NO_ROWS, count: MOST_GUESSED }, found)).rows
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

  #standing(): Standing {
    const { workspace, index } = this.#options
    return { revision: workspace.revision, partial: !index.isReady, progress: index.progress, unreadable: index.unreadable }
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

const NO_ROWS: Asking = { order: 'relevance', from: 0, count: 0, perKind: null, facets: [] }

const mutable = (ranges: readonly (readonly [number, number])[]): [number, number][] => ranges.map(([from, to]) => [from, to])

/** Null when neither a word nor a filter is given: that finds nothing, not everything. */
function withFilters(plan: Plan | null, filters: SearchFilters): Plan | null {
  const isFiltered = Object.values(filters).some((values) => values.length > 0)
  return plan || isFiltered ? narrowed(plan ?? { op: 'all' }, filters) : null
}
