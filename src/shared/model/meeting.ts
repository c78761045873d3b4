/** A meeting and its minutes in one record; it exists from when the meeting is planned. */
import { line, linkName, list, partialDate, representation, text, time } from './common.ts'
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
})
