import type { HistoryRow } from '../../../shared/contract/history.ts'
import type { Summary } from './use-summaries.ts'

/** Written and taken back before it was saved for the next time: it says just what the one before it says. Pure. */
export const isEmptyVersion = (
  row: Pick<HistoryRow, 'before' | 'current' | 'pinned'>,
  summary: Pick<Summary, 'fields' | 'unreadable'> | undefined,
): boolean => !row.current && !row.pinned && row.before !== null && summary?.fields.length === 0 && !summary.unreadable
