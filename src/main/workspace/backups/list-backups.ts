/** The backups of a workspace that does not open, found with whatever of it can be read. */
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import { DamagedFileError } from '../json-file.ts'
import { pathsIn } from '../layout.ts'
import { FormerManifestError, NewerManifestError, readManifest, type Manifest } from '../manifest-file.ts'
import type { BackupFolder, StoredBackup } from './backup-folder.ts'
import { ownBackups, secondBackups } from './places.ts'

export interface FoundBackup {
  readonly place: 'here' | 'second'
  readonly folder: BackupFolder
  readonly backup: StoredBackup
}

/**
 * The latest first. What cannot be read is not among them, and a place that fails does not hide the other.
 * @throws system errors when both fail
 */
export async function listBackups(files: FileSystem, workspaceFolder: string): Promise<readonly FoundBackup[]> {
  const manifest = await anyManifest(files, workspaceFolder)
  const own = ownBackups(files, workspaceFolder)
  const place = manifest?.settings.backups.secondPlace ?? ''
  const inSecond = async () => {
    const second = manifest && place !== '' ? await secondBackups(files, place, manifest) : undefined
    return second ? backupsIn(second, 'second') : []
  }
  const [here, there] = [await orFailure(() => backupsIn(own, 'here')), await orFailure(inSecond)]
  if (!Array.isArray(here) && (place === '' || !Array.isArray(there))) throw here.failure
  return [here, there]
    .flatMap((found) => (Array.isArray(found) ? found : []))
    .filter(({ backup }) => !manifest || backup.file.workspace.id === manifest.id)
    .toSorted((a, b) => (a.backup.file.at < b.backup.file.at ? 1 : -1))
}

async function orFailure<T>(work: () => Promise<T[]>): Promise<T[] | { readonly failure: unknown }> {
  try {
    return await work()
  } catch (error) {
    if (systemCode(error) === '') throw error
    return { failure: error }
  }
}

const backupsIn = async (folder: BackupFolder, place: FoundBackup['place']): Promise<FoundBackup[]> =>
  (await folder.list()).backups.map((backup) => ({ place, folder, backup }))

/** The manifest, or the one before it; undefined when neither can be read. */
export async function anyManifest(files: FileSystem, workspaceFolder: string): Promise<Manifest | undefined> {
  const { manifest, previousManifest } = pathsIn(workspaceFolder)
  for (const path of [manifest, previousManifest]) {
    try {
      return readManifest(await files.readFile(path)).manifest
    } catch (error) {
      const isOfAnotherVersion = error instanceof NewerManifestError || error instanceof FormerManifestError
      if (!isOfAnotherVersion && !(error instanceof DamagedFileError) && systemCode(error) === '') throw error
    }
  }
  return undefined
}
