/** History: the versions of a record, what differs between two, and going back to one. */
import { author, count, instant, json, recordId, title } from '../model/common.ts'
import { record } from '../model/record.ts'
import { HISTORY_DAYS } from '../model/vocabulary.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'

const rev = z.number().int().min(1)

/** What one author wrote in one sitting, or one command: a version as a person counts them. */
export const historyRow = z.strictObject({
  rev,
  /** When the sitting began; as `at` for a command, and once its first versions are thinned. */
  since: instant,
  /** When the version was saved. */
  at: instant,
  by: author,
  /** Of the whole record. */
  bytes: count,
  current: z.boolean(),
  /** Circulated, adopted or corrected: kept for ever. */
  pinned: z.boolean(),
  /** The version before it in this list, to compare with; null for the oldest that is kept. */
  before: rev.nullable(),
  /** `before` is null because the record was first written here, not because older versions were thinned. */
  begins: z.boolean(),
  /** Of a sitting: its saves that are still kept, at most one a minute; 1 when the sitting is all there is. */
  saves: count,
})
export type HistoryRow = z.output<typeof historyRow>

/** Some of a text. `skipped`: unchanged lines that were left out; `text` is empty then, and `lines` says how many. */
export const textPiece = z.strictObject({
  change: z.enum(['same', 'added', 'removed', 'skipped']),
  text: z.string(),
  lines: count,
})
export type TextPiece = z.output<typeof textPiece>

export const fieldChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), field: z.string(), pieces: z.array(textPiece) }),
  z.strictObject({ type: z.literal('value'), field: z.string(), before: json, after: json }),
])
export type FieldChange = z.output<typeof fieldChange>

const version = z.strictObject({ rev, at: instant, by: author })
const words = { added: count, removed: count }
/** Files that came, went, or got another name. */
const files = z.strictObject({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  renamed: z.array(z.strictObject({ from: z.string(), to: z.string() })),
})

export const comparison = z.strictObject({
  /** Null: nothing older is kept, and all of `to` is new. */
  from: version.nullable(),
  to: version,
  /** The title in `to`. */
  title: z.string(),
  ...words,
  /** In the order of the record, the text last. With `whole` the text is there even when it is the same. */
  fields: z.array(fieldChange),
  /** Texts too different to tell words apart in time: some passages stand as removed and added as a whole. */
  coarse: z.boolean(),
  /** The neighbours, in `history.list`, of the version that was asked for. */
  older: rev.nullable(),
  newer: rev.nullable(),
  /** The record as it stands. */
  current: z.strictObject({ rev, title: z.string() }),
  /** Why the version cannot be restored; null when it can. `current`: the record stands just there. */
  obstacle: z.enum(['current', 'trashed', 'adopted']).nullable(),
})
export type Comparison = z.output<typeof comparison>

const days = z.number().int().min(HISTORY_DAYS.least).max(HISTORY_DAYS.most)
const policy = z.strictObject({
  /** Every version of so many days. */
  allDays: days,
  /** Then the last of each day for so many days, and the last of each week after that. */
  dailyDays: days,
})

export const historyMethods = {
  /**
   * The latest first. `sitting`: not the versions of the record, but the saves of the sitting that this revision belongs
   * to, the last of each minute; they are kept for a day. NOT_FOUND when there is no such record or sitting; a record in the
   * trash has its history, too.
   */
  'history.list': method(
    z.strictObject({ id: recordId, sitting: rev.nullable().default(null), from: count, count: z.number().int().min(1).max(200) }),
    z.strictObject({ revision: count, total: count, rows: z.array(historyRow) }),
  ),
  /**
   * Words added and removed, the fields that differ and what happened to the files, for pairs of versions as `history.list`
   * gave them. `sameAs`: what a command wrote says just what an earlier version said, apart from other names, as after
   * going back to it or undoing what came after. `unreadable`: one of the pair is damaged on the disk, and nothing can be said.
   */
  'history.summaries': method(
    z.strictObject({ id: recordId, versions: z.array(z.strictObject({ rev, before: rev.nullable() })).max(200) }),
    z.array(
      z.strictObject({
        rev,
        ...words,
        fields: z.array(z.string()),
        files,
        sameAs: z.strictObject({ rev, at: instant }).nullable(),
        unreadable: z.boolean(),
      }),
    ),
  ),
  /** NOT_FOUND when the version is not kept any more. */
  'history.version': method(z.strictObject({ id: recordId, rev }), record),
  /**
   * One version, `rev`, beside the one before it in `history.list` (`before`: what was done then), beside the record as it
   * stands (`current`: what was done since), or beside any other by its number. The older of both is `from`. `whole`: with
   * all of the text; else unchanged lines far from a change are skipped. NOT_FOUND as `history.version`.
   */
  'history.compare': method(
    z.strictObject({ id: recordId, rev, beside: z.union([z.literal('before'), z.literal('current'), rev]), whole: z.boolean() }),
    comparison,
  ),
  /**
   * Writes what version `rev` said as a new version; `commit` is null when the record says just that. Links to the record
   * are not rewritten: the names it has now stay as aliases. `title` is taken instead of the version's. Aliases that other
   * records bear by now are left out and answered. NOT_FOUND (also in the trash), CONFLICT with `details.current`,
   * TITLE_TAKEN with `details.other` and `details.suggestion`, ADOPTED, INVALID_INPUT when another country has the code.
   */
  'history.restore': method(
    z.strictObject({ id: recordId, rev, baseRev: count, title: title.optional() }),
    z.strictObject({ record, commit: z.strictObject({ revision: count }).nullable(), leftOut: z.array(z.string()) }),
  ),

  'history.settings': method(nothing, policy),
  /** INVALID_INPUT when `dailyDays` is less than `allDays`. Takes effect when the history is thinned next. */
  'history.configure': method(policy, policy),
} as const
