/** Backups of the open workspace, and of one that does not open: what there is, making one, putting one back. */
import { count, instant, kind } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method, nothing } from './define.ts'
import { job } from './jobs.ts'

/** `here`: in the workspace's own folder. `second`: in the second place. */
const place = z.enum(['here', 'second'])

/** Which backup is meant. `name` is that of its file without the ending, as `backups.list` gives it. */
export const backupChoice = z.strictObject({ name: z.string().min(1).max(80), place })
export type BackupChoice = z.output<typeof backupChoice>

/** Why a backup was made. */
export const backupReasons = ['schedule', 'hand', 'import', 'restore', 'migration'] as const

/** Records outside the trash by kind, and those in it. */
export const backupCounts = z.strictObject({
  contact: count,
  country: count,
  note: count,
  meeting: count,
  study: count,
  trash: count,
})
export type BackupCounts = z.output<typeof backupCounts>

/** A backup that was made and verified, as a window is told of it. */
export const backupInfo = z.strictObject({
  name: z.string(),
  place,
  at: instant,
  reason: z.enum(backupReasons),
  /** It is kept for good: the records became far fewer after it. */
  pinned: z.boolean(),
  revision: count,
  counts: backupCounts,
  /** Records in all, those in the trash too. */
  records: count,
  /** Of all its files. */
  bytes: count,
  /** When its copies were read back and found right. */
  verifiedAt: instant,
})
export type BackupInfo = z.output<typeof backupInfo>

/** How the backups of the open workspace stand. */
export const backupStatus = z.strictObject({
  /** Made hourly while the workspace is open and has changed. */
  automatic: z.boolean(),
  /** The last verified backup in either place. */
  last: z.strictObject({ at: instant, verifiedAt: instant }).nullable(),
  secondPlace: z
    .strictObject({
      /** For reading. */
      location: z.string(),
      /** It was there when it was last looked for. */
      reachable: z.boolean(),
      /** When a backup last arrived there; empty for never. */
      lastAt: z.string(),
    })
    .nullable(),
  /** Why the last backup did not come about; null when it did. `message` is an English sentence. */
  failed: z.strictObject({ at: instant, message: z.string() }).nullable(),
  /** There are changes, and no backup for more than a week. */
  overdue: z.boolean(),
  /** A backup of the last day held far fewer records than the one before, which was therefore pinned. */
  dropped: z.strictObject({ name: z.string(), at: instant, before: count, after: count }).nullable(),
  /** Attached files whose contents are not in the workspace, as it was at the last look, with the first of them; null for none. */
  missingFiles: z.strictObject({ count, first: z.strictObject({ id: z.string(), title: z.string(), name: z.string() }) }).nullable(),
  running: z.boolean(),
})
export type BackupStatus = z.output<typeof backupStatus>

const records = z.strictObject({
  count,
  /** The first of them. */
  first: z.array(z.strictObject({ id: z.string(), kind, title: z.string() })).max(50),
})

/** What restoring a backup would do. */
export const backupPreview = z.strictObject({
  backup: backupInfo,
  /** They get the state they had then. */
  older: records,
  /** They are gone or in the trash and come back. */
  back: records,
  /** They were made since, or were in the trash then, and go to the trash. */
  toTrash: records,
  /** Attachments that are not in the workspace any more, or damaged, and come back. */
  filesBack: count,
  /** Attachments of the backup that are nowhere any more; their records say so where they stand. */
  missingFiles: count,
})
export type BackupPreview = z.output<typeof backupPreview>

/** The methods of backups. */
export const backupMethods = {
  /** The latest first. Also of a workspace that does not open. @throws AppError NO_PERMISSION, IO */
  'backups.list': method(nothing, z.strictObject({ backups: z.array(backupInfo) })),
  'backups.status': method(nothing, backupStatus),
  /**
   * In the background; answers the job that runs when one does.
   * @throws AppError when no workspace is open; the job fails with DAMAGED, READ_ONLY, DISK_FULL, NO_PERMISSION, IO
   */
  'backups.make': method(nothing, job),
  /** What restoring would change. Reads the whole backup. @throws AppError NOT_FOUND, DAMAGED, MISSING, NO_PERMISSION, IO */
  'backups.preview': method(backupChoice, backupPreview),
  /**
   * Every record gets the state it had then, as a new version and in one step; what was made since goes to the trash.
   * A backup of the present state is made first. `revision` can be undone; null when no record differs. Attached
   * files that are gone or damaged come back, and stay when it is undone.
   * @throws AppError NOT_FOUND, DAMAGED, READ_ONLY, DISK_FULL, NO_PERMISSION, MISSING, IO; no record has changed then
   */
  'backups.restore': method(
    backupChoice,
    z.strictObject({ revision: count.nullable(), changed: count, filesBack: count, missingFiles: count }),
  ),
  'backups.settings': method(z.strictObject({ automatic: z.boolean() }), backupStatus),
  /**
   * A second folder that gets every backup, by the handle of a chosen folder.
   * @throws AppError NOT_EMPTY inside the workspace's own folder, MISSING, NO_PERMISSION, READ_ONLY, IO; nothing has changed then
   */
  'backups.choosePlace': method(z.strictObject({ folder: z.string() }), backupStatus),
  /** The backups that are there stay there. */
  'backups.forgetPlace': method(nothing, backupStatus),
} as const

export const backupEvents = {
  'backups.changed': backupStatus,
} as const
