/** Two dates, or two times of a day, that cannot follow one another. */
import { partialDateSpan } from '../../../shared/model/partial-date.ts'
import { parseTime } from './parse-time.ts'

/** True when `to` lies wholly before `from`: `2025` after `2026-03`. Dates that may overlap, and absent ones, are in order. */
export function endsBeforeStart(from: string, to: string): boolean {
  const { first } = partialDateSpan(from)
  const { last } = partialDateSpan(to)
  return first !== '' && last !== '' && last < first
}

interface Sitting {
  readonly start: string
  readonly startTime: string
  readonly end: string
  readonly endTime: string
}

/** What cannot be of a meeting's times: the dates, or the times of its one day. */
export function sittingProblem({ start, startTime, end, endTime }: Sitting): 'dates' | 'times' | null {
  if (endsBeforeStart(start, end)) return 'dates'
  const oneDay = end === '' || end === start
  const [begins, ends] = [parseTime(startTime), parseTime(endTime)]
  return oneDay && begins && ends && ends < begins ? 'times' : null
}
