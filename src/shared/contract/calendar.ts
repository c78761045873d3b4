/** Calendar files (iCalendar, RFC 5545): a meeting out of one, meetings into one. */
import { MAX_CALENDAR_BYTES } from '../model/calendar-file.ts'
import { count, line, MAX_BODY, partialDate, recordId, time } from '../model/common.ts'
import { participant } from '../model/meeting.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

/** An event of a file, to choose by. Times are as its own zone has them. */
export const calendarEvent = z.strictObject({
  /** Its place in the file, for `calendar.read`. */
  event: count,
  title: line,
  start: partialDate,
  startTime: time,
  repeats: z.boolean(),
})
export type CalendarEvent = z.output<typeof calendarEvent>

const contact = z.strictObject({ id: recordId, title: z.string(), detail: z.string() })

export const calendarAttendee = z.strictObject({
  /** As the file has it; one of both may be empty. */
  name: line,
  email: line,
  isOrganiser: z.boolean(),
  /** The row that it would become: under the contact's name where one is meant. */
  participant,
  /** Who is meant, and by what it is known; `unknown`: nobody, or more than one may be. */
  how: z.enum(['email', 'name', 'unknown']),
  /** Who is meant first, then who else may be. */
  contacts: z.array(contact),
})
export type CalendarAttendee = z.output<typeof calendarAttendee>

/**
 * What has to be said of an event. `fromUtc`: its times are given in UTC and shown in `timeZone`; `ownZone`, `unknownZone`:
 * the zone `about` is the file's own, and was worked out from what the file says of it, or could not be; `badStart`,
 * `badEnd`: the file gives no date that exists; `firstCancelled`: the first of a series is called off in the file;
 * `more`: so many attendees were left out.
 */
export const calendarNotes = ['fromUtc', 'ownZone', 'unknownZone', 'badStart', 'badEnd', 'cancelled', 'firstCancelled', 'more'] as const

/** What a meeting would be made of. Nothing of it is stored. */
export const calendarDraft = z.strictObject({
  title: line,
  start: partialDate,
  startTime: time,
  end: partialDate,
  endTime: time,
  timeZone: line,
  place: line,
  /** The event's description. */
  text: z.string().max(MAX_BODY),
  /** By which the event is known again; the meeting keeps it. */
  calendarUid: line,
  /** One of a series: this is the first. */
  repeats: z.boolean(),
  attendees: z.array(calendarAttendee),
  notes: z.array(z.strictObject({ code: z.enum(calendarNotes), about: z.string() })),
  /** The meeting that the event is already: the file was made from it, or it was once made of the event. */
  same: z.strictObject({ id: recordId, title: z.string() }).nullable(),
})
export type CalendarDraft = z.output<typeof calendarDraft>

export const calendarMethods = {
  /**
   * Reads a file that the page hands over; changes nothing. `draft` is the event asked for, or the only one; else null, and
   * one of `events` (the latest first) is to be chosen. INVALID_INPUT with `details.problem`: `notText`, `notCalendar`, `noEvents`; NOT_FOUND
   * for an event that it does not have.
   */
  'calendar.read': method(
    z.strictObject({
      base64: z
        .string()
        .max(Math.ceil(MAX_CALENDAR_BYTES / 3) * 4)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'The bytes of a file are written in base64.'),
      event: count.nullable(),
    }),
    z.strictObject({ events: z.array(calendarEvent), more: count, draft: calendarDraft.nullable() }),
  ),
  /**
   * Meetings as a calendar file for other programs. A meeting whose day is not known has no place in a calendar and is named
   * in `withoutDay`; the times of those in `withoutZone`, which have no zone that is known, are given by this computer's clock, in `zone`. INVALID_INPUT with `details.problem` `noDay` when that leaves none. People are given with their e-mail
   * addresses, and the agenda as the description; contacts above the classification of their meeting are left out, and `withheld` counts them. NOT_FOUND.
   */
  'calendar.write': method(
    z.strictObject({ ids: z.array(recordId).min(1).max(500) }),
    z.strictObject({
      name: z.string(),
      text: z.string(),
      events: count,
      withoutDay: z.array(z.string()),
      withoutZone: z.array(z.string()),
      zone: z.string(),
      withheld: count,
    }),
  ),
} as const
