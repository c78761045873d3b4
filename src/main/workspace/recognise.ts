/** Tells a workspace, however damaged, from a folder that merely holds files of the same names. */
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { examineRecords } from './examine.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames } from './layout.ts'
import { MANIFEST_FORMAT } from './manifest-file.ts'
import { RECORDS_FORMAT } from './records-file.ts'
import { isTemporaryName } from './replace-file.ts'

/** What systems and sync programs put into a folder by themselves. */
const foreignNames = new Set(['.DS_Store', '.localized', 'desktop.ini', 'Thumbs.db', '.dropbox', '.dropbox.attr'])
/** What an interrupted creation leaves: the manifest is written last. */
const creationNames = new Set<string>([fileNames.lock, fileNames.owner, fileNames.records])

export async function holdsWorkspace(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  const names = new Set(await files.list(paths.folder))
  if (names.has(fileNames.manifest) && (names.has(fileNames.lock) || (await mentions(files, paths.manifest, MANIFEST_FORMAT)))) return true
  if (await isFree(files, paths)) return false
  return (
    (await mentions(files, paths.previousManifest, MANIFEST_FORMAT)) ||
    (await mentions(files, paths.records, RECORDS_FORMAT)) ||
    (await mentions(files, paths.previousRecords, RECORDS_FORMAT))
  )
}

/** True when a workspace may be made there: no folder yet, an empty one, or one where making it was interrupted. */
export async function isFree(files: FileSystem, paths: WorkspacePaths): Promise<boolean> {
  const folder = await files.stat(paths.folder)
  if (folder?.kind !== 'folder') return !folder
  const names = (await files.list(paths.folder)).filter((name) => !foreignNames.has(name) && !isTemporaryName(name))
  if (!names.every((name) => creationNames.has(name))) return false
  if (!names.includes(fileNames.records)) return true
  const records = await examineRecords(files, paths.records)
  return records.status === 'sound' && records.content?.revision === 0 && records.content.records.size === 0
}

async function mentions(files: FileSystem, path: string, format: string): Promise<boolean> {
  try {
    return Buffer.from(await files.readFile(path)).includes(format)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
