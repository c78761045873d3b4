/** Whom a meeting concerns, by the rule of `shared/meetings/attendance.ts` and by what its own record says. Pure. */
import { attendanceOf, wasThere } from '../../../shared/meetings/attendance.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

/** Whether the meeting was held, or is to come; the order is part of the stored form. */
export const attendanceParts = ['attended', 'expected'] as const
export type AttendancePart = (typeof attendanceParts)[number]

export interface MeetingAttendance {
  readonly part: AttendancePart
  /** Link keys of the people and organisations that were there, or are expected, and of the body that met. */
  readonly keys: readonly string[]
  readonly countries: readonly string[]
}

/** A replacement whom only their contact knows to represent another country counts here: pages that name the country ask that too. */
export function meetingAttendance(meeting: MeetingRecord): MeetingAttendance {
  const { held, rows, people, countries } = attendanceOf(meeting)
  const isShown = (standing: Parameters<typeof wasThere>[0]) => wasThere(standing) || standing === 'expected'
  const named = [...people].filter(([, standing]) => isShown(standing)).map(([key]) => key)
  const organisations = rows.filter(({ standing }) => isShown(standing)).map(({ represents }) => linkKey(represents.organisation))
  return {
    part: held ? 'attended' : 'expected',
    keys: [...new Set([...named, ...organisations, linkKey(meeting.meetingBody)])].filter((key) => key !== ''),
    countries: [...countries].filter(([, standing]) => isShown(standing)).map(([code]) => code),
  }
}
