/**
 * Puts the files of a backup in the place of a workspace that does not open. What lies there now goes to `set-aside/`.
 * The manifest is the moment: interrupted before it the workspace is as it was, after it the backup stands.
 */
import { basename, join } from 'node:path'
import { withDiskFailures } from '../disk-failure.ts'
import { filesOf, instantOf, type WorkspaceEnvironment } from '../environment.ts'
import type { FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import { fileNames, pathsIn, type WorkspacePaths } from '../layout.ts'
import { segmentNames } from '../manifest-file.ts'
import { setAside } from '../recovery/set-aside.ts'
import { removeIfThere, renameWhenFree, temporaryNameFor } from '../replace-file.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import type { BackupSegment } from './backup-file.ts'
import { noSuchBackup, withBackupFailures } from './backup-failure.ts'
import { bringAttachments } from './bring-attachments.ts'
import { copyStored } from './copy-stored.ts'
import { anyManifest, listBackups, type FoundBackup } from './list-backups.ts'
import { manifestOf, refuseOtherVersion, writeManifest } from './manifest-of-backup.ts'

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
      refuseOtherVersion(found.backup.file)
      await putFiles(files, paths, found, environment)
    })
  } finally {
    await lock.release()
  }
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
  const before = await namesIn(files, paths.segments)
  const derived = await namesIn(files, paths.derived)
  const now = await anyManifest(files, paths.folder)
  const manifest = manifestOf(file, { generation: freeGeneration(before), now, newId: environment.newId })
  await files.createFolder(paths.segments)
  for (const [index, name] of segmentNames(manifest).entries()) {
    const segment = file.segments[index]
    if (segment) await copySegment(files, folder.segmentPath(segment), segment, paths.segment(name))
  }
  await files.syncFolder(paths.segments)
  const kept = [fileNames.manifest, fileNames.previousManifest, ...before.map((name) => join(basename(paths.segments), name))]
  await setAside(files, paths, instantOf(environment.clock), kept)
  await writeManifest(files, paths.manifest, manifest)
  // from here on the backup stands; what follows only tidies up, and opening does without it
  await writeManifest(files, paths.previousManifest, manifest)
  for (const name of before) await removeIfThere(files, paths.segment(name))
  for (const name of derived) await removeIfThere(files, join(paths.derived, name))
}

async function copySegment(files: FileSystem, from: string, segment: BackupSegment, to: string): Promise<void> {
  const temporary = temporaryNameFor(to)
  try {
    await copyStored(files, from, segment, temporary)
    await renameWhenFree(files, temporary, to)
  } catch (error) {
    await removeIfThere(files, temporary)
    throw error
  }
}

async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await files.stat(folder))?.kind === 'folder' ? await files.list(folder) : []
}

/** No file that is there has it in its name, so that nothing is written over. */
const freeGeneration = (names: readonly string[]): number =>
  Math.max(-1, ...names.map((name) => parseSegmentName(name)?.generation ?? -1)) + 1
