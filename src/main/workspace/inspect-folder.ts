/** What a folder is, for the dialog in which people choose one. Writes nothing. */
import { dirname } from 'node:path'
import type { FolderInfo } from '../../shared/contract/app.ts'
import { holdsBackups } from './backups/find-backups.ts'
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { pathsIn } from './layout.ts'
import { nodeFileSystem } from './node-file-system.ts'
import { holdsWorkspace, isFree } from './recognise.ts'
import { syncedBy, type KnownFolders } from './synced-folder.ts'

export type FolderInspection = Pick<FolderInfo, 'holds' | 'syncedBy' | 'writable'>

/**
 * A folder that does not exist yet holds nothing, and is as writable as the nearest one above it. `known` is shared by
 * those who ask of many folders side by side, so that what stands above them is read once.
 */
export async function inspectFolder(folder: string, files: FileSystem = nodeFileSystem, known?: KnownFolders): Promise<FolderInspection> {
  return { holds: await holding(files, folder), syncedBy: await syncedBy(files, folder, known), writable: await isWritable(files, folder) }
}

async function holding(files: FileSystem, folder: string): Promise<FolderInspection['holds']> {
  const paths = pathsIn(folder)
  try {
    if (await isFree(files, paths)) return 'nothing'
    if ((await files.stat(folder))?.kind !== 'folder') return 'other'
    if (await holdsWorkspace(files, paths)) return 'workspace'
    return (await holdsBackups(files, folder)) ? 'backups' : 'other'
  } catch (error) {
    // a folder that may not be looked into is certainly not free
    if (systemCode(error) === '') throw error
    return 'other'
  }
}

async function isWritable(files: FileSystem, folder: string): Promise<boolean> {
  try {
    if (await files.stat(folder)) return await files.isWritable(folder)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return false
  }
  return dirname(folder) === folder ? false : isWritable(files, dirname(folder))
}
