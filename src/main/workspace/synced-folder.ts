/**
 * Which product synchronises a folder: it may put an older file in the place of a newer one, so people should know.
 * Told by the names of folders above and by the files that the products leave there.
 */
import { dirname, resolve } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'

interface SyncProduct {
  readonly name: string
  /** A folder's name on the way down. */
  readonly folder: RegExp
  /** A file or folder that the product keeps at its root, where one is known. */
  readonly marker?: RegExp
}

const products: readonly SyncProduct[] = [
  { name: 'OneDrive', folder: /^OneDrive( - .+|-.+)?$/i, marker: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i, marker: /^\.dropbox\.cache$/ },
  { name: 'iCloud Drive', folder: /^(com~apple~CloudDocs|Mobile Documents|iCloud ?Drive)$/i },
  { name: 'Google Drive', folder: /^(Google ?Drive( File Stream)?|GoogleDrive-.+)$/i, marker: /^\.(tmp\.driveupload|tmp\.drivedownload)$/ },
  { name: 'Yandex.Disk', folder: /^(Yandex\.?Disk|Яндекс\.?Диск)(\.localized)?$/i },
  {
    name: 'Nextcloud',
    folder: /^Nextcloud\d*$/i,
    marker: /^(\._sync_[0-9a-f]+\.db|\.sync_[0-9a-f]+\.db|\.nextcloudsync\.log|\.owncloudsync\.log)$/,
  },
]

/** What markers say of folders that have been looked into: for many folders of one parent. */
export type KnownFolders = Map<string, Promise<string>>

/** Empty when none is known. */
export async function syncedBy(files: FileSystem, folder: string, known: KnownFolders = new Map()): Promise<string> {
  const path = resolve(folder)
  const parts = path.split(/[\\/]/)
  const byName = products.find((product) => parts.some((part) => product.folder.test(part)))
  return byName ? byName.name : markedBy(files, path, known)
}

/** By a marker in the folder or in one above it. */
function markedBy(files: FileSystem, path: string, known: KnownFolders): Promise<string> {
  let answer = known.get(path)
  if (!answer) {
    answer = lookInto(files, path, known)
    known.set(path, answer)
  }
  return answer
}

async function lookInto(files: FileSystem, path: string, known: KnownFolders): Promise<string> {
  const names = await namesIn(files, path)
  const product = products.find(({ marker }) => marker && names.some((name) => marker.test(name)))
  if (product) return product.name
  return dirname(path) === path ? '' : markedBy(files, dirname(path), known)
}

/** A folder above may be closed to this person; then it tells nothing. */
async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return []
  }
}
