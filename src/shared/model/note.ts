/** A country note (the usual), a note for the file, or a mission report. */
import { line, partialDate } from './common.ts'
import { z } from './zod.ts'
import { noteTypes } from './vocabulary.ts'

export { noteTypes } from './vocabulary.ts'

export const noteFields = z.strictObject({
  noteType: z.enum(noteTypes).default('country note'),
  topic: line.default(''),
  date: partialDate.default(''),
  source: line.default(''),
})
