/** Who was there, counted from the participants' presence; who is named twice is counted once. */
import { isMarkedAsThere, markedAttendance, type Standing } from '../../../../../shared/meetings/attendance.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { isBlank } from './participant-list.ts'

export interface AttendanceCounts {
  readonly total: number
  /** In the room, by video, or by a replacement. */
  readonly present: number
  readonly remote: number
  readonly apologies: number
  readonly absent: number
  /** People whose presence nobody has marked. */
  readonly unmarked: number
}

/** By the marks alone: while they are made, whom nobody has marked is not counted as there. */
export function countAttendance(participants: readonly Participant[]): AttendanceCounts {
  const { rows, people } = markedAttendance(participants.filter((row) => !isBlank(row)))
  const nameless = rows.filter(({ person }) => person === '').map(({ standing }) => standing)
  const all = [...people.values(), ...nameless]
  const listed = (isMeant: (standing: Standing, presence: Participant['presence']) => boolean) =>
    new Set(
      rows.flatMap(({ row, standing }, at) => {
        const key = linkKey(row.person)
        return isMeant(people.get(key) ?? standing, row.presence) ? [key || at] : []
      }),
    ).size
  return {
    total: listed(() => true),
    present: all.filter(isMarkedAsThere).length,
    remote: all.filter((standing) => standing === 'remote').length,
    apologies: listed((standing, presence) => standing === 'away' && presence === 'apologies'),
    absent: listed((standing, presence) => standing === 'away' && presence === 'absent'),
    unmarked: listed((standing) => standing === 'unmarked' || standing === 'named'),
  }
}
