/** What speaks against an adoption as it is said. Pure. */
import { endsBeforeStart, partialDateSpan } from '../model/partial-date.ts'
import type { MeetingRecord } from '../model/record.ts'

/**
 * `beforeMeeting`: on a day before the meeting began. `future`: on a day that has not come. By silence only: `noDeadline`:
 * nobody was given one for comments; `beforeCirculation`: it lies before the circulation, so that nobody could comment; `deadlineOpen`: it has not passed; `beforeDeadline`: adopted before it had.
 */
export type AdoptionProblem = 'beforeMeeting' | 'future' | 'noDeadline' | 'beforeCirculation' | 'deadlineOpen' | 'beforeDeadline'

/**
 * Null when nothing does. A deadline has passed when its last day is over: a draft that can be commented on until 30 June
 * is adopted by silence from 1 July.
 * @param today an ISO date
 */
export function adoptionProblem(
  { start, circulation, adoption }: Pick<MeetingRecord, 'start' | 'circulation' | 'adoption'>,
  today: string,
): AdoptionProblem | null {
  const { how, on } = adoption
  if (endsBeforeStart(start, on)) return 'beforeMeeting'
  if (on !== '' && partialDateSpan(on).first > today) return 'future'
  if (how !== 'silence') return null
  const { last: deadline } = partialDateSpan(circulation.deadline)
  if (deadline === '') return 'noDeadline'
  if (endsBeforeStart(circulation.on, circulation.deadline)) return 'beforeCirculation'
  if (deadline >= today) return 'deadlineOpen'
  if (on !== '' && partialDateSpan(on).last <= deadline) return 'beforeDeadline'
  return null
}
