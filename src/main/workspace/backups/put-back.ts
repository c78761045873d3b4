/**
 * Puts the files of a backup in the place of a workspace that does not open. What lies there now goes to `set-aside/`.
 * The manifest is the moment: interrupted before it the workspace is as it was, after it the backup stands.
 */
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { withDiskFailures } from '../disk-failure.ts'
import { filesOf, instantOf, type WorkspaceEnvironment } from '../environment.ts'
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import { parseSegmentName, segmentName } from '../journal/segment-head.ts'
import { pathsIn, SCHEMA_VERSION, type WorkspacePaths } from '../layout.ts'
import { manifestCodec, MANIFEST_FORMAT, type Manifest } from '../manifest-file.ts'
import { copyFile, removeIfThere, renameWhenFree, replaceFile } from '../replace-file.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import type { BackupFile } from './backup-file.ts'
import { backupName } from './backup-file.ts'
import { noSuchBackup, withBackupFailures } from './backup-failure.ts'
import { bringAttachments } from './bring-attachments.ts'
import { copyBeginning } from './copy-file.ts'
import { anyManifest, listBackups, type FoundBackup } from './list-backups.ts'

/**
 * @throws AppError NOT_FOUND, DAMAGED when the backup is damaged itself, NEWER_FORMAT, LOCKED, DISK_FULL, NO_PERMISSION,
 * READ_ONLY, IO; the workspace is then as it was
 */
export async function putBackup(
  folder: string,
  choice: { readonly name: string; readonly place: FoundBackup['place'] },
  environment: WorkspaceEnvironment,
): Promise<void> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  const lock = await withDiskFailures('opening', () => lockWorkspace(paths, environment))
  try {
    await withBackupFailures(async () => {
      const found = (await listBackups(files, folder)).find(({ backup, place }) => backup.name === choice.name && place === choice.place)
      if (!found) throw noSuchBackup(choice.name)
      refuseNewer(found.backup.file)
      await putFiles(files, paths, found, environment)
    })
  } finally {
    await lock.release()
  }
}

function refuseNewer({ workspace: { schemaVersion } }: BackupFile): void {
  if (schemaVersion === SCHEMA_VERSION) return
  throw new AppError(
    'NEWER_FORMAT',
    'The backup was made by another version of Rapporteur. Nothing was changed. Open it with that version, or choose another backup.',
    { found: schemaVersion, supported: SCHEMA_VERSION },
  )
}

async function putFiles(
  files: FileSystem,
  paths: WorkspacePaths,
  { folder, backup }: FoundBackup,
  environment: WorkspaceEnvironment,
): Promise<void> {
  const { file } = backup
  for (const segment of file.segments) await folder.verifySegment(segment, file.workspace.id)
  await bringAttachments(files, folder, file, paths.folder)
  const before = await presentFiles(files, paths)
  const manifest = manifestOf(file, await anyManifest(files, paths.folder), freeGeneration(before), environment)
  await files.createFolder(paths.segments)
  const names = [...manifest.segments.map(({ name }) => name), manifest.active]
  for (const [index, segment] of file.segments.entries()) {
    const target = paths.segment(names[index] ?? '')
    const temporary = join(paths.segments, `.${names[index] ?? ''}.0123456789abcdef.tmp`)
    await removeIfThere(files, temporary)
    const taken = await copyBeginning(files, folder.segmentPath(segment), segment.bytes, temporary)
    if (taken !== segment.sha256)
      throw new AppError('IO', 'The disk gave other bytes than a moment before. Nothing was changed. Try again.')
    await renameWhenFree(files, temporary, target)
  }
  await files.syncFolder(paths.segments)
  await setAside(files, paths, before, environment)
  await replaceFile(files, paths.manifest, manifestCodec.encode(manifest), { previous: paths.previousManifest })
  // the one before names files that are gone in a moment, or could not be read at all
  await replaceFile(files, paths.previousManifest, manifestCodec.encode(manifest))
  for (const path of [...before.segments, ...before.derived]) await files.remove(path)
}

interface Present {
  /** Manifests and segments, as paths. */
  readonly manifests: readonly string[]
  readonly segments: readonly string[]
  /** Made from the records of before: they are not kept. */
  readonly derived: readonly string[]
}

async function presentFiles(files: FileSystem, paths: WorkspacePaths): Promise<Present> {
  const isThere = await Promise.all([paths.manifest, paths.previousManifest].map((path) => files.stat(path)))
  return {
    manifests: [paths.manifest, paths.previousManifest].filter((_path, index) => isThere[index]?.kind === 'file'),
    segments: await filesIn(files, paths.segments),
    derived: await filesIn(files, paths.derived),
  }
}

async function filesIn(files: FileSystem, folder: string): Promise<string[]> {
  if ((await files.stat(folder))?.kind !== 'folder') return []
  const paths = (await files.list(folder)).map((name) => join(folder, name))
  const stats = await Promise.all(paths.map((path) => files.stat(path)))
  return paths.filter((_path, index) => stats[index]?.kind === 'file')
}

/** No file that is there has it in its name, so that nothing is written over. */
const freeGeneration = ({ segments }: Present): number =>
  Math.max(-1, ...segments.map((path) => parseSegmentName(path.split(/[/\\]/u).at(-1) ?? '')?.generation ?? -1)) + 1

function manifestOf(
  { workspace, segments }: BackupFile,
  now: Manifest | undefined,
  generation: number,
  { newId }: WorkspaceEnvironment,
): Manifest {
  const { id, name, sample, createdAt } = workspace
  const named = segments.map((segment) => ({ ...segment, name: segmentName(segment.first, generation) }))
  return {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id,
    name: now?.name ?? name,
    sample,
    createdAt,
    // whatever was derived from the state before, and the mark of what had been saved, do not count any more
    lineage: newId(),
    settings: now?.settings ?? DEFAULT_SETTINGS,
    segments: named
      .slice(0, -1)
      .map(({ name: file, bytes, frames, first, last, link }) => ({ name: file, bytes, frames, first, last, link })),
    active: named.at(-1)?.name ?? '',
  }
}

/** Second names in `set-aside/` for what lies there now, durable before the first ones go. */
async function setAside(
  files: FileSystem,
  paths: WorkspacePaths,
  { manifests, segments }: Present,
  environment: WorkspaceEnvironment,
): Promise<void> {
  const aside = join(paths.setAside, `before-restoring-${backupName(instantOf(environment.clock))}`)
  await files.createFolder(aside)
  for (const path of [...manifests, ...segments]) await keep(files, path, join(aside, path.split(/[/\\]/u).at(-1) ?? ''))
  for (const folder of [aside, paths.setAside, paths.folder]) await files.syncFolder(folder)
}

async function keep(files: FileSystem, from: string, to: string): Promise<void> {
  try {
    await files.link(from, to)
  } catch (error) {
    if (systemCode(error) === '') throw error
    // file systems without hard links
    await copyFile(files, from, to)
  }
}
