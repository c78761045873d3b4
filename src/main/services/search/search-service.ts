/** Search over everything, while typing. */
import type { searchMethods } from '../../../shared/contract/search.ts'
import type { Service, ServiceContext } from '../service-context.ts'

export function searchService({ session }: ServiceContext): Service<typeof searchMethods> {
  return { 'search.query': (query) => session.use(({ search }) => search.query(query)) }
}
