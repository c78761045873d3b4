/** Who was there, counted from the participants' presence; who is named twice is counted once. */
import { eachOnce } from '../../../../../shared/meetings/named-twice.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { isBlank } from './participant-list.ts'

export interface Attendance {
  readonly total: number
  /** In the room, by video, or by a replacement. */
  readonly present: number
  readonly remote: number
  readonly apologies: number
  readonly absent: number
  /** Rows whose presence nobody has marked. */
  readonly unmarked: number
}

export function countAttendance(participants: readonly Participant[]): Attendance {
  const people = eachOnce(participants, ({ person }) => person).filter((participant) => !isBlank(participant))
  const count = (...presences: Participant['presence'][]) => people.filter(({ presence }) => presences.includes(presence)).length
  // a replacement with a row of their own is counted there
  const own = new Set(people.map(({ person }) => linkKey(person)))
  const replaced = people.filter(
    ({ presence, replacedBy }) => presence === 'replaced' && (replacedBy === '' || !own.has(linkKey(replacedBy))),
  )
  return {
    total: people.length,
    present: count('present', 'remote') + replaced.length,
    remote: count('remote'),
    apologies: count('apologies'),
    absent: count('absent'),
    unmarked: count(''),
  }
}
