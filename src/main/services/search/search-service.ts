/** Search over everything, while typing. */
import { setTimeout as wait } from 'node:timers/promises'
import type { searchMethods } from '../../../shared/contract/search.ts'
import type { Service, ServiceContext } from '../service-context.ts'

/** How long a query waits for the index, which the first query begins to build; then it answers what it has. */
const PATIENCE_MS = 300

export function searchService({ session }: ServiceContext): Service<typeof searchMethods> {
  return {
    'search.query': (query) =>
      session.use(async (open) => {
        const search = await open.search()
        await Promise.race([search.ready, wait(PATIENCE_MS, undefined, { ref: false })])
        return search.query(query)
      }),
  }
}
