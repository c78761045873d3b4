/** Records: read one, create, change, rename, trash, restore; and undo of any of it. */
import { count, kind, recordId, title } from '../model/common.ts'
import { recordHead } from '../model/head.ts'
import { patchByKind, record, recordInput } from '../model/record.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'

/** A commit by its workspace revision: what `undo.apply` takes back. */
const commit = z.strictObject({ revision: count })
/** The same of a command that may find nothing to change: null when nothing was written. */
const commitOrNone = commit.nullable()

/** Why a record does not go back with the others of its commit. */
export const reasonsToStay = ['changedSince', 'adopted', 'nameTaken', 'erased', 'unknown'] as const
/** What an undo leaves, or would leave, as it is. */
const leftInPlace = z.strictObject({
  count,
  /** The first few of them; `title` is empty for what was erased. `by`: who changed it last. */
  records: z.array(z.strictObject({ id: recordId, title: z.string(), reason: z.enum(reasonsToStay), by: z.string() })).max(5),
  /** Records with links that lead nowhere when the others have gone back. */
  withLostLinks: count,
})
export type LeftInPlace = z.output<typeof leftInPlace>

const target = z.strictObject({ id: recordId, baseRev: count })

const change = <K extends keyof typeof patchByKind>(of: K) =>
  z.strictObject({ kind: z.literal(of), id: recordId, baseRev: count, patch: patchByKind[of] })

export const recordMethods = {
  /** NOT_FOUND when there is none (also none in the trash). */
  'records.get': method(z.strictObject({ id: recordId }), record),
  /** TITLE_TAKEN with `details.other` {id, kind, title} and `details.suggestion` when the title or an alias is another's. */
  'records.create': method(z.strictObject({ record: recordInput }), z.strictObject({ record, commit })),
  /** CONFLICT with `details.current` when `baseRev` is stale; ADOPTED when the patch touches adopted text. */
  'records.update': method(
    z.discriminatedUnion('kind', [change('contact'), change('country'), change('note'), change('meeting'), change('study')]),
    z.strictObject({ record, commit: commitOrNone }),
  ),
  /**
   * Changes the title, leaves the old one as an alias, and rewrites every link to it in bodies and fields in the same
   * transaction, adopted texts excepted. `updatedLinks` counts records.
   */
  'records.rename': method(
    z.strictObject({ id: recordId, baseRev: count, title }),
    z.strictObject({ record, updatedLinks: count, commit: commitOrNone }),
  ),
  'records.trash': method(z.strictObject({ records: z.array(target).min(1).max(10_000) }), z.strictObject({ commit: commitOrNone })),
  /** Back from the trash. TITLE_TAKEN when the title has been given away since. */
  'records.restore': method(z.strictObject({ records: z.array(target).min(1).max(10_000) }), z.strictObject({ commit: commitOrNone })),
  /** For good: from the trash only, and not undoable. */
  'records.erase': method(z.strictObject({ records: z.array(target).min(1).max(10_000) }), z.strictObject({ erased: count })),
  'records.emptyTrash': method(nothing, z.strictObject({ erased: count })),

  /**
   * Takes back a commit of this window (undoing an undo is redo): writes back each field that it changed, and goes into
   * the trash with what it made. Other changes of the same records stay. NOT_UNDOABLE with `details.reason`:
   * `changedSince` (`details` {id, title, fields, by, at}) when one of those fields was changed since, `nameTaken`,
   * `adopted`, `erased`, or `unknown`: not of this window and sitting, too long ago, or a save of the body alone, which
   * the editor undoes.
   *
   * When that holds for some records of the commit only, `details` also has `left` and how many `others` there are:
   * `leaveChanged` takes those back and leaves the rest just as it is, for good as far as this commit goes. `left` is null
   * when everything went back.
   */
  'undo.apply': method(
    commit.extend({ leaveChanged: z.boolean().default(false) }),
    z.strictObject({ commit, records: z.array(recordHead), left: leftInPlace.nullable() }),
  ),
} as const

export const recordEvents = {
  /**
   * One committed transaction. Ids only: each window asks again for what it shows. A jump of more than one in
   * `revision` means that events were missed: ask for everything again.
   */
  'records.changed': z.strictObject({
    revision: count,
    upserted: z.array(z.strictObject({ id: recordId, kind, rev: count })),
    removed: z.array(recordId),
  }),
} as const
