/** The names in a workspace's folder. docs/format.md describes them for people. */
import { join } from 'node:path'

/** The version of the files that this application writes. */
export const SCHEMA_VERSION = 2

export const fileNames = {
  manifest: 'workspace.json',
  previousManifest: 'workspace.previous.json',
  records: 'records.json',
  previousRecords: 'records.previous.json',
  lock: 'workspace.lock',
  owner: 'workspace.owner.json',
  backups: 'backups',
} as const

export interface WorkspacePaths {
  readonly folder: string
  readonly manifest: string
  readonly previousManifest: string
  readonly records: string
  readonly previousRecords: string
  readonly lock: string
  readonly owner: string
  readonly backups: string
}

export function pathsIn(folder: string): WorkspacePaths {
  const path = (name: keyof typeof fileNames) => join(folder, fileNames[name])
  return {
    folder,
    manifest: path('manifest'),
    previousManifest: path('previousManifest'),
    records: path('records'),
    previousRecords: path('previousRecords'),
    lock: path('lock'),
    owner: path('owner'),
    backups: path('backups'),
  }
}
