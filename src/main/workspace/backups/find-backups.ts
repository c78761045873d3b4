/** Backups in a folder that a person chose: a second place, the folder of one workspace in it, or a workspace's own. */
import { join } from 'node:path'
import { systemCode, type FileSystem } from '../file-system.ts'
import { fileNames } from '../layout.ts'
import { BackupFolder, isBackupList, type StoredBackup } from './backup-folder.ts'

/** What a folder with backups in it may be called inside of the chosen one: see places.ts. Others are not looked into. */
const isLikely = (name: string) => name === fileNames.backups || /(?:^| )[0-9a-f]{8}$/.test(name)

/** Backups of one workspace. */
export interface FoundBackups {
  readonly folder: BackupFolder
  /** Those whose files are all there, the latest first. */
  readonly backups: readonly StoredBackup[]
  /** How many cannot be read, or lack a file. */
  readonly unusable: number
}

/** True when there is at least one list of a backup. What cannot be looked into holds none. */
export async function holdsBackups(files: FileSystem, folder: string): Promise<boolean> {
  const names = await files.list(folder)
  if (names.some(isBackupList)) return true
  for (const name of names.filter(isLikely)) if ((await listsIn(files, join(folder, name))).length > 0) return true
  return false
}

/** Those in the folder and in the folders in it, by the workspaces they are of. @throws system errors */
export async function findBackups(files: FileSystem, folder: string): Promise<FoundBackups[]> {
  const names = (await files.list(folder)).toSorted()
  const folders = [...(names.some(isBackupList) ? [folder] : []), ...names.filter(isLikely).map((name) => join(folder, name))]
  const found: FoundBackups[] = []
  for (const path of folders) {
    if ((await listsIn(files, path)).length === 0) continue
    found.push(...(await byWorkspace(new BackupFolder(files, path))))
  }
  return found
}

async function byWorkspace(folder: BackupFolder): Promise<FoundBackups[]> {
  const { backups, damaged } = await folder.list()
  const workspaces = new Map<string, StoredBackup[]>()
  for (const backup of backups) {
    const { id } = backup.file.workspace
    workspaces.set(id, [...(workspaces.get(id) ?? []), backup])
  }
  // a list that cannot be read does not say whose it was
  if (workspaces.size === 0) return [{ folder, backups: [], unusable: damaged.length }]
  const found: FoundBackups[] = []
  for (const all of workspaces.values()) {
    const whole: StoredBackup[] = []
    for (const backup of all) if (await isWhole(folder, backup)) whole.push(backup)
    found.push({ folder, backups: whole, unusable: all.length - whole.length + (found.length === 0 ? damaged.length : 0) })
  }
  return found
}

/** As far as names and sizes tell; the bytes are read when it is restored. */
async function isWhole(folder: BackupFolder, { file }: StoredBackup): Promise<boolean> {
  for (const segment of file.segments) if (!(await folder.holds(folder.segmentPath(segment), segment.bytes))) return false
  return true
}

async function listsIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return (await files.list(folder)).filter(isBackupList)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return []
  }
}
