/** What is asked of the index and what it answers, whichever thread it lives in. Plain JSON. */
import type { SearchField } from '../../shared/search/query.ts'
import type { Kind } from '../../shared/model/common.ts'
import type { Plan } from './engine/plan.ts'

export type MatchOrder = 'relevance' | 'newest' | 'oldest' | 'updated'

export interface MatchRequest {
  readonly plan: Plan
  readonly order: MatchOrder
  /** Rows `from` to `from + count - 1` of the order; `perKind` gives so many of each kind instead. */
  readonly from: number
  readonly count: number
  readonly perKind: number | null
  /** Keywords to count among what is found, by their beginning: `kind:`, `country:`, `tag:`, `year:`. */
  readonly facets: readonly string[]
  /** Words a letter or two away count when nothing is found otherwise. */
  readonly forgiving: boolean
}

export interface Matches {
  readonly total: number
  readonly byKind: readonly { readonly kind: Kind; readonly total: number }[]
  readonly rows: readonly number[]
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
  /** Words of the plan and what they were taken for; null when none had to be. */
  readonly meant: Readonly<Record<string, readonly string[]>> | null
}

export interface SnippetRequest {
  readonly title: string
  readonly fields: Readonly<Record<SearchField, readonly string[]>>
}

export interface Snippet {
  readonly titleRanges: readonly (readonly [number, number])[]
  readonly snippet: string
  readonly snippetRanges: readonly (readonly [number, number])[]
  readonly snippetField: SearchField | null
}
