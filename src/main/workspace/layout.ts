/** The names in a workspace's folder. docs/format.md describes them for people. */
import { join } from 'node:path'

/** The version of the files that this application writes. */
export const SCHEMA_VERSION = 3

export const fileNames = {
  manifest: 'workspace.json',
  previousManifest: 'workspace.previous.json',
  segments: 'segments',
  derived: 'derived',
  backups: 'backups',
  attachments: 'attachments',
  setAside: 'set-aside',
  reserve: 'reserve',
  lock: 'workspace.lock',
  owner: 'workspace.owner.json',
  /** Of versions 1 and 2; see `migrations/`. */
  records: 'records.json',
  previousRecords: 'records.previous.json',
} as const

/** In the folder of the segments: the last acknowledged frame. */
export const ACKNOWLEDGED = 'acknowledged'

export type WorkspacePaths = { readonly [name in keyof typeof fileNames]: string } & {
  readonly folder: string
  readonly acknowledged: string
  segment(name: string): string
}

export function pathsIn(folder: string): WorkspacePaths {
  const path = (name: keyof typeof fileNames) => join(folder, fileNames[name])
  return {
    folder,
    manifest: path('manifest'),
    previousManifest: path('previousManifest'),
    segments: path('segments'),
    derived: path('derived'),
    backups: path('backups'),
    attachments: path('attachments'),
    setAside: path('setAside'),
    reserve: path('reserve'),
    lock: path('lock'),
    owner: path('owner'),
    records: path('records'),
    previousRecords: path('previousRecords'),
    acknowledged: join(folder, fileNames.segments, ACKNOWLEDGED),
    segment: (name) => join(folder, fileNames.segments, name),
  }
}
