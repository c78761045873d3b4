/** What the page of results shows, and the address that means it: `/search?text=…&kind=contact&year=2023&sort=newest`. */
import type { searchSorts, SearchFilters } from '../../shared/contract/search.ts'
import type { Kind } from '../../shared/model/common.ts'
import { kinds } from '../../shared/model/vocabulary.ts'

export type SearchSort = (typeof searchSorts)[number]

/** In the order in which the page offers them. */
export const sorts = ['relevance', 'newest', 'oldest', 'title', 'updated'] as const satisfies readonly SearchSort[]

export interface Search {
  readonly text: string
  readonly filters: SearchFilters
  readonly sort: SearchSort
}

export const noFilters: SearchFilters = { kinds: [], countries: [], tags: [], years: [] }
export const searchOf = (text: string): Search => ({ text, filters: noFilters, sort: 'relevance' })

/** Something is ticked beside the results. */
export const isFiltered = ({ kinds: chosen, countries, tags, years }: SearchFilters): boolean =>
  chosen.length + countries.length + tags.length + years.length > 0

/** A longer address would not come through a reload in every host; such a text lives in the window only. */
const LONGEST = 4_000

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name)

/** Null when the search is too long to stand in an address. */
export function searchAddress({ text, filters, sort }: Search): string | null {
  const words = new URLSearchParams()
  if (text !== '') words.append('text', text)
  for (const kind of filters.kinds) words.append('kind', kind)
  for (const country of filters.countries) words.append('country', country)
  for (const tag of filters.tags) words.append('tag', tag)
  for (const year of filters.years) words.append('year', year)
  if (sort !== 'relevance') words.append('sort', sort)
  const query = words.toString()
  const address = query === '' ? '/search' : `/search?${query}`
  return address.length > LONGEST ? null : address
}

/** What an address asks for; whatever does not fit is left out. */
export function readSearch(address: string): Search {
  const words = new URLSearchParams(address.split('#')[0]?.split('?').slice(1).join('?') ?? '')
  const sort = words.get('sort')
  return {
    text: words.get('text') ?? '',
    filters: {
      kinds: words.getAll('kind').filter(isKind),
      countries: words.getAll('country').filter((code) => /^[A-Z]{3}$/.test(code)),
      tags: words.getAll('tag').filter((tag) => tag !== ''),
      years: words.getAll('year').filter((year) => /^\d{4}$/.test(year)),
    },
    sort: sorts.find((known) => known === sort) ?? 'relevance',
  }
}
