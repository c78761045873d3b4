/** Who was there, counted from the participants' presence. */
import type { Participant } from '../../../../shared/model/meeting.ts'

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
  const count = (...presences: Participant['presence'][]) => participants.filter(({ presence }) => presences.includes(presence)).length
  return {
    total: participants.length,
    present: count('present', 'remote', 'replaced'),
    remote: count('remote'),
    apologies: count('apologies'),
    absent: count('absent'),
    unmarked: count(''),
  }
}
