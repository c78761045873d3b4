/** Puts the generation before the last save in the place of a damaged file of version 1 or 2, which is kept aside. */
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { WorkspaceEnvironment } from '../environment.ts'
import { filesOf, instantOf } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames } from '../layout.ts'
import { copyFile } from '../replace-file.ts'
import { examineFormerRecords } from './examine-former.ts'

interface Repair {
  readonly file: string
  readonly path: string
  readonly previous: string
  readonly reason: string
  readonly previousReason: string
}

/**
 * The caller holds the lock. Does nothing to files that are sound.
 * @throws AppError DAMAGED when the previous generation cannot be read either; nothing was changed then
 */
export async function restoreFormer(paths: WorkspacePaths, environment: Pick<WorkspaceEnvironment, 'files' | 'clock'>): Promise<void> {
  const files = filesOf(environment)
  const repairs: Repair[] = []
  const records = await examineFormerRecords(files, paths.records)
  if (records.status !== 'sound') {
    const before = await examineFormerRecords(files, paths.previousRecords)
    const { records: path, previousRecords: previous } = paths
    repairs.push({ file: fileNames.records, path, previous, reason: records.reason, previousReason: before.reason })
  }
  const manifest = await examineManifest(files, paths.manifest)
  if (manifest.status !== 'former') {
    const before = await examineManifest(files, paths.previousManifest)
    const { manifest: path, previousManifest: previous } = paths
    repairs.push({
      file: fileNames.manifest,
      path,
      previous,
      reason: manifest.reason,
      previousReason: before.status === 'former' ? '' : before.reason,
    })
  }
  for (const repair of repairs) assertReplaceable(repair)
  const date = instantOf(environment.clock).slice(0, 19).replaceAll(':', '-')
  for (const { file, path, previous } of repairs) {
    if (await files.stat(path)) await copyFile(files, path, await freeName(files, paths.folder, file, date))
    // a copy, not a link: the two generations must not share their bytes
    await copyFile(files, previous, path)
  }
}

function assertReplaceable({ file, reason, previousReason }: Repair): void {
  if (previousReason === '') return
  throw new AppError(
    'DAMAGED',
    `The file ${file} is damaged (${reason}) and the state before it cannot be read either (${previousReason}). Nothing was changed; restore a backup of the folder.`,
    { file, reason, previous: null },
  )
}

async function freeName(files: FileSystem, folder: string, file: string, date: string): Promise<string> {
  const stem = file.replace(/\.json$/, '')
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${stem}.damaged-${date}${number === 1 ? '' : `-${number}`}.json`)
    if (!(await files.stat(path))) return path
  }
}
