/** A meeting and its minutes in one record; it exists from when the meeting is planned. */
import { line, linkName, list, MAX_BODY, partialDate, representation, text, time } from './common.ts'
import { followUpEntry } from './follow-up.ts'
import { z } from './zod.ts'
import {
  meetingForms,
  meetingTypes,
  meetingModes,
  meetingStages,
  participantFunctions,
  participantStatuses,
  presences,
} from './vocabulary.ts'

export {
  meetingForms,
  meetingTypes,
  meetingModes,
  meetingStages,
  participantFunctions,
  participantStatuses,
  presences,
} from './vocabulary.ts'

export type MeetingStage = (typeof meetingStages)[number]

export const participant = z.strictObject({
  /** A contact's name, or any name. */
  person: linkName,
  function: z.enum(participantFunctions),
  status: z.enum(participantStatuses),
  represents: representation,
  /** The title held on that day, as it is to be printed. */
  title: line,
  presence: z.enum(presences),
  /** Who came instead, when presence is `replaced`. */
  replacedBy: linkName,
})
export type Participant = z.infer<typeof participant>

/** What somebody remarked on the draft in circulation. */
export const comment = z.strictObject({
  from: linkName,
  on: partialDate,
  /** The words of the draft that it is about; empty when it is about the whole. */
  passage: line,
  text: line,
  /** What was answered or done; empty while it is open. */
  answer: line,
})
export type Comment = z.infer<typeof comment>

/** A correction of an adopted text: Corr.1, Corr.2 … in this order. */
export const corrigendum = z.strictObject({
  on: partialDate,
  reason: line,
  /** Of the text as this corrigendum leaves it; see `adoptedHash`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Corrigendum = z.infer<typeof corrigendum>

/**
 * The corrigendum that is being prepared, one a meeting: only what it changes stands here. Its dates and title may still be
 * half typed; they are checked when it is issued.
 */
export const draftCorrigendum = z.strictObject({
  /** The fingerprint of the text on which it was begun (`recordedHash`); empty when none was taken of it. */
  of: z.string().regex(/^(?:[0-9a-f]{64})?$/),
  on: line,
  reason: line,
  title: line.optional(),
  symbol: line.optional(),
  start: line.optional(),
  startTime: line.optional(),
  end: line.optional(),
  endTime: line.optional(),
  timeZone: line.optional(),
  place: line.optional(),
  participants: list(participant).optional(),
  body: z.string().max(MAX_BODY).optional(),
})
export type DraftCorrigendum = z.infer<typeof draftCorrigendum>

export const meetingFields = z.strictObject({
  /** The body that meets: a contact of type `body`. */
  meetingBody: linkName.default(''),
  /** "8th session". */
  session: line.default(''),
  /** Document symbol, "SC/2023/2". */
  symbol: line.max(80).default(''),
  form: z.enum(meetingForms).default('minutes'),
  meetingType: z.enum(meetingTypes).default('committee'),
  /** The meeting (conference) of which this is a part. */
  partOf: linkName.default(''),
  start: partialDate.default(''),
  startTime: time.default(''),
  end: partialDate.default(''),
  endTime: time.default(''),
  /** IANA time zone name. */
  timeZone: line.max(80).default(''),
  place: line.default(''),
  mode: z.enum(meetingModes).default(''),
  chair: linkName.default(''),
  secretary: linkName.default(''),
  participants: list(participant).default([]),
  /** Figures that a source states ("about 300 participants"), kept apart from the rows above. */
  statedFigures: list(z.strictObject({ label: line, value: line, source: line })).default([]),
  stage: z.enum(meetingStages).default('planned'),
  clearance: z.strictObject({ by: linkName, on: partialDate }).default({ by: '', on: '' }),
  circulation: z.strictObject({ to: text, on: partialDate, deadline: partialDate }).default({ to: '', on: '', deadline: '' }),
  /** How the text was adopted: at which meeting, or by silence on which date. */
  adoption: z
    .strictObject({ how: z.enum(['', 'meeting', 'silence']), meeting: linkName, on: partialDate })
    .default({ how: '', meeting: '', on: '' }),
  /** What was remarked while the draft circulated. */
  comments: list(comment).default([]),
  /**
   * Lower-case hexadecimal SHA-256 of the adopted document (`shared/markdown/adopted-document.ts`), set when the text is
   * adopted and by nobody else; empty before.
   */
  adoptedHash: z
    .string()
    .regex(/^(?:[0-9a-f]{64})?$/)
    .default(''),
  corrigenda: list(corrigendum).default([]),
  draftCorrigendum: draftCorrigendum.nullable().default(null),
  followUp: list(followUpEntry).default([]),
  /** UID of the event of a calendar file that the meeting was made of. */
  calendarUid: line.default(''),
})
