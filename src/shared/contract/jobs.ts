/** Long work: it reports progress, can be stopped, and leaves nothing half done. */
import { errorCodes } from '../errors.ts'
import { count } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'
import { savedSearch, searchFilters } from './search.ts'

export const exportReport = z.strictObject({
  files: count,
  /** Files whose bytes were already right. */
  unchanged: count,
  /** Files of an earlier export that were removed. */
  removed: count,
  /** Files that somebody changed by hand since the earlier export: left in place, or set aside under this name. */
  kept: z.array(z.string()),
  /** Records that are damaged, by title, and files of records, as `Record: file`, that are missing or damaged: all else was exported. */
  damaged: z.array(z.string()),
  bytes: count,
  /** Where it lies, for reading. */
  location: z.string(),
})
export type ExportReport = z.output<typeof exportReport>

export const job = z.strictObject({
  id: z.string(),
  kind: z.enum(['export', 'backup', 'restore']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: count,
  total: count,
  /** Milliseconds since it began. */
  elapsed: count,
  /** A handle of what it made, for `host.reveal`; null until done. */
  folder: z.string().nullable(),
  report: exportReport.nullable(),
  /** Of a workspace that was made from a backup: files of records that the backup did not hold any more. */
  leftOut: z.array(z.string()).optional(),
  error: z.strictObject({ code: z.enum(errorCodes), message: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
})
export type Job = z.output<typeof job>

export const jobMethods = {
  /**
   * Everything as markdown into a new sub-folder `name` of the folder, or into it when an earlier export lies there. With
   * `search` only what it finds, and only into a new folder. Answers the job that runs when one already exports there.
   */
  'export.start': method(
    z.strictObject({
      folder: z.string(),
      name: z.string().min(1).max(120),
      search: z.strictObject({ text: savedSearch.shape.text, filters: searchFilters.prefault({}) }).optional(),
    }),
    job,
  ),
  /** Who asks hears of the job from now on. */
  'jobs.get': method(z.strictObject({ id: z.string() }), job),
  'jobs.cancel': method(z.strictObject({ id: z.string() }), nothing),
} as const

export const jobEvents = {
  /** To the windows that started the job or asked for it: at most ten a second, and always the last state. */
  'jobs.progressed': job,
} as const
