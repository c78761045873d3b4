/** How a deadline stands to a day. Pure. */
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { daysBetween } from '../../i18n/dates.ts'

export interface DueState {
  readonly state: 'none' | 'later' | 'today' | 'overdue'
  /** Whole days that it is overdue. */
  readonly days: number
}

/** A deadline of a month or a year has passed when its last day has. `today` is a full date. */
export function dueState(due: string, today: string): DueState {
  const { last } = partialDateSpan(due)
  if (last === '') return { state: 'none', days: 0 }
  if (last < today) return { state: 'overdue', days: daysBetween(last, today) }
  return { state: last === today ? 'today' : 'later', days: 0 }
}
