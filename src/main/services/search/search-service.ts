/** Search over everything, while typing; searches that are kept. */
import type { searchMethods } from '../../../shared/contract/search.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { complete } from './complete.ts'
import { forgetSearch, saveSearch } from './saved-searches.ts'

export function searchService({ session, emit, newId }: ServiceContext): Service<typeof searchMethods> {
  return {
    'search.query': ({ text, kinds, limit }) => session.use(async (open) => (await open.search()).searcher.best(text, kinds, limit)),

    'search.page': (request) => session.use(async (open) => (await open.search()).searcher.page(request)),

    'search.complete': ({ text, caret }) =>
      session.use(async (open) => complete(text, caret, { index: open.index, countries: (await open.search()).countries })),

    'search.saved': () =>
      session.use(async (open) => {
        const { searches } = open.workspace.settings
        // without any the index is left alone until somebody asks something
        const totals = searches.length === 0 ? null : await (await open.search()).searcher.counts(searches)
        return { revision: open.workspace.revision, searches: searches.map((search, at) => ({ ...search, total: totals?.[at] ?? null })) }
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
