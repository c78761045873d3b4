/** What the index takes in of one record. Made by a pure function of the record, so that it can be made in a worker. */
import type { Kind } from '../../../shared/model/common.ts'
import type { SearchField } from '../../../shared/search/query.ts'
import type { DayColumn } from './plan.ts'

export interface IndexDocument {
  /** The record's row in the workspace (see `Workspace.rowOf`). */
  readonly row: number
  readonly kind: Kind
  /** Texts as written. A phrase never reaches from one text of a field into the next. */
  readonly fields: Readonly<Record<SearchField, readonly string[]>>
  /**
   * What operators ask for, folded by who makes them: `kind:meeting`, `type:person`, `country:KAZ`, `tag:mission/2023`,
   * `is:draft`, `has:attachment`, `year:2023`.
   */
  readonly keywords: readonly string[]
  /** First and last day as YYYYMMDD; both 0 where there is none. */
  readonly days: Readonly<Record<DayColumn, readonly [from: number, to: number]>>
  /** Milliseconds since the epoch; the later one comes first at a tie. */
  readonly updatedAt: number
}
