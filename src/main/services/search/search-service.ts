/** Search over everything, while typing; searches that are kept. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Input, Output } from '../../../shared/contract/index.ts'
import type { searchMethods } from '../../../shared/contract/search.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { forgetSearch, saveSearch } from './saved-searches.ts'

/** How long a query waits for the index, which the first query begins to build; then it answers what it has. */
const PATIENCE_MS = 300

export function searchService({ session, emit, newId }: ServiceContext): Service<typeof searchMethods> {
  const find = async (open: OpenWorkspace, query: Input<'search.query'>): Promise<Output<'search.query'>> => {
    const search = await open.search()
    await Promise.race([search.ready, wait(PATIENCE_MS, undefined, { ref: false })])
    return search.query(query)
  }
  return {
    'search.query': (query) => session.use((open) => find(open, query)),

    'search.page': ({ text, filters, from, count }) =>
      session.use(async (open) => {
        const { groups, ...answer } = await find(open, { text, kinds: filters.kinds, limit: from + count })
        const kinds = groups.map(({ kind, total }) => ({ value: kind, count: total }))
        const hits = groups.flatMap((group) => group.hits).slice(from, from + count)
        return { ...answer, hits, facets: { kinds, countries: [], tags: [], years: [] } }
      }),

    'search.complete': async ({ caret }) => ({ from: caret, to: caret, items: [] }),

    'search.saved': () =>
      session.use(async (open) => {
        const searches = []
        for (const search of open.workspace.settings.searches) {
          const { total } = await find(open, { text: search.text, kinds: search.filters.kinds, limit: 0 })
          searches.push({ ...search, total })
        }
        return { revision: open.workspace.revision, searches }
      }),

    'search.save': (search) =>
      session.use(async ({ workspace }) => {
        const saved = await saveSearch(workspace, search, newId)
        emit('search.savedChanged', {})
        return saved
      }),

    'search.forget': ({ id }) =>
      session.use(async ({ workspace }) => {
        await forgetSearch(workspace, id)
        emit('search.savedChanged', {})
        return {}
      }),
  }
}
