/**
 * Makes a workspace anew from a backup alone, in an empty or new folder: the computer that it lay on is gone. Every file
 * is copied under a name that no workspace has and read back; then all get their places, the manifest last. Whatever
 * stops it before, the folder holds no workspace, and the backup is only ever read.
 */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { assertFree, removeBegun } from '../create-workspace.ts'
import { filesOf, type WorkspaceEnvironment } from '../environment.ts'
import { systemCode, type FileLock, type FileSystem } from '../file-system.ts'
import { fileNames, pathsIn, type WorkspacePaths } from '../layout.ts'
import { segmentNames } from '../manifest-file.ts'
import { namesIn } from '../read-if-there.ts'
import { isFree } from '../recognise.ts'
import { removeIfThere, renameWhenFree } from '../replace-file.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import type { BackupFolder, StoredBackup } from './backup-folder.ts'
import { bytesOf } from './backup-file.ts'
import { bringFiles, type BroughtFiles } from './bring-files.ts'
import { cancelled, type Steps } from './copy-file.ts'
import { manifestOf, refuseOtherVersion, writeManifest } from './manifest-of-backup.ts'
import { restoreFailure } from './restore-failure.ts'

export interface RestoreControl {
  /** Called with bytes done and in all. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

export interface RestoreReport {
  /** Attachments that the backup does not hold any more, by their names. */
  readonly leftOut: readonly string[]
}

/** What an attempt that was cut off leaves behind; {@link isFree} does not mind it. */
const isStaging = (name: string) => /^\.restoring\.[0-9a-f]{16}\.tmp$/.test(name)

/**
 * The workspace keeps its id and its name and gets a new lineage; its settings are those of a new one, but for the searches and views that are kept.
 * @throws AppError NOT_EMPTY, NEWER_FORMAT, DAMAGED, CANCELLED, LOCKED, DISK_FULL, NO_PERMISSION, READ_ONLY, MISSING, IO
 */
export async function restoreInto(
  folder: string,
  chosen: { readonly folder: BackupFolder; readonly backup: StoredBackup },
  environment: WorkspaceEnvironment,
  control: RestoreControl = {},
): Promise<RestoreReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  const made: string[] = []
  let lock: FileLock | undefined
  let isBegun = false
  try {
    refuseOtherVersion(chosen.backup.file)
    await assertFree(files, paths)
    made.push(...(await missingFolders(files, folder)))
    await files.createFolder(folder)
    lock = await lockWorkspace(paths, environment)
    // once more: somebody may have been faster
    await assertFree(files, paths)
    isBegun = true
    await removeLeftovers(files, paths)
    await removeBegun(files, paths)
    return await make(files, paths, chosen, made, environment, control)
  } catch (error) {
    const isTidy = isBegun ? await unmake(files, paths) : true
    // while it is held still, so that nobody can hold it at the same time
    if (lock && made.length > 0 && (await isBarelyMade(files, paths))) await removeIfThere(files, paths.lock)
    await lock?.release()
    lock = undefined
    for (const path of made.toReversed()) await removeFolderIfEmpty(files, path)
    throw restoreFailure(error, isTidy)
  } finally {
    await lock?.release()
  }
}

async function make(
  files: FileSystem,
  paths: WorkspacePaths,
  { folder, backup }: { readonly folder: BackupFolder; readonly backup: StoredBackup },
  made: readonly string[],
  { newId }: WorkspaceEnvironment,
  control: RestoreControl,
): Promise<RestoreReport> {
  const staging = join(paths.folder, `.restoring.${randomBytes(8).toString('hex')}.tmp`)
  await files.createFolder(staging)
  const brought = await bringFiles(files, folder, backup, staging, stepsOf(bytesOf(backup.file), control))
  if (control.signal?.aborted) throw cancelled()
  const manifest = manifestOf(backup.file, { generation: 0, newId })
  await putInPlace(files, paths, brought, segmentNames(manifest))
  await writeManifest(files, paths.previousManifest, manifest)
  await writeManifest(files, paths.manifest, manifest)
  for (const path of made.length > 0 ? made : [paths.folder]) await files.syncFolder(dirname(path))
  // it is there; an empty folder that stays does no harm
  await removeFolderIfEmpty(files, staging)
  return { leftOut: brought.leftOut }
}

/** Attachments first: a folder with them alone is no workspace yet. */
async function putInPlace(
  files: FileSystem,
  paths: WorkspacePaths,
  { segments, attachments }: BroughtFiles,
  names: readonly string[],
): Promise<void> {
  const folders = new Set<string>()
  for (const { path, name } of attachments) {
    const to = join(paths.folder, ...name.split('/'))
    await files.createFolder(dirname(to))
    await renameWhenFree(files, path, to)
    folders.add(dirname(to))
  }
  if (attachments.length > 0) folders.add(paths.attachments)
  await files.createFolder(paths.segments)
  for (const [index, path] of segments.entries()) await renameWhenFree(files, path, paths.segment(names[index] ?? ''))
  for (const folder of [...folders, paths.segments, paths.folder]) await files.syncFolder(folder)
}

/** Each byte is written, then read back. */
function stepsOf(total: number, { onProgress, signal }: RestoreControl): Steps {
  let halves = 0
  return {
    signal,
    onBytes(bytes) {
      halves += bytes
      onProgress?.(Math.min(Math.floor(halves / 2), total), total)
    },
  }
}

/** The manifest first: without it the rest is no workspace. True when nothing is left. */
async function unmake(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  try {
    for (const path of [paths.manifest, paths.previousManifest]) await removeIfThere(files, path)
    if (await files.stat(paths.manifest)) return false
    await removeBegun(files, paths)
    await removeFolderIfEmpty(files, paths.segments)
    for (const name of await namesIn(files, paths.attachments)) await removeWithFiles(files, join(paths.attachments, name))
    await removeFolderIfEmpty(files, paths.attachments)
    await removeLeftovers(files, paths)
    return await isFree(files, paths)
  } catch (error) {
    // the failure that led here is the one to tell
    if (systemCode(error) === '') throw error
    return false
  }
}

async function removeLeftovers(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  for (const name of (await files.list(paths.folder)).filter(isStaging)) await removeWithFiles(files, join(paths.folder, name))
}

async function removeWithFiles(files: FileSystem, folder: string): Promise<void> {
  for (const name of await namesIn(files, folder)) await removeIfThere(files, join(folder, name))
  await removeFolderIfEmpty(files, folder)
}

/** The folders that are not there yet, the outermost first. */
async function missingFolders(files: FileSystem, folder: string): Promise<string[]> {
  if ((await files.stat(folder)) || dirname(folder) === folder) return []
  return [...(await missingFolders(files, dirname(folder))), folder]
}

/** Of a folder that was made here: nobody has put anything into it. */
async function isBarelyMade(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  try {
    return (await files.list(paths.folder)).every((name) => name === fileNames.lock || name === fileNames.owner)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return false
  }
}

async function removeFolderIfEmpty(files: FileSystem, folder: string): Promise<void> {
  try {
    await files.removeFolder(folder)
  } catch (error) {
    if (systemCode(error) === '') throw error
  }
}
