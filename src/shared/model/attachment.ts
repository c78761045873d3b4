/** A file that belongs to a record. Its bytes lie in the workspace once for each content; the record names them by their hash. */
import { linkKey } from '../text/link-key.ts'
import { attachmentNameProblem, MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from './attachment-name.ts'
import { z } from './zod.ts'

export const attachmentName = z.string().check((context) => {
  const problem = attachmentNameProblem(context.value)
  if (problem)
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: 'The name of a file is one line of at most 200 characters without [ ] | # ^ / or \\.',
      params: { problem },
    })
})

export const attachment = z.strictObject({
  /** Shown, and written in embeds; unique within the record, compared as links compare names. */
  name: attachmentName,
  /** SHA-256 of the content, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 hexadecimal digits.'),
  bytes: z.number().int().min(0).max(MAX_ATTACHMENT_BYTES),
  /** What the content itself shows to be; never what the name says. */
  mediaType: z
    .string()
    .max(100)
    .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, 'A media type such as image/png is expected.'),
  addedAt: z.iso.datetime({ precision: 3 }),
})
export type Attachment = z.output<typeof attachment>

/** The attachments of one record. */
export const attachments = z
  .array(attachment)
  .max(MAX_ATTACHMENTS)
  .refine((list) => list.length < 2 || new Set(list.map(({ name }) => linkKey(name))).size === list.length, {
    message: 'Two files of a record have the same name.',
    params: { problem: 'sameName' },
  })
