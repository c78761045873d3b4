/** Puts the manifest's generation before in the place of a damaged one, which is kept aside. */
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import { examineManifest } from './examine.ts'
import type { FileSystem } from './file-system.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames, pathsIn } from './layout.ts'
import { isFormer } from './migrations/examine-former.ts'
import { restoreFormer } from './migrations/restore-former.ts'
import { assertHoldsWorkspace } from './open-workspace.ts'
import { copyFile } from './replace-file.ts'
import { lockWorkspace } from './workspace-lock.ts'

/**
 * Does nothing to files that are sound.
 * @throws AppError DAMAGED when the previous generation cannot be read either, NEWER_FORMAT, LOCKED, MISSING,
 * NOT_A_WORKSPACE, DISK_FULL, NO_PERMISSION, READ_ONLY, IO. Nothing was changed then.
 */
export function restorePrevious(folder: string, environment: WorkspaceEnvironment): Promise<void> {
  const files = filesOf(environment)
  const paths = pathsIn(folder)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const lock = await lockWorkspace(paths, environment)
    try {
      if (await isFormer(files, paths, await examineManifest(files, paths.manifest))) await restoreFormer(paths, environment)
      else await restoreManifest(files, paths, environment)
    } finally {
      await lock.release()
    }
  })
}

async function restoreManifest(files: FileSystem, paths: WorkspacePaths, environment: WorkspaceEnvironment): Promise<void> {
  const found = await examineManifest(files, paths.manifest)
  if (found.status === 'sound') return
  if (found.status === 'newer') {
    const message = 'The workspace was written by a newer version of Rapporteur. Nothing was changed; update the application.'
    throw new AppError('NEWER_FORMAT', message, { found: found.version })
  }
  const previous = await examineManifest(files, paths.previousManifest)
  if (previous.status !== 'sound') {
    throw new AppError(
      'DAMAGED',
      `The file ${fileNames.manifest} is damaged (${found.reason}) and the one before it cannot be read either (${previous.reason}). Nothing was changed; salvage what can be read, or restore a backup.`,
      { file: fileNames.manifest, reason: found.reason, previous: null },
    )
  }
  if (found.status !== 'missing') {
    await files.createFolder(paths.setAside)
    const date = instantOf(environment.clock).slice(0, 19).replaceAll(':', '-')
    await copyFile(files, paths.manifest, join(paths.setAside, `${date}-${fileNames.manifest}`))
  }
  // a copy, not a link: the two generations must not share their bytes
  await copyFile(files, paths.previousManifest, paths.manifest)
}
