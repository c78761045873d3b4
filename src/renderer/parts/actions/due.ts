/** How a deadline stands to a day. Pure. */
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { daysBetween } from '../../i18n/dates.ts'

export interface DueState {
  readonly state: 'none' | 'later' | 'today' | 'overdue'
  /** How long it has been overdue, in the unit in which that is best said. */
  readonly since: { readonly unit: 'days' | 'months' | 'years'; readonly count: number }
}

const NONE = { unit: 'days', count: 0 } as const

/** 60 days, 20 months, 3 years: a figure that can be taken in. */
function lapse(from: string, to: string): DueState['since'] {
  const days = daysBetween(from, to)
  if (days <= 60) return { unit: 'days', count: days }
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  const whole = to.slice(8) < from.slice(8) ? months - 1 : months
  return whole < 24 ? { unit: 'months', count: whole } : { unit: 'years', count: Math.floor(whole / 12) }
}

/** A deadline of a month or a year has passed when its last day has. `today` is a full date. */
export function dueState(due: string, today: string): DueState {
  const { last } = partialDateSpan(due)
  if (last === '') return { state: 'none', since: NONE }
  if (last < today) return { state: 'overdue', since: lapse(last, today) }
  return { state: last === today ? 'today' : 'later', since: NONE }
}
