/** A country note (the usual), a note for the file, or a mission report. */
import { line, linkName, list, partialDate } from './common.ts'
import { followUpEntry } from './follow-up.ts'
import { z } from './zod.ts'
import { noteTypes } from './vocabulary.ts'

export { noteTypes } from './vocabulary.ts'

export const noteFields = z.strictObject({
  /** The body whose decisions, taken between its meetings, the note holds: their numbers go on in its series. */
  meetingBody: linkName.default(''),
  noteType: z.enum(noteTypes).default('country note'),
  topic: line.default(''),
  date: partialDate.default(''),
  source: line.default(''),
  /** What became of its decisions. */
  followUp: list(followUpEntry).default([]),
})
