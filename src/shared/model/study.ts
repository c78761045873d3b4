/** A study from concept note to published. */
import { line, linkName, list, partialDate, text } from './common.ts'
import { z } from './zod.ts'
import { studyStages } from './vocabulary.ts'

export { studyStages } from './vocabulary.ts'

export const studyFields = z.strictObject({
  stage: z.enum(studyStages).default('concept note'),
  authors: list(linkName).default([]),
  reviewers: list(linkName).default([]),
  deadline: partialDate.default(''),
  abstract: text.default(''),
  /** One source an entry, as it is to be cited. */
  sources: list(line).default([]),
  versions: list(z.strictObject({ name: line, date: partialDate, remark: line })).default([]),
  isbn: line.max(40).default(''),
  doi: line.max(200).default(''),
})
