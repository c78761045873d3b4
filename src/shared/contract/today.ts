/** The first screen: what is around now, what waits, and one line that becomes a record or an action. */
import { count, kind, line, linkName, MAX_BODY, partialDate, recordId, title } from '../model/common.ts'
import { meetingHead, recordHead } from '../model/head.ts'
import { z } from '../model/zod.ts'
import { actionRow } from './actions.ts'
import { method, nothing } from './define.ts'

/** A meeting around now, with what is still missing of it. */
export const nearMeeting = z.strictObject({
  head: meetingHead,
  /** Items of its agenda; null when its text cannot be read. */
  agenda: count.nullable(),
  /** Those invited who have not said whether they come. */
  unanswered: count,
  /** Meetings that are parts of it. */
  sessions: count,
  /** Countries that somebody represents, in it or in a part. */
  countries: count,
})
export type NearMeeting = z.output<typeof nearMeeting>

/** Minutes on their way to adoption; of a meeting that is over and still planned, when its text says what was agreed. */
export const waitingMinutes = z.strictObject({
  head: meetingHead,
  /** Since when they are at their stage: held, cleared or circulated on (a partial date); empty when nobody has written it down. */
  since: z.string(),
  /** What was remarked on the draft, and how much of that has no answer. */
  comments: count,
  open: count,
})
export type WaitingMinutes = z.output<typeof waitingMinutes>

/** An action with the countries of those who answer for it. */
export const dueAction = actionRow.extend({ countries: z.array(z.string()) })
export type DueAction = z.output<typeof dueAction>

/** A decision's number that stands in two places or more. */
export const numberClash = z.strictObject({
  number: z.string(),
  records: z.array(z.strictObject({ id: recordId, kind, title: z.string() })),
})

/** The record that an action is put into. */
const place = z.strictObject({ id: recordId, kind, title: z.string() })

export const todayMethods = {
  /** `now` is the host's day, `YYYY-MM-DD`. */
  'today.get': method(
    nothing,
    z.strictObject({
      now: z.string(),
      meetings: z.array(nearMeeting),
      /** Those of the most recent meetings first. */
      waiting: z.array(waitingMinutes),
      waitingTotal: count,
      /** By deadline: overdue ones first. */
      actions: z.array(dueAction),
      actionsTotal: count,
      overdueTotal: count,
      studiesDue: z.array(recordHead),
      recent: z.array(recordHead),
      toConfirm: z.array(recordHead),
      toConfirmTotal: count,
      clashes: z.array(numberClash),
      clashesTotal: count,
      /**
       * The meeting that is on, by its hours where both are given, else by its days; when it is one and its text is not adopted. Actions
       * that are jotted down go into it.
       */
      meetingNow: place.nullable(),
    }),
  ),
  /**
   * Adds an action at the end of a text: of the record `into`, else of the note called `note`, which is made when there
   * is none. One commit. NOT_FOUND when `into` is gone or in the trash, ADOPTED, TITLE_TAKEN when `note` is the name of a
   * record of another kind, INVALID_INPUT when the words cannot be written as an action.
   */
  'today.addAction': method(
    z.strictObject({
      text: line.min(1),
      responsible: z.array(linkName.min(1)).max(50),
      due: partialDate,
      into: recordId.nullable(),
      note: title,
    }),
    z.strictObject({ record: place, line: count.max(MAX_BODY), commit: z.strictObject({ revision: count }) }),
  ),
} as const
