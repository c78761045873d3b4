/** Copies of damaged segments that lie with the backups, of the same history: what they hold is not lost. */
import { isAbsolute, relative } from 'node:path'
import type { BackupSegment } from '../backups/backup-file.ts'
import { listBackups, type FoundBackup } from '../backups/list-backups.ts'
import { systemCode, type FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import { segmentNames, type Manifest } from '../manifest-file.ts'

/** Of the copies that begin with the same change so many are read, those that go furthest: the best may have gone bad itself. */
const READ_OF_EACH = 2

interface Copy extends BackupSegment {
  readonly path: string
}

/**
 * Names relative to the folder of the segments, the best first. After a backup was put back, or a salvage, numbers mean
 * other changes than before: only backups of the lineage that stands count.
 */
export async function backupCopies(
  files: FileSystem,
  paths: WorkspacePaths,
  manifest: Manifest,
  damaged: readonly string[],
): Promise<readonly string[]> {
  const ranges = rangesOf(manifest).filter(({ name }) => damaged.includes(name))
  const copies = new Map<string, Copy>()
  for (const { folder, backup } of await backupsOf(files, paths)) {
    const { workspace, segments } = backup.file
    if (workspace.id !== manifest.id || workspace.lineage !== manifest.lineage) continue
    for (const segment of segments)
      if (ranges.some(({ from, to }) => segment.first < to && segment.last >= from))
        copies.set(segment.sha256, { ...segment, path: folder.segmentPath(segment) })
  }
  const taken = new Map<number, number>()
  return [...copies.values()]
    .toSorted((one, other) => other.last - one.last)
    .flatMap(({ first, path }) => {
      const before = taken.get(first) ?? 0
      taken.set(first, before + 1)
      const name = relative(paths.segments, path)
      // on another drive of Windows there is no such name
      return before < READ_OF_EACH && !isAbsolute(name) ? [name] : []
    })
}

/** Which sequences each segment has, up to before `to`. */
function rangesOf(manifest: Manifest): readonly { readonly name: string; readonly from: number; readonly to: number }[] {
  const names = segmentNames(manifest)
  const firstOf = (name: string | undefined) => (name === undefined ? undefined : parseSegmentName(name)?.first)
  return names.map((name, index) => ({ name, from: firstOf(name) ?? 0, to: firstOf(names[index + 1]) ?? Number.POSITIVE_INFINITY }))
}

/** Backups that cannot be listed are no help, and no hindrance either. */
async function backupsOf(files: FileSystem, paths: WorkspacePaths): Promise<readonly FoundBackup[]> {
  try {
    return await listBackups(files, paths.folder)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return []
  }
}
