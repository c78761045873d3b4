/** Records out as markdown files: what would be written, writing it, and the proof that it can be read back. */
import { classification, count, countryCode, recordId } from '../model/common.ts'
import { exportOptions } from '../model/export-options.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'
import { exportDrops, job, withheldCounts } from './jobs.ts'
import { listQuery } from './lists.ts'
import { savedSearch, searchFilters } from './search.ts'

/** Which records leave. Those in the trash never do. */
export const exportScope = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('everything') }),
  z.strictObject({ what: z.literal('records'), ids: z.array(recordId).min(1).max(100_000) }),
  /** The country's file: its record and all that is known of it. */
  z.strictObject({ what: z.literal('country'), code: countryCode }),
  /** A section's list as it is filtered. */
  z.strictObject({ what: z.literal('list'), query: listQuery }),
  z.strictObject({ what: z.literal('search'), text: savedSearch.shape.text, filters: searchFilters.prefault({}) }),
])
export type ExportScope = z.output<typeof exportScope>

/** What an export would write; no text of a record is read for it. */
export const exportPreview = z.strictObject({
  records: count,
  /** Files of records that come along. */
  attachments: count,
  /** In the order of their names; at most 200. */
  folders: z.array(z.strictObject({ path: z.string(), count, first: z.array(z.string()).max(5) })),
  moreFolders: count,
  /** The highest classification among them. */
  level: classification,
  withheld: withheldCounts,
  /** Records above the level exist, in the scope or elsewhere: passages that name them are withheld, and counted at the export. */
  mayWithhold: z.boolean(),
  drops: exportDrops,
})
export type ExportPreview = z.output<typeof exportPreview>

export const exportMethods = {
  /** What would be written. Another one for the same window stops it. @throws AppError NOT_FOUND for a country that has no record, CANCELLED */
  'export.preview': method(z.strictObject({ scope: exportScope, options: exportOptions }), exportPreview),
  /** Stops the preview that this window waits for, if it does. */
  'export.stopPreview': method(nothing, nothing),
  /**
   * Into a new sub-folder `name` of the folder, or into it when an earlier export of the same workspace and scope lies there.
   * Answers the job that runs when one already exports there. `settings.export` remembers the options.
   */
  'export.start': method(
    z.strictObject({ folder: z.string(), name: z.string().min(1).max(120), scope: exportScope, options: exportOptions }),
    job,
  ),
} as const
