/** Puts the generation before the last save in the place of a damaged file, which is kept aside under a dated name. */
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileState } from './examine.ts'
import { examine, examineManifest, examineRecords } from './examine.ts'
import type { FileSystem } from './file-system.ts'
import { fileNames, pathsIn } from './layout.ts'
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
      const { manifest, records } = await examine(files, paths)
      const repairs = [
        { file: fileNames.records, state: records, path: paths.records, previous: paths.previousRecords, examine: examineRecords },
        { file: fileNames.manifest, state: manifest, path: paths.manifest, previous: paths.previousManifest, examine: examineManifest },
      ].filter(({ state }) => state.status !== 'sound')
      for (const { file, state, previous, examine } of repairs) assertReplaceable(file, state, await examine(files, previous))
      const date = instantOf(environment.clock).slice(0, 19).replaceAll(':', '-')
      for (const { file, path, previous } of repairs) {
        if (await files.stat(path)) await copyFile(files, path, await freeName(files, folder, file, date))
        // a copy, not a link: the two generations must not share their bytes
        await copyFile(files, previous, path)
      }
    } finally {
      await lock.release()
    }
  })
}

function assertReplaceable(file: string, state: FileState<unknown>, previous: FileState<unknown>): void {
  if (state.status === 'newer') {
    throw new AppError(
      'NEWER_FORMAT',
      'The workspace was written by a newer version of Rapporteur. Nothing was changed; update the application.',
      { found: state.version },
    )
  }
  if (previous.status === 'sound') return
  throw new AppError(
    'DAMAGED',
    `The file ${file} is damaged (${state.reason}) and the state before it cannot be read either (${previous.reason}). Nothing was changed; restore a backup of the folder.`,
    { file, reason: state.reason, previous: null },
  )
}

async function freeName(files: FileSystem, folder: string, file: string, date: string): Promise<string> {
  const stem = file.replace(/\.json$/, '')
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}.damaged-${date}${number === 1 ? '' : `-${number}`}.json`)
    if (!(await files.stat(path))) return path
  }
}
