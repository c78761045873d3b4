/** Where the files from before a migration go. */
import { basename, join } from 'node:path'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, SCHEMA_VERSION } from '../layout.ts'
import { manifestCodec } from '../manifest-file.ts'
import { readIfThere } from '../read-if-there.ts'
import { setAsideName } from '../recovery/set-aside-name.ts'
import { copyFile, replaceFile } from '../replace-file.ts'

/** Copies, read back, in `backups/before-schema-3/`; an earlier attempt's are used again when they are the same. */
export async function keepOriginals(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  const folder = await folderFor(files, paths)
  await files.createFolder(folder)
  for (const path of [paths.records, paths.manifest]) {
    const copy = join(folder, basename(path))
    if (!(await isSame(files, path, copy))) await copyFile(files, path, copy)
  }
  await files.syncFolder(folder)
  await files.syncFolder(paths.backups)
  await files.syncFolder(paths.folder)
}

/**
 * When the new manifest is in place: its second copy, and the old files out of the way. Answers whether there was
 * anything to do, so that an interrupted upgrade is brought to its end by the next opening.
 */
export async function tidyUp(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  const manifest = await examineManifest(files, paths.manifest)
  if (manifest.status !== 'sound') return false
  const names = new Set(await files.list(paths.folder))
  const isOld = names.has(fileNames.previousManifest) && (await examineManifest(files, paths.previousManifest)).status === 'former'
  const isThere = [fileNames.records, fileNames.previousRecords].some((name) => names.has(name))
  if (!isOld && !isThere) return false
  const folder = await folderFor(files, paths)
  await files.createFolder(folder)
  if (isOld || !names.has(fileNames.previousManifest))
    await replaceFile(files, paths.previousManifest, manifestCodec.encode(manifest.content))
  for (const path of [paths.previousRecords, paths.records])
    if (names.has(basename(path))) await files.rename(path, join(folder, basename(path)))
  await files.syncFolder(folder)
  await files.syncFolder(paths.backups)
  await files.syncFolder(paths.folder)
  return true
}

/** Segments that are not the upgrade's own: moved as they are, in case somebody misses them. */
export async function setSegmentsAside(
  paths: WorkspacePaths,
  names: readonly string[],
  environment: Pick<WorkspaceEnvironment, 'files' | 'clock'>,
): Promise<void> {
  const files = filesOf(environment)
  const folder = join(paths.setAside, `${setAsideName(instantOf(environment.clock))}-segments-before-upgrade`)
  await files.createFolder(folder)
  for (const name of names) await files.rename(paths.segment(name), join(folder, name))
  await files.syncFolder(folder)
  await files.syncFolder(paths.setAside)
  await files.syncFolder(paths.segments)
}

/** The folder of an attempt that kept the same records, or the next one that is free. */
async function folderFor(files: FileSystem, paths: WorkspacePaths): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(paths.backups, `before-schema-${SCHEMA_VERSION}${number === 1 ? '' : `-${number}`}`)
    if (!(await files.stat(folder))) return folder
    const copy = join(folder, fileNames.records)
    if (!(await files.stat(copy)) || !(await files.stat(paths.records)) || (await isSame(files, paths.records, copy))) return folder
  }
}

async function isSame(files: FileSystem, path: string, other: string): Promise<boolean> {
  const [one, two] = [await readIfThere(files, path), await readIfThere(files, other)]
  return one !== undefined && two !== undefined && Buffer.compare(one, two) === 0
}
