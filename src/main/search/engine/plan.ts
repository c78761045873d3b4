/** What the index is asked: a query with its country names, days and states resolved. Plain JSON: it goes to a worker. */
import type { SearchField } from '../../../shared/search/query.ts'

export type Plan =
  | { readonly op: 'all' }
  | { readonly op: 'and' | 'or'; readonly of: readonly Plan[] }
  | { readonly op: 'not'; readonly of: Plan }
  | { readonly op: 'word'; readonly word: string; readonly fields: readonly SearchField[] }
  | { readonly op: 'phrase'; readonly words: readonly string[]; readonly fields: readonly SearchField[] }
  /** Records that carry a keyword (see {@link DocumentFields.keywords}); `below`: or one that goes on with `/`. */
  | { readonly op: 'keyword'; readonly keyword: string; readonly below: boolean }
  /** Records whose span of days in `column` meets `from`–`to` (YYYYMMDD, both included). Records without one never match. */
  | { readonly op: 'days'; readonly column: DayColumn; readonly from: number; readonly to: number }

/**
 * `date`: the record's own date, a partial one as the span of its days. `due`: deadlines of its open actions, the
 * earliest. `confirmed`: a contact's last confirmation. `updated`: its last change.
 */
export const dayColumns = ['date', 'due', 'confirmed', 'updated'] as const
export type DayColumn = (typeof dayColumns)[number]
