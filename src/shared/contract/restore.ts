/** Making a workspace anew from backups alone: the computer that it lay on is lost, or its folder is. */
import { count } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { folderInfo } from './app.ts'
import { backupInfo } from './backups.ts'
import { method } from './define.ts'
import { job } from './jobs.ts'

/** Backups of one workspace, in a folder that was chosen or in one inside of it. */
export const foundBackups = z.strictObject({
  /** A handle of the folder that they lie in. */
  folder: z.string(),
  /** For reading. */
  location: z.string(),
  /** What the workspace was called at the time of the latest; empty when none can be read. */
  workspace: z.string(),
  /** Those whose files are all there, the latest first. */
  backups: z.array(backupInfo.omit({ place: true })),
  /** How many are left out because a file of theirs is missing or cannot be read. */
  unusable: count,
  /** A folder that is not there yet, for the new workspace; null when none of the usual places can be written to. */
  proposed: folderInfo.nullable(),
})
export type FoundBackups = z.output<typeof foundBackups>

export const restoreMethods = {
  /** What lies in a folder that was chosen; nothing is changed. Also of a folder that holds no backups. */
  'restore.find': method(z.strictObject({ folder: z.string() }), z.array(foundBackups)),
  /**
   * In the background. The finished job's `folder` is that of the new workspace, to be opened by `workspace.open`. The
   * new folder is as it was when the job fails or is stopped; the backups are only read.
   */
  'restore.start': method(z.strictObject({ folder: z.string(), name: z.string().min(1).max(80), into: z.string() }), job),
} as const
