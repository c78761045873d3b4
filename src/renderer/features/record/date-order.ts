/** The dates, or the times of one day, that cannot follow one another. */
import { endsBeforeStart } from '../../../shared/model/partial-date.ts'
import { parseTime } from './parse-time.ts'

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
