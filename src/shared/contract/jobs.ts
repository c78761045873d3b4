/** Long work: it reports progress, can be stopped, and leaves nothing half done. */
import { errorCodes } from '../errors.ts'
import { classification, count, kind, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'

/** What an export will not hold, said before it is made and again after. */
export const exportDrops = z.array(
  z.strictObject({
    /** `properties`: records whose properties become words. `attachments`: files of records that stay behind. */
    code: z.enum(['properties', 'attachments']),
    count,
  }),
)

/** What is kept back because it is classified above the level that the export is made up to. */
export const withheldCounts = z.strictObject({
  records: count,
  /** Passages of other records that read `[withheld]` or are left out; 0 before the export is made. */
  passages: count,
  /** Files of records that are kept back, and files whose names would tell of them. */
  files: count,
})
export type WithheldCounts = z.output<typeof withheldCounts>

/** Something of a record that an export does not give back. */
export const exportLoss = z.strictObject({
  /** From the export's folder, written with `/`. */
  path: z.string(),
  title: z.string(),
  /** The record that it was written for; null where there is none, as for a file of several records. */
  record: z.strictObject({ id: recordId, kind }).nullable(),
  /** Front matter key, `body`, `title`, or a file of the record; empty for the whole file. */
  field: z.string(),
  /** `missing`: the file is not there. `damaged`: its bytes are not those that were written. `unreadable`: it cannot be taken in. `differs`: it says something else. `link`: a link of it leads to another record than before, or to no file. */
  problem: z.enum(['missing', 'damaged', 'unreadable', 'differs', 'link']),
})
export type ExportLoss = z.output<typeof exportLoss>

/** The files as they were read back from the disk, through the importer, and compared record by record. */
export const exportProof = z.strictObject({
  /** Records that came back, and files of records. */
  records: count,
  files: count,
  /** SHA-256 over the sorted lines `hash  path` of all files, as `sha256sum` writes them. */
  digest: z.string(),
  /** The first 1,000. */
  losses: z.array(exportLoss),
  moreLosses: count,
  /** The first 1,000 files in the folder that the export did not write, such as notes of the person's own. They are no loss. */
  foreign: z.array(z.string()),
  moreForeign: count,
})
export type ExportProof = z.output<typeof exportProof>

/** What came of an import. */
export const importReport = z.strictObject({
  created: count,
  updated: count,
  /** Records of the same content that were there already. */
  unchanged: count,
  skipped: count,
  attachments: count,
  /** The first 1,000 files that were left out. `reason` goes on from "was left out: ". */
  refused: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
  moreRefused: count,
  /** The first 1,000 sentences on what was settled on the way, such as another title. */
  remarks: z.array(z.strictObject({ file: z.string(), remark: z.string() })),
  moreRemarks: count,
  /** Files that are no markdown and that nothing names. */
  ignored: count,
  /** The first 1,000 of them. */
  ignoredFiles: z.array(z.string()),
  /** For `undo.apply`; null when nothing was written. */
  revision: count.nullable(),
})
export type ImportReport = z.output<typeof importReport>

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
  /** The highest classification among the records. */
  level: classification,
  withheld: withheldCounts,
  drops: exportDrops,
  /** Null when it was not asked for. */
  proof: exportProof.nullable(),
})
export type ExportReport = z.output<typeof exportReport>

export const job = z.strictObject({
  id: z.string(),
  kind: z.enum(['export', 'backup', 'restore', 'read', 'import']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  done: count,
  total: count,
  /** Of an export: the files are written and are being read back; `done` and `total` are of that. Left out before. */
  phase: z.literal('checking').optional(),
  /** Milliseconds since it began. */
  elapsed: count,
  /** A handle of what it made, for `host.reveal`; null until done. */
  folder: z.string().nullable(),
  report: exportReport.nullable(),
  /** Of a workspace that was made from a backup: files of records that the backup did not hold any more. */
  leftOut: z.array(z.string()).optional(),
  /** Of kind `read`: what to call its result by, in the methods of imports. */
  plan: z.string().optional(),
  imported: importReport.optional(),
  error: z.strictObject({ code: z.enum(errorCodes), message: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
})
export type Job = z.output<typeof job>

export const jobMethods = {
  /** Who asks hears of the job from now on. */
  'jobs.get': method(z.strictObject({ id: z.string() }), job),
  'jobs.cancel': method(z.strictObject({ id: z.string() }), nothing),
} as const

export const jobEvents = {
  /** To the windows that started the job or asked for it: at most ten a second, and always the last state. */
  'jobs.progressed': job,
} as const
