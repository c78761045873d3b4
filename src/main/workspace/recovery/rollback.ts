/** Takes a migration back: the files of before it stand again, and those of now are kept in `set-aside/`. */
import { join, relative } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { withDiskFailures } from '../disk-failure.ts'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, pathsIn, SCHEMA_VERSION } from '../layout.ts'
import { assertHoldsWorkspace } from '../open-workspace.ts'
import { copyFile, removeIfThere } from '../replace-file.ts'
import { lockWorkspace } from '../workspace-lock.ts'
import { setAside } from './set-aside.ts'

export interface RollbackReport {
  /** The folder the files of before came from, as a path in the workspace. */
  readonly from: string
  /** The folder that keeps the files of now. */
  readonly setAside: string
}

/** The folder that {@link rollback} would take the files from. @throws as {@link rollback}, but not LOCKED */
export function planRollback(folder: string, environment: Pick<WorkspaceEnvironment, 'files'>): Promise<string> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const kept = await keptFolder(files, paths)
    if (kept === undefined) throw nothingKept()
    return relative(folder, kept)
  })
}

/**
 * What was changed since the migration is in `setAside` only. Opening with this version would migrate again.
 * @throws AppError NOT_FOUND when no files of before are kept, LOCKED, MISSING, NOT_A_WORKSPACE, DISK_FULL, NO_PERMISSION,
 * READ_ONLY, IO. Then the present state stands.
 */
export function rollback(folder: string, environment: WorkspaceEnvironment): Promise<RollbackReport> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const lock = await lockWorkspace(paths, environment)
    try {
      const kept = await keptFolder(files, paths)
      if (kept === undefined) throw nothingKept()
      const segments = (await names(files, paths.segments)).map((name) => join(relative(paths.folder, paths.segments), name))
      const present = [fileNames.manifest, fileNames.previousManifest, fileNames.records, fileNames.previousRecords, ...segments]
      const aside = await setAside(files, paths, instantOf(environment.clock), present)
      // the manifest last: until it is in place the present state stands, and it does not look at these records
      await copyFile(files, join(kept, fileNames.records), paths.records)
      await copyFile(files, join(kept, fileNames.manifest), paths.manifest)
      for (const name of [fileNames.previousManifest, fileNames.previousRecords, ...segments])
        await removeIfThere(files, join(folder, name))
      // made from the records of now
      for (const name of await names(files, paths.derived)) await removeIfThere(files, join(paths.derived, name))
      return { from: relative(folder, kept), setAside: relative(folder, aside) }
    } finally {
      await lock.release()
    }
  })
}

/** The last attempt's: an earlier one that a crash interrupted has the same files or fewer. */
async function keptFolder(files: FileSystem, paths: WorkspacePaths): Promise<string | undefined> {
  const stem = `before-schema-${SCHEMA_VERSION}`
  const attempt = (name: string) => (name === stem ? 1 : name.startsWith(`${stem}-`) ? Number(name.slice(stem.length + 1)) : Number.NaN)
  const folders = (await names(files, paths.backups))
    .filter((name) => attempt(name) > 0)
    .toSorted((one, other) => attempt(other) - attempt(one))
  for (const name of folders) {
    const folder = join(paths.backups, name)
    const found = await names(files, folder)
    if (found.includes(fileNames.manifest) && found.includes(fileNames.records)) return folder
  }
  return undefined
}

async function names(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await files.stat(folder))?.kind === 'folder' ? await files.list(folder) : []
}

const nothingKept = () =>
  new AppError(
    'NOT_FOUND',
    'No files from before a migration are kept in this workspace. Nothing was changed; restore a backup to go back to an earlier state.',
  )
