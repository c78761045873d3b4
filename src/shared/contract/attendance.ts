/** Who was there: countries or people × meetings. */
import { classification, count, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

/** The latest of so many meetings are shown, and as many rows. */
export const MAX_MATRIX_MEETINGS = 1_000
export const MAX_MATRIX_ROWS = 2_000

/**
 * One letter a meeting, by the rule of `shared/meetings/attendance.ts`. Those that count: `p` present, `r` by video, `s` replaced by
 * somebody of the same country, `n` named by a meeting in which nobody is marked as there. Those that do not: `a` apologies, absent, or replaced by somebody else; `-` not
 * named; `x` not entitled or not participating then; a space: the meeting has no list of participants.
 */
export const attendanceMarks = ['p', 'r', 's', 'n', 'a', '-', 'x', ' '] as const
export type AttendanceMark = (typeof attendanceMarks)[number]

export const attendanceRow = z.strictObject({
  /** A country's code, or what makes a name the same person's. */
  key: z.string(),
  /** The country's or contact's record; null when there is none. */
  id: recordId.nullable(),
  /** The person's name; empty for a country, which the page names. */
  name: z.string(),
  /** One letter for each of `meetings`, in their order. */
  marks: z.string(),
  attended: count,
  /** Of how many meetings: those with a list of participants, without those marked `x`. */
  of: count,
})
export type AttendanceRow = z.output<typeof attendanceRow>

export const attendanceMeeting = z.strictObject({
  id: recordId,
  title: z.string(),
  symbol: z.string(),
  start: z.string(),
  /** Somebody was there, as far as the record says. */
  recorded: z.boolean(),
})
export type AttendanceMeeting = z.output<typeof attendanceMeeting>

export const attendanceMethods = {
  /**
   * By country or by person, over the meetings of a body (a contact's id), of a year, of a selection, or of what fits all of
   * these. A country was there when somebody represented it, not when a national spoke for an organisation. `parts`: sessions
   * of conferences are meetings too. `upTo`: nothing classified above it is named or counted. NOT_FOUND for a body that is not there.
   */
  'attendance.matrix': method(
    z.strictObject({
      by: z.enum(['country', 'person']),
      body: recordId.nullable().default(null),
      year: z
        .string()
        .regex(/^(?:\d{4})?$/, 'A year has four digits.')
        .default(''),
      meetings: z.array(recordId).max(500).nullable().default(null),
      parts: z.boolean().default(true),
      upTo: classification.default('strictly confidential'),
    }),
    z.strictObject({
      body: z.strictObject({ id: recordId, title: z.string() }).nullable(),
      /** In which the body, or all, met; the latest first. */
      years: z.array(z.string()),
      /** In the order in which they were held. */
      meetings: z.array(attendanceMeeting),
      /** Earlier meetings that are left out. */
      moreMeetings: count,
      rows: z.array(attendanceRow),
      /** People, of those who were there least, that are left out. */
      moreRows: count,
      /** Records whose bytes are damaged; they are among the meetings without a list of participants. */
      unreadable: count,
      /** The highest of the meetings, the people and the body that are named. */
      classification,
      /** Meetings and people above `upTo`: nothing else is left of them. */
      withheld: count,
    }),
  ),
} as const
