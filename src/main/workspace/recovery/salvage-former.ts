/** The same for a workspace of a version before the journal, whose files have one generation before them. */
import type { WorkspaceEnvironment } from '../environment.ts'
import { examineManifest } from '../examine.ts'
import { filesOf } from '../environment.ts'
import type { FileSystem } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames } from '../layout.ts'
import { examineFormerRecords } from '../migrations/examine-former.ts'
import { restoreFormer } from '../migrations/restore-former.ts'
import type { SalvageReport } from './salvage.ts'

/** What the state before the last save would bring back. */
export async function planFormer(files: FileSystem, paths: WorkspacePaths): Promise<SalvageReport> {
  const manifest = await examineManifest(files, paths.manifest)
  const records = await examineFormerRecords(files, paths.records)
  const previous = await examineFormerRecords(files, paths.previousRecords)
  const damaged = [
    ...(manifest.status === 'former' ? [] : [{ file: fileNames.manifest, reason: manifest.reason }]),
    ...(records.status === 'sound' ? [] : [{ file: fileNames.records, reason: records.reason }]),
  ]
  const left = (records.status === 'sound' ? records : previous).content
  const touched = (records.content?.problems ?? []).filter(({ id }) => id !== '')
  const named = touched.map(({ id, title }) => ({ id, title }))
  return {
    changed: false,
    setAside: '',
    damaged,
    records: left?.records.size ?? 0,
    fellBack: named.filter(({ id }) => left?.records.has(id)),
    lost: named.filter(({ id }) => !left?.records.has(id)),
    unnamed: damaged.length > 0 && named.length === 0 ? 1 : 0,
  }
}

/** The caller holds the lock. The damaged files stay beside the others, under dated names. */
export async function salvageFormer(paths: WorkspacePaths, environment: WorkspaceEnvironment): Promise<SalvageReport> {
  const plan = await planFormer(filesOf(environment), paths)
  if (plan.damaged.length === 0) return plan
  await restoreFormer(paths, environment)
  return { ...plan, changed: true }
}
