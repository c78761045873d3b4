/** Participants who are in the list more than once. Pure. */
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'

/** For each row the row in which the same person stands already; -1 for none. */
export function earlierRows(participants: readonly Participant[]): number[] {
  const first = new Map<string, number>()
  return participants.map(({ person }, index) => {
    const key = linkKey(person)
    if (key === '') return -1
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, index)
    return earlier ?? -1
  })
}

/** Each person once, as the first row has it. */
export function eachOnce(participants: readonly Participant[]): Participant[] {
  const earlier = earlierRows(participants)
  return participants.filter((_, index) => earlier[index] === -1)
}
