/** Where backups of a workspace lie: in its own folder, and in a second place if one was chosen. */
import { join } from 'node:path'
import type { FileSystem } from '../file-system.ts'
import { pathsIn } from '../layout.ts'
import type { WorkspaceInfo } from '../port.ts'
import { BackupFolder } from './backup-folder.ts'

export const ownBackups = (files: FileSystem, workspaceFolder: string): BackupFolder =>
  new BackupFolder(files, pathsIn(workspaceFolder).backups)

/** The end of an id: the beginning of a version 7 UUID is its time, which two workspaces made together share. */
const shortId = (id: string) => id.replaceAll('-', '').slice(-8)

/** What some system refuses in a name. */
const REFUSED = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu
const NAME_LENGTH = 60

/** The name of a workspace without what some system refuses in the name of a folder; it may be empty. */
export function plainName(name: string): string {
  const plain = name.normalize('NFC').replaceAll(REFUSED, ' ').replaceAll(/\s+/gu, ' ').trim().replace(/^\.+/u, '')
  return [...plain].slice(0, NAME_LENGTH).join('').trim()
}

const folderName = ({ id, name }: Pick<WorkspaceInfo, 'id' | 'name'>) => `${plainName(name)} ${shortId(id)}`.trim()

/**
 * The folder in the second place, which bears the name that the workspace had when its first backup arrived there;
 * undefined when the place is not there.
 */
export async function secondBackups(
  files: FileSystem,
  place: string,
  info: Pick<WorkspaceInfo, 'id' | 'name'>,
): Promise<BackupFolder | undefined> {
  if ((await files.stat(place))?.kind !== 'folder') return undefined
  const ending = ` ${shortId(info.id)}`
  const known = (await files.list(place)).find((name) => name.endsWith(ending) || name === ending.trim())
  return new BackupFolder(files, join(place, known ?? folderName(info)))
}
