import type { RecordHead } from '../../../shared/model/head.ts'
import { partialDateSpan } from '../../../shared/model/partial-date.ts'

/** When a meeting begins, as far as it is known; empty for other records. */
const beginning = (head: RecordHead): string => (head.kind === 'meeting' ? partialDateSpan(head.start || head.end).first : '')

/** Meetings parted by the day (`YYYY-MM-DD`): those still to come, the nearest first, and the others in their order. */
export function meetingsByTime(meetings: readonly RecordHead[], today: string): { next: RecordHead[]; last: RecordHead[] } {
  const isComing = (head: RecordHead) => beginning(head) > today
  return {
    next: meetings.filter(isComing).toSorted((a, b) => (beginning(a) < beginning(b) ? -1 : 1)),
    last: meetings.filter((head) => !isComing(head)),
  }
}
