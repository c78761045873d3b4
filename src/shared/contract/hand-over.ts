/** One record for another program: as a document for readers, or as the file that an export would write. */
import { classification, count, recordId } from '../model/common.ts'
import { exportLanguages } from '../model/export-options.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

/** What a record names that is classified higher than itself. */
const namedAbove = z.strictObject({
  /** How many records. */
  records: count,
  /** The highest among them. */
  level: classification,
})
export type NamedAbove = z.infer<typeof namedAbove>

const handedOver = z.strictObject({
  /** Of all that it tells: its own, or that of what it names. */
  level: classification,
  /** Null when it names nothing of the kind, or that is withheld. */
  above: namedAbove.nullable(),
})
export type HandedOver = z.infer<typeof handedOver>

/** `withhold`: what it says of records above its own level, as an export up to that level does. */
const given = z.strictObject({ id: recordId, withhold: z.boolean() })

export const handOverMethods = {
  /** The title, what is known in words and the text, as markdown with wikilinks; files of the record are not in it. @throws AppError NOT_FOUND */
  'handOver.document': method(given.extend({ language: z.enum(exportLanguages) }), handedOver.extend({ markdown: z.string() })),
  /** The file that an Obsidian export would write, and its name. @throws AppError NOT_FOUND */
  'handOver.file': method(given, handedOver.extend({ name: z.string(), text: z.string() })),
  /** The host goes on with a drag of the whole record as such a file (capability `drag: 'host'`). @throws AppError NOT_FOUND, UNSUPPORTED, DISK_FULL, IO */
  'handOver.drag': method(z.strictObject({ id: recordId }), handedOver),
} as const
