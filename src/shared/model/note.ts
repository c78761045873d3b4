/** A country note (the usual), a note for the file, or a mission report. */
import { line, partialDate } from './common.ts'
import { z } from './zod.ts'

export const noteTypes = ['country note', 'note for the file', 'mission report'] as const

export const noteFields = z.strictObject({
  noteType: z.enum(noteTypes).default('country note'),
  topic: line.default(''),
  date: partialDate.default(''),
  source: line.default(''),
})
