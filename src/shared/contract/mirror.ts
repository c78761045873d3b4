/** A folder that is kept equal to the workspace as markdown. Belongs to the person on this device; off until switched on. */
import { errorCodes } from '../errors.ts'
import { count, recordId } from '../model/common.ts'
import { exportOptions } from '../model/export-options.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'
import { comparison } from './history.ts'

/** When it is written: a moment after every change, or on command. */
export const mirrorWhen = z.enum(['change', 'command'])

/** A file that the mirror leaves alone until the person has settled it. */
export const mirrorConflict = z.strictObject({
  /** From the mirror's folder, written with `/`. */
  path: z.string(),
  /** The record it was written for; null where there is none. */
  id: recordId.nullable(),
  title: z.string(),
  /** For `host.reveal`: where it lies. */
  folder: z.string(),
  /**
   * `edited`: changed in the folder. `aboveLevel`: changed in the folder, and its record is above the level now. `unwanted`: changed
   * in the folder, and of no record that the mirror knows any more. `removed`: removed from the folder. `inTheWay`: a file that
   * the mirror did not write has the name. `asideAbove`: set aside earlier, and its record is above the level now. `asideUnknown`: set
   * aside earlier, and it is not known any more whose it is, so that it may be above the level.
   */
  what: z.enum(['edited', 'aboveLevel', 'unwanted', 'removed', 'inTheWay', 'asideAbove', 'asideUnknown']),
})
export type MirrorConflict = z.output<typeof mirrorConflict>

export const mirrorStatus = z.strictObject({
  on: z.boolean(),
  /** For reading; empty while it is off. */
  location: z.string(),
  /** For `host.reveal`; null while it is off. */
  folder: z.string().nullable(),
  /** Without the report, which is an export's. */
  options: exportOptions,
  when: mirrorWhen,
  /** `waiting`: changes are to be written. `stopped`: the last writing failed, see `problem`. */
  state: z.enum(['off', 'waiting', 'writing', 'current', 'stopped']),
  /** Records written and in all, while a writing takes long. */
  progress: z.strictObject({ done: count, total: count }).nullable(),
  /** When it was last found equal; empty for never. */
  at: z.string(),
  problem: z.strictObject({ code: z.enum(errorCodes), message: z.string() }).nullable(),
  /** The first 200. */
  conflicts: z.array(mirrorConflict),
  moreConflicts: count,
})
export type MirrorStatus = z.output<typeof mirrorStatus>

const conflictPath = z.string().max(4_000)

/** What the person says of conflicts: see `mirror.settle`. */
export const mirrorAnswer = z.enum(['takeIn', 'overwrite', 'remove'])
export type MirrorAnswer = z.output<typeof mirrorAnswer>

/** What an edited file says otherwise. */
export const mirrorComparison = z.strictObject({
  title: z.string(),
  /** `record`: what taking in would change. `file`: the file as it is beside the file as it would be written, as one text. */
  of: z.enum(['record', 'file']),
  ...comparison.pick({ fields: true, added: true, removed: true, coarse: true }).shape,
  /** Why it cannot be taken in: a sentence; null when it can. */
  refused: z.string().nullable(),
  /** For `mirror.settle`: what was compared. */
  seen: z.string(),
})
export type MirrorComparison = z.output<typeof mirrorComparison>

/** What became of conflicts. */
export const mirrorSettled = z.strictObject({
  status: mirrorStatus,
  /** Files that were taken in, set aside and written anew, or removed. */
  settled: count,
  /** The first 200 that were left as they are. `reason` is a sentence. */
  refused: z.array(z.strictObject({ path: z.string(), title: z.string(), reason: z.string() })),
  moreRefused: count,
  /** Of what was taken in, for `undo.apply`; null when nothing was. */
  revision: count.nullable(),
})
export type MirrorSettled = z.output<typeof mirrorSettled>

export const mirrorMethods = {
  'mirror.status': method(nothing, mirrorStatus),
  /** Into a new sub-folder of the folder, or one that a mirror or export of this workspace wrote. @throws AppError as `export.start` */
  'mirror.start': method(
    z.strictObject({ folder: z.string(), name: z.string().min(1).max(120), options: exportOptions, when: mirrorWhen }),
    mirrorStatus,
  ),
  'mirror.change': method(z.strictObject({ options: exportOptions.optional(), when: mirrorWhen.optional() }), mirrorStatus),
  /** The files stay. */
  'mirror.stop': method(nothing, mirrorStatus),
  /** Looks at every file and writes what differs; answers at once. */
  'mirror.update': method(nothing, mirrorStatus),
  /** Looks what was edited in the folder, unless that was done a moment ago; answers at once. For a window that is turned to. */
  'mirror.look': method(nothing, mirrorStatus),
  /** An edited file of a record beside its record. @throws AppError NOT_FOUND when there is none, INVALID_INPUT when it cannot be read as text, MISSING */
  'mirror.compare': method(z.strictObject({ path: conflictPath }), mirrorComparison),
  /**
   * `takeIn`: what was edited in the folder becomes a version of its record, all in one transaction as undoable as any command;
   * what the record says by now stays where the file does not say otherwise. `overwrite`: what lies in the folder gets another
   * name there, and the folder what the workspace has; not what is above the level, which would stay there. `remove`: what was
   * edited goes for good, of `aboveLevel`, `unwanted` and what was set aside only. `paths`: null for all. A conflict that is none any more is passed over.
   * `seen`: from `mirror.compare`; what is another since is not taken in.
   */
  'mirror.settle': method(
    z.strictObject({
      paths: z.array(conflictPath).min(1).max(200).nullable(),
      how: mirrorAnswer,
      seen: z.string().max(200).nullable().default(null),
    }),
    mirrorSettled,
  ),
} as const

export const mirrorEvents = { 'mirror.changed': mirrorStatus } as const
