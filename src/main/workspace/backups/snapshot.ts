/** What a backup of a workspace holds, learned while nothing is written to it. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { BackupCounts } from '../../../shared/contract/backups.ts'
import type { FileSystem } from '../file-system.ts'
import { pathsIn } from '../layout.ts'
import { readManifest } from '../manifest-file.ts'
import type { Workspace } from '../port.ts'
import type { AttachmentFile, Snapshot } from './make-backup.ts'

/** Rows between which other work may run. */
const ROWS_AT_ONCE = 200

/** Each record once, by kind or as one in the trash. An edit meanwhile may be counted or not. */
export async function countRecords(workspace: Pick<Workspace, 'rowCount' | 'headAt'>): Promise<BackupCounts> {
  const counts = { contact: 0, country: 0, note: 0, meeting: 0, study: 0, trash: 0 }
  for (let row = 0; row < workspace.rowCount; row += 1) {
    const head = workspace.headAt(row)
    if (head) counts[head.trashedAt === '' ? head.kind : 'trash'] += 1
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
  }
  return counts
}

/**
 * Call it inside `whileStill`: the size of the segment that is written to is then what has been acknowledged.
 * @throws DamagedFileError, system errors
 */
export async function takeSnapshot(files: FileSystem, folder: string, revision: number, counts: BackupCounts): Promise<Snapshot> {
  const paths = pathsIn(folder)
  const { manifest } = readManifest(await files.readFile(paths.manifest))
  const { id, name, sample, createdAt, schemaVersion, lineage, settings } = manifest
  const active = join(paths.segments, manifest.active)
  let attachments: Promise<readonly AttachmentFile[]> | undefined
  return {
    workspace: { id, name, sample, createdAt, schemaVersion, lineage, searches: settings.searches, actionViews: settings.actionViews },
    revision,
    counts,
    segments: [
      ...manifest.segments.map((segment) => ({
        name: segment.name,
        path: join(paths.segments, segment.name),
        bytes: segment.bytes,
        sealed: segment,
      })),
      { name: manifest.active, path: active, bytes: (await files.stat(active))?.size ?? 0, sealed: null },
    ],
    attachments: () => (attachments ??= listAttachments(files, paths.attachments)),
  }
}

/** Temporary files and whatever else lies there are left out. */
async function listAttachments(files: FileSystem, folder: string): Promise<readonly AttachmentFile[]> {
  if ((await files.stat(folder))?.kind !== 'folder') return []
  const found: AttachmentFile[] = []
  for (const beginning of (await files.list(folder)).toSorted()) {
    if (!/^[0-9a-f]{2}$/.test(beginning)) continue
    for (const sha256 of (await files.list(join(folder, beginning))).toSorted()) {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !sha256.startsWith(beginning)) continue
      const path = join(folder, beginning, sha256)
      const stat = await files.stat(path)
      if (stat?.kind === 'file') found.push({ name: `attachments/${beginning}/${sha256}`, bytes: stat.size, sha256, path })
    }
  }
  return found
}
