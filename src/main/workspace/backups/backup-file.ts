/** The file of one backup: what it holds, sealed. It gets its name when every copy has been read back. */
import { backupCounts, backupReasons } from '../../../shared/contract/backups.ts'
import { actionView } from '../../../shared/contract/actions.ts'
import { savedSearch } from '../../../shared/contract/search.ts'
import { count, instant } from '../../../shared/model/common.ts'
import { z } from '../../../shared/model/zod.ts'
import type { JsonCodec } from '../atomic-json-adapter.ts'
import { DamagedFileError, parseObject, sealOf, utf8 } from '../json-file.ts'

export const BACKUP_FORMAT = 'rapporteur-backup'
/** The version of this file; the segments say theirs themselves. */
export const BACKUP_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One copy in `store/`. */
const segment = z.strictObject({
  /** What the segment is called in the workspace. */
  name: z.string().regex(/^\d{12,}\.g\d+\.jsonl$/),
  bytes: count,
  sha256,
  frames: count,
  /** Of its first and its last frame. */
  first: count,
  last: count,
  /** The header CRC of its last frame. */
  link: count,
  /** The highest revision in it. */
  revision: count,
  /** When this copy was last read as a whole. */
  readAt: instant,
})
export type BackupSegment = z.output<typeof segment>

const attachment = z.strictObject({
  /** Its path in the workspace's folder, with `/` on every system. */
  name: z.string().regex(/^attachments\/[0-9a-f]{2}\/[0-9a-f]{64}$/),
  bytes: count,
  sha256,
})
export type BackupAttachment = z.output<typeof attachment>

const backupFile = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  at: instant,
  reason: z.enum(backupReasons),
  /** Never removed by rotation. */
  pinned: z.boolean(),
  /** Far fewer records than in the backup before, which was pinned for that. */
  dropped: z.strictObject({ name: z.string(), before: count, after: count }).nullable(),
  verifiedAt: instant,
  workspace: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    sample: z.boolean(),
    createdAt: instant,
    schemaVersion: count,
    lineage: z.string(),
    /** Searches and views that are kept; what earlier versions of the application wrote has none. */
    searches: z.array(savedSearch).readonly().default([]),
    actionViews: z.array(actionView).readonly().default([]),
  }),
  revision: count,
  counts: backupCounts,
  /** In order; the last is the one that was being written to. */
  segments: z.array(segment).min(1),
  /** In `store/` too when the backup is in a second place; else they lie in the workspace's own folder. */
  attachments: z.array(attachment),
})
export type BackupFile = z.output<typeof backupFile>

/** Records in all, those in the trash too. */
export const recordsOf = (counts: BackupFile['counts']): number => Object.values(counts).reduce((sum, number) => sum + number, 0)

export const bytesOf = ({ segments, attachments }: BackupFile): number =>
  [...segments, ...attachments].reduce((sum, { bytes }) => sum + bytes, 0)

export const backupCodec: JsonCodec<BackupFile> = {
  *encode(data) {
    yield utf8(`${JSON.stringify({ ...data, sha256: sealOf(JSON.stringify(data)) }, null, 2)}\n`)
  },
  /** @throws DamagedFileError */
  decode(bytes) {
    const { sha256: seal, ...rest } = parseObject(bytes)
    if (seal !== sealOf(JSON.stringify(rest))) throw new DamagedFileError('The checksum of the backup does not fit its content.')
    const checked = backupFile.safeParse(rest)
    if (!checked.success) throw new DamagedFileError('The file is not the list of a backup that this version can read.')
    return checked.data
  },
}

/** `2026-11-21T14-02-05.123Z`: the instant, without what Windows refuses in a name. It sorts as time does. */
export const backupName = (at: string): string => at.replaceAll(':', '-')

export const isBackupName = (name: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z$/.test(name)
