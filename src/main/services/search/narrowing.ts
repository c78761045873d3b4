/** What is ticked beside the results: within one list any of them, between lists all of them. */
import type { SearchFilters } from '../../../shared/contract/search.ts'
import type { Plan } from '../../search/engine/plan.ts'

export type FacetName = keyof SearchFilters

/** The keywords that are counted for each list. */
const prefixes: Readonly<Record<FacetName, string>> = { kinds: 'kind:', countries: 'country:', tags: 'tag:', years: 'year:' }
const names = Object.keys(prefixes) as FacetName[]

/** The plan, kept to what is ticked. */
export function narrowed(plan: Plan, filters: SearchFilters): Plan {
  const ticked = names.filter((name) => filters[name].length > 0)
  if (ticked.length === 0) return plan
  const kept = ticked.map((name): Plan => {
    const of = filters[name].map((value): Plan => ({
      op: 'keyword',
      keyword: prefixes[name] + (name === 'tags' ? value.toLowerCase() : value),
      below: false,
    }))
    return { op: 'or', of }
  })
  return plan.op === 'all' ? { op: 'and', of: kept } : { op: 'and', of: [plan, ...kept] }
}

export interface FacetPlan {
  readonly name: FacetName
  readonly prefix: string
  /** The filters without this list's own; null when it has none ticked, and all that is found counts. */
  readonly without: SearchFilters | null
}

/** Each list counts what would be found if nothing of its own were ticked. */
export const facetPlans = (filters: SearchFilters): readonly FacetPlan[] =>
  names.map((name) => ({ name, prefix: prefixes[name], without: filters[name].length > 0 ? { ...filters, [name]: [] } : null }))
