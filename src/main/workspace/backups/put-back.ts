/**
 * Puts the files of a backup in the place of a workspace that does not open. What lies there now goes to `set-aside/`.
 * The manifest is the moment: interrupted before it the workspace is as it was, after it the backup stands.
 */
import { basename, join } from 'node:path'
import { AttachmentStore } from '../attachments/attachment-store.ts'
import { withDiskFailures } from '../disk-failure.ts'
import { filesOf, instantOf, type WorkspaceEnvironment } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import { systemCode, type FileSystem } from '../file-system.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import { fileNames, pathsIn, type WorkspacePaths } from '../layout.ts'
import { segmentNames, type Manifest } from '../manifest-file.ts'
import { setAside } from '../recovery/set-aside.ts'
import { removeIfThere, renameWhenFree, temporaryNameFor, UncertainReplacementError } from '../replace-file.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import { noSuchBackup, withBackupFailures } from './backup-failure.ts'
import { withAttachments } from './bring-attachments.ts'
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
      const all = await listBackups(files, folder)
      const found = all.find(({ backup, place }) => backup.name === choice.name && place === choice.place)
      if (!found) throw noSuchBackup(choice.name)
      const { backup } = found
      refuseOtherVersion(backup.file)
      for (const segment of backup.file.segments) await found.folder.verifySegment(segment, backup.file.workspace.id)
      const folders = [...new Set([found.folder, ...all.map((one) => one.folder)])]
      const store = new AttachmentStore(folder, { files })
      await withAttachments({ files, store, folders }, backup.file, () => putFiles(files, paths, found, environment))
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
  const before = await namesIn(files, paths.segments)
  const derived = await namesIn(files, paths.derived)
  const now = await anyManifest(files, paths.folder)
  const discarded = before.filter((name) => parseSegmentName(name))
  const manifest = manifestOf(file, { generation: freeGeneration(before), now, discarded, newId: environment.newId })
  await files.createFolder(paths.segments)
  const copies = segmentNames(manifest).map((name) => ({ path: paths.segment(name), temporary: temporaryNameFor(paths.segment(name)) }))
  try {
    for (const [index, { temporary }] of copies.entries()) {
      const segment = file.segments[index]
      if (segment) await copyStored(files, folder.segmentPath(segment), segment, temporary)
    }
    const kept = [fileNames.manifest, fileNames.previousManifest, ...before.map((name) => join(basename(paths.segments), name))]
    await setAside(files, paths, instantOf(environment.clock), kept)
    // only now: under these names they would be read as segments of the damaged workspace
    for (const { path, temporary } of copies) await renameWhenFree(files, temporary, path)
    await files.syncFolder(paths.segments)
    await writeManifest(files, paths.manifest, manifest)
  } catch (error) {
    if (!(await mayStand(files, paths, manifest)))
      for (const { path, temporary } of copies) for (const name of [temporary, path]) await removeIfThere(files, name)
    throw error
  }
  await tidyUp(files, paths, manifest, { before, derived })
}

/** Whether the manifest that is to be put in place is there already, or may be. */
async function mayStand(files: FileSystem, paths: WorkspacePaths, { lineage }: Manifest): Promise<boolean> {
  try {
    return (await examineManifest(files, paths.manifest)).content?.lineage === lineage
  } catch (error) {
    // the failure that led here is the one to tell
    if (systemCode(error) === '') throw error
    return true
  }
}

/** The backup stands already: what the disk refuses here is left to the next opening. */
async function tidyUp(
  files: FileSystem,
  paths: WorkspacePaths,
  manifest: Manifest,
  { before, derived }: { readonly before: readonly string[]; readonly derived: readonly string[] },
): Promise<void> {
  try {
    await writeManifest(files, paths.previousManifest, manifest)
  } catch (error) {
    if (systemCode(error) === '' && !(error instanceof UncertainReplacementError)) throw error
    return
  }
  for (const name of before) await removeIfThere(files, paths.segment(name))
  for (const name of derived) await removeIfThere(files, join(paths.derived, name))
}

async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await files.stat(folder))?.kind === 'folder' ? await files.list(folder) : []
}

/** No file that is there has it in its name, so that nothing is written over. */
const freeGeneration = (names: readonly string[]): number =>
  Math.max(-1, ...names.map((name) => parseSegmentName(name)?.generation ?? -1)) + 1
