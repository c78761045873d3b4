/**
 * Markdown of other programs, and our own, into the open workspace: read once, shown as a table of what will happen, corrected,
 * and taken in as one transaction that can be undone. A plan lives in the host until it is dropped, its window is gone, or an hour has passed.
 */
import { count, kind, recordId } from '../model/common.ts'
import { importActions, importMapping } from '../model/import-mapping.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'
import { job } from './jobs.ts'

const planId = z.strictObject({ plan: z.string().min(1).max(100) })
/** Rows of one action, and those whose path or title has these words in it; null and the empty text: all. */
const shownRows = planId.extend({ only: z.enum(importActions).nullable(), text: z.string().max(500) })

/** A file that folders and dialogs offer for an import: a zip archive. */
export const archiveInfo = z.strictObject({ handle: z.string(), name: z.string(), location: z.string(), bytes: count })
export type ArchiveInfo = z.output<typeof archiveInfo>

/** What was read, and what an import of it would do. */
export const importPlan = z.strictObject({
  plan: z.string(),
  /** For reading. */
  location: z.string(),
  /** What wrote it, as far as can be told. */
  from: z.enum(['rapporteur', 'obsidian', 'joplin', 'markdown']),
  /** Files that have a row in the table. */
  files: count,
  /** Rows of the table by what will happen. */
  actions: z.strictObject({ create: count, update: count, same: count, skip: count, refused: count }),
  /** Files that come along with records, and files that nothing names. */
  attachments: count,
  ignored: count,
  /** The first 1,000 of those that nothing names. */
  ignoredFiles: z.array(z.string()),
  /** How it is taken: proposed, then as corrected. */
  mapping: importMapping,
  /** Every folder with markdown files, at most 2,000. */
  folders: z.array(z.strictObject({ path: z.string(), files: count })),
  /** Foreign keys of front matter, the most frequent first, at most 200, with a value as example. `values`: the most frequent ones of a key with few. */
  keys: z.array(
    z.strictObject({
      key: z.string(),
      files: count,
      example: z.string(),
      values: z.array(z.strictObject({ value: z.string(), files: count })),
    }),
  ),
  /** Fields that a key may be given to, by kind: the front matter key of ours, and where its values stand in a record (`part` is empty for a whole field). */
  fields: z.record(kind, z.array(z.strictObject({ key: z.string(), field: z.string(), part: z.string() }))),
})
export type ImportPlan = z.output<typeof importPlan>

export const importRow = z.strictObject({
  path: z.string(),
  title: z.string(),
  kind,
  action: z.enum(importActions),
  /** The actions that the person may choose instead, this one too. */
  choices: z.array(z.enum(importActions)),
  /** How the record that is there was recognised. */
  like: z.strictObject({ by: z.enum(['id', 'title', 'content']), id: recordId, kind, title: z.string() }).nullable(),
  /** English sentences: why it is refused, what was settled. */
  remarks: z.array(z.string()),
})
export type ImportRow = z.output<typeof importRow>

export const importMethods = {
  /** The system's dialog for one zip file (capability `folderDialog: 'native'`); null when dismissed. The page's own lists them with `folders.list`. */
  'import.chooseArchive': method(nothing, archiveInfo.nullable()),
  /**
   * Reads a chosen folder or archive in the background; changes nothing. The finished job's `plan` is for the methods below.
   * @throws AppError NOT_FOUND, INVALID_INPUT inside the workspace, NO_WORKSPACE; the job fails with MISSING, INVALID_INPUT, NO_PERMISSION, IO
   */
  'import.read': method(z.strictObject({ source: z.string() }), job),
  /** How a plan stands. @throws AppError NOT_FOUND */
  'import.plan': method(planId, importPlan),
  /** Another mapping; the decisions of the person on rows stay where they still fit. @throws AppError NOT_FOUND, INVALID_INPUT */
  'import.map': method(planId.extend({ mapping: importMapping }), importPlan),
  /** A window of the table, in the order of paths. @throws AppError NOT_FOUND */
  'import.rows': method(
    shownRows.extend({ from: count, count: count.max(500) }),
    z.strictObject({ total: count, rows: z.array(importRow) }),
  ),
  /**
   * What the person decides of rows: of these, or (null) of all that are shown. A row that may not have the action stays as it is.
   * @throws AppError NOT_FOUND, INVALID_INPUT
   */
  'import.decide': method(
    shownRows.extend({ paths: z.array(z.string().max(4_000)).max(1_000).nullable(), action: z.enum(importActions) }),
    importPlan,
  ),
  /**
   * Takes it in: one transaction, after a backup; what changed in the workspace or the folder since is looked at again. The
   * finished job's `imported` has what came of it. @throws AppError NOT_FOUND, NO_WORKSPACE, READ_ONLY
   */
  'import.start': method(planId, job),
  'import.drop': method(planId, nothing),
} as const

export const importEvents = {
  /**
   * A folder or zip file was dropped on the page of the import, where the host sees what is dropped (capability `files: 'host'`);
   * `source` is null for anything else.
   */
  'import.dropped': z.strictObject({ name: z.string(), source: z.string().nullable() }),
} as const
