/** Participants: who is known of the names in a list, contacts made of those who are not, and the programme of a meeting with parts. */
import { count, countryOrNone, line, linkName, MAX_ITEMS, partialDate, recordId, representation, title } from '../model/common.ts'
import { contactTypes } from '../model/contact.ts'
import { meetingTypes, participant, participantFunctions } from '../model/meeting.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

/** A contact as it enters a list of participants. */
export const knownContact = z.strictObject({
  id: recordId,
  title: z.string(),
  contactType: z.enum(contactTypes),
  /** The title held on the day that was asked for; empty when none was. */
  post: z.string(),
  /** Whom the contact represents, else whom the post is for. */
  represents: representation,
  /** One line that tells it apart. */
  detail: z.string(),
})
export type KnownContact = z.output<typeof knownContact>

/** A name of a list: the contact that bears it, else those that may be meant. */
export const knownName = z.strictObject({
  contact: knownContact.nullable(),
  /** People called so in another spelling or nearly, the likeliest first. */
  alike: z.array(knownContact.extend({ likeness: z.enum(['same', 'likely', 'near']) })),
})
export type KnownName = z.output<typeof knownName>

/** A session of a conference, with who leads and speaks in it. */
export const programmeSession = z.strictObject({
  id: recordId,
  title: z.string(),
  meetingType: z.enum(meetingTypes),
  start: z.string(),
  startTime: z.string(),
  end: z.string(),
  endTime: z.string(),
  place: z.string(),
  /** The chair first, then by function as the participants have it. */
  people: z.array(z.strictObject({ name: z.string(), function: z.enum(participantFunctions) })),
  participants: count,
  /** Its bytes on the disk are damaged: title and date are all that is known of it. */
  unreadable: z.boolean(),
})
export type ProgrammeSession = z.output<typeof programmeSession>

export const participantMethods = {
  /** Each name in the order asked. `on` is the day of the meeting, a partial date. */
  'participants.known': method(z.strictObject({ names: z.array(linkName).max(MAX_ITEMS), on: partialDate }), z.array(knownName)),
  /** People made contacts, all in one commit or none. TITLE_TAKEN as in `records.create`. */
  'participants.createContacts': method(
    z.strictObject({
      contacts: z
        .array(z.strictObject({ title, family: line, given: line, post: line, country: countryOrNone, organisation: linkName }))
        .min(1)
        .max(MAX_ITEMS),
    }),
    z.strictObject({ created: count, commit: z.strictObject({ revision: count }) }),
  ),
  /**
   * The sessions of a meeting, and of its sessions, in the order in which they are held: those without a day last, in the
   * order in which the meeting's text names them. `participants`: its own, then those that only a session names.
   */
  'meetings.programme': method(
    z.strictObject({ id: recordId }),
    z.strictObject({ sessions: z.array(programmeSession), participants: z.array(participant) }),
  ),
} as const
