/** Makes a workspace in a new or empty folder. */
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileSystem } from './file-system.ts'
import { JsonWorkspace } from './json-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import { pathsIn, SCHEMA_VERSION } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { isWorkspaceName, MANIFEST_FORMAT, manifestCodec } from './manifest-file.ts'
import type { Workspace } from './port.ts'
import { isFree } from './recognise.ts'
import { recordsCodec } from './records-file.ts'
import { removeIfThere, replaceFile } from './replace-file.ts'
import { lockWorkspace } from './workspace-lock.ts'

export interface NewWorkspace {
  readonly name: string
  readonly sample: boolean
}

/** @throws AppError NOT_EMPTY, INVALID_INPUT, LOCKED, DISK_FULL, NO_PERMISSION, READ_ONLY, MISSING, IO. */
export function createWorkspace(folder: string, { name, sample }: NewWorkspace, environment: WorkspaceEnvironment): Promise<Workspace> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    if (!isWorkspaceName(name))
      throw new AppError('INVALID_INPUT', 'A workspace is named by one line of 1 to 200 characters. Nothing was made.')
    await assertFree(files, paths)
    await files.createFolder(folder)
    const lock = await lockWorkspace(paths, environment)
    try {
      // once more: somebody may have been faster
      await assertFree(files, paths)
      const now = instantOf(environment.clock)
      const manifest: Manifest = {
        format: MANIFEST_FORMAT,
        schemaVersion: SCHEMA_VERSION,
        id: environment.newId(),
        name,
        sample,
        createdAt: now,
      }
      const records = { revision: 0, savedAt: now, records: new Map() }
      await replaceFile(files, paths.records, recordsCodec.encode(records))
      await writeManifest(files, paths, manifest)
      await files.syncFolder(dirname(folder))
      return new JsonWorkspace({ paths, manifest, records: { ...records, problems: [] }, lock, readOnly: null }, environment)
    } catch (error) {
      for (const path of [paths.manifest, paths.previousManifest, paths.records]) await removeIfThere(files, path)
      await lock.release()
      throw error
    }
  })
}

/** The manifest goes last, because it makes the folder a workspace; its second copy is there for a damaged first one. */
async function writeManifest(files: FileSystem, paths: WorkspacePaths, manifest: Manifest): Promise<void> {
  await replaceFile(files, paths.manifest, manifestCodec.encode(manifest))
  await replaceFile(files, paths.previousManifest, manifestCodec.encode(manifest))
}

async function assertFree(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  if (await isFree(files, paths)) return
  throw new AppError('NOT_EMPTY', 'The folder is not empty. Nothing was changed; choose an empty folder or the name of a new one.', {
    folder: paths.folder,
  })
}
