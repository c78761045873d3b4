/** The columns of documents that are in order of their rows. */
import { kinds } from '../../../shared/model/vocabulary.ts'
import type { IndexDocument } from './document.ts'
import { dayColumns, type DayColumn } from './plan.ts'
import type { DocumentColumns } from './segment-tables.ts'

export function columnsOf(documents: readonly Omit<IndexDocument, 'fields'>[]): DocumentColumns {
  return {
    rows: Uint32Array.from(documents, ({ row }) => row),
    updatedAt: Float64Array.from(documents, ({ updatedAt }) => updatedAt),
    kinds: Uint8Array.from(documents, ({ kind }) => kinds.indexOf(kind)),
    days: daysBy((column) => ({
      from: Uint32Array.from(documents, ({ days }) => days[column][0]),
      to: Uint32Array.from(documents, ({ days }) => days[column][1]),
    })),
  }
}

export const daysBy = <T>(make: (column: DayColumn) => T): Record<DayColumn, T> =>
  Object.fromEntries(dayColumns.map((column) => [column, make(column)])) as Record<DayColumn, T>
