/** Finds what a text asks for: as it was typed, else with words that are near, else on other layouts of the keyboard. */
import type { Output } from '../../../shared/contract/index.ts'
import type { SearchFilters } from '../../../shared/contract/search.ts'
import { respelledQuery, retypedQueries } from '../../../shared/search/respell-query.ts'
import type { Plan } from '../../search/engine/plan.ts'
import type { Matches, MatchRequest } from '../../search/search-engine.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import type { Workspace } from '../../workspace/port.ts'
import { narrowed } from './narrowing.ts'
import type { QueryReader, ReadQuery } from './query-reader.ts'

type Page = Output<'search.page'>

export type Asking = Omit<MatchRequest, 'plan' | 'forgiving'>
export const NO_ROWS: Asking = { order: 'relevance', from: 0, count: 0, perKind: null, facets: [] }
const NOTHING: Matches = { total: 0, byKind: [], rows: [], facets: {}, meant: null }

/** What was found, and with which words. */
export interface Found {
  /** The query as it was searched; without a plan there was nothing to look for. */
  readonly read: ReadQuery
  readonly plan: Plan | null
  readonly matches: Matches
  readonly searchedFor: Page['searchedFor']
  readonly standing: Standing
}

/** How the index stood before it was asked: what it took in meanwhile may be missing in what was found. */
export type Standing = Pick<Page, 'revision' | 'partial' | 'progress' | 'unreadable'>

export class Finder {
  readonly #workspace: Workspace
  readonly #index: SearchIndex
  readonly #reader: QueryReader

  constructor(workspace: Workspace, index: SearchIndex, reader: QueryReader) {
    this.#workspace = workspace
    this.#index = index
    this.#reader = reader
  }

  /** Null when neither a word nor a filter is given: that finds nothing, not everything. */
  async plan(text: string, filters: SearchFilters): Promise<Plan | null> {
    return withFilters((await this.#reader.read(text)).plan, filters)
  }

  /** When the index has become whole meanwhile, who asks may have been told so before this answer comes: it is whole too. */
  async find(text: string, filters: SearchFilters, asking: Asking): Promise<Found> {
    const found = await this.#findNow(text, filters, asking)
    return found.standing.partial && this.#index.isReady ? this.#findNow(text, filters, asking) : found
  }

  /** Once more, with the words taken as they were. */
  again(plan: Plan, asking: Asking, { matches }: Found): Promise<Matches> {
    return this.#index.match({ ...asking, plan, forgiving: matches.meant !== null })
  }

  async #findNow(text: string, filters: SearchFilters, asking: Asking): Promise<Found> {
    const read = await this.#reader.read(text)
    const plan = withFilters(read.plan, filters)
    const standing = this.#standing()
    if (!plan) return { read, plan, matches: NOTHING, searchedFor: null, standing }
    const typed: Found = { read: { ...read, plan: read.plan ?? { op: 'all' } }, plan, matches: NOTHING, searchedFor: null, standing }
    // before, that nothing is found as typed would be an untruth
    const forgiving = !standing.partial
    const matches = await this.#index.match({ ...asking, plan, forgiving })
    if (matches.meant && read.root)
      return { ...typed, matches, searchedFor: { how: 'typo', text: respelledQuery(text, read.root, matches.meant) } }
    if (matches.total > 0 || !read.root || !forgiving) return { ...typed, matches }
    return (await this.#onOtherLayouts(typed, filters, asking)) ?? { ...typed, matches }
  }

  async #onOtherLayouts(typed: Found, filters: SearchFilters, asking: Asking): Promise<Found | undefined> {
    for (const retyped of retypedQueries(typed.read.text)) {
      const read = await this.#reader.read(retyped)
      const plan = read.plan && withFilters(read.plan, filters)
      if (!plan) continue
      const matches = await this.#index.match({ ...asking, plan, forgiving: false })
      if (matches.total > 0) return { ...typed, read, plan, matches, searchedFor: { how: 'layout', text: retyped } }
    }
    return undefined
  }

  #standing(): Standing {
    const index = this.#index
    return { revision: this.#workspace.revision, partial: !index.isReady, progress: index.progress, unreadable: index.unreadable }
  }
}

function withFilters(plan: Plan | null, filters: SearchFilters): Plan | null {
  const isFiltered = Object.values(filters).some((values) => values.length > 0)
  return plan || isFiltered ? narrowed(plan ?? { op: 'all' }, filters) : null
}
