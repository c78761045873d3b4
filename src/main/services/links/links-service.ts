/** Links: completion, what they mean, and who links here. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { backlinksOf } from './backlinks.ts'
import { withPostsOn } from './posts-on.ts'
import { suggestLinks, type Suggestion, type SuggestionRequest } from './suggest-links.ts'

type LinksMethods = Pick<typeof listMethods, 'links.suggest' | 'links.resolve' | 'links.backlinks'>

async function suggested(open: OpenWorkspace, request: SuggestionRequest): Promise<Suggestion[]> {
  const found = suggestLinks(open.index, request)
  if (found.length >= request.limit || request.text.trim() === '') return found
  const { rowsCalled } = await import('./rows-called.ts')
  const variants = await rowsCalled(open, request.text, found.length === 0)
  return variants.length === 0 ? found : suggestLinks(open.index, request, variants)
}

export function linksService({ session }: ServiceContext): Service<LinksMethods> {
  return {
    'links.suggest': (request) =>
      session.use(async (open) => {
        const suggestions = await suggested(open, request)
        return request.on === '' ? suggestions : withPostsOn(open, suggestions, request.on)
      }),

    'links.resolve': ({ names }) =>
      session.use(async ({ index }) =>
        names.map((name) => {
          const head = index.target(name)
          return head ? { id: head.id, kind: head.kind, title: head.title } : null
        }),
      ),

    'links.backlinks': ({ id, from, count }) =>
      session.use((open) => {
        if (!open.workspace.head(id)) throw notFound(id)
        return backlinksOf(open, id, { from, count })
      }),
  }
}
