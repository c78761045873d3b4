/** One record for another program: as a document for readers, or as the file that an export would write. */
import { classification, recordId } from '../model/common.ts'
import { exportLanguages } from '../model/export-options.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'

export const handOverMethods = {
  /** The title, what is known in words and the text, as markdown with wikilinks; files of the record are not in it. @throws AppError NOT_FOUND */
  'handOver.document': method(
    z.strictObject({ id: recordId, language: z.enum(exportLanguages) }),
    z.strictObject({ markdown: z.string(), level: classification }),
  ),
  /** The file that an Obsidian export would write, and its name. @throws AppError NOT_FOUND */
  'handOver.file': method(z.strictObject({ id: recordId }), z.strictObject({ name: z.string(), text: z.string() })),
  /** The host goes on with a drag of the record as such a file (capability `drag: 'host'`). @throws AppError NOT_FOUND, UNSUPPORTED, DISK_FULL, IO */
  'handOver.drag': method(z.strictObject({ id: recordId }), nothing),
} as const
