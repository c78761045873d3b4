/** Where an export goes, and what may already lie there. */
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Classification } from '../../shared/model/common.ts'
import type { FileSystem } from '../workspace/file-system.ts'
import type { ExportDisk } from './export-disk.ts'
import { inspectFolder } from '../workspace/index.ts'
import { MANIFEST, readManifest, type Manifest } from './manifest.ts'

export interface Target {
  readonly folder: string
  /** `missing`: made by renaming what was written beside it. `earlier`: brought up to date. */
  readonly holds: 'missing' | 'nothing' | 'earlier'
  /** Folders on the way to it that have to be made, the innermost first. */
  readonly toMake: readonly string[]
  /** Of the earlier export; empty when there is none. */
  readonly files: Manifest['files']
  /** Up to which the earlier export was made; the highest when that is not known. */
  readonly upTo: Classification
}

/** What a file manager leaves in any folder it shows. */
const CLUTTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory'])
export const isClutter = (name: string): boolean => CLUTTER.has(name)
/** Folders of interrupted exports. */
const STAGING = '.rapporteur-partial-'

export const stagingIn = (folder: string, suffix: string): string => join(folder, `${STAGING}${suffix}`)
export const stagingBeside = (folder: string, suffix: string): string => join(dirname(folder), `${STAGING}${basename(folder)}-${suffix}`)
/** Made by {@link stagingBeside} for the same folder. */
export const isStagingOf = (folder: string, name: string): boolean => {
  const own = `${STAGING}${basename(folder)}-`
  return name.startsWith(own) && /^[0-9a-f]{12}$/.test(name.slice(own.length))
}
export const isStaging = (name: string): boolean => name.startsWith(STAGING)

/** @throws AppError INVALID_INPUT, NOT_EMPTY; and system errors. Writes nothing. */
export async function examineTarget(disk: ExportDisk, path: string, workspaceId: string, scope: string): Promise<Target> {
  const folder = resolve(path)
  const toMake = await missingFrom(disk, folder)
  if (await isInWorkspace(disk, folder, toMake)) {
    throw new AppError('INVALID_INPUT', 'The folder lies inside a workspace. Nothing was exported; choose a folder outside of it.', {
      folder,
    })
  }
  const found = await disk.stat(folder)
  if (!found) return { folder, holds: 'missing', toMake: toMake.slice(1), files: {}, upTo: 'public' }
  if (found.kind !== 'folder') throw notEmpty(folder, 'There is a file of that name.')
  const names = await disk.list(folder)
  if (names.includes(MANIFEST)) {
    const manifest = readManifest(new TextDecoder().decode(await disk.readFile(join(folder, MANIFEST))))
    if (!manifest) throw notEmpty(folder, `Its list of files, ${MANIFEST}, is damaged or of a newer version.`)
    if (manifest.workspace !== workspaceId) throw notEmpty(folder, 'It holds the export of another workspace.')
    // the files of all other records would go
    if (manifest.scope !== scope) throw notEmpty(folder, 'It holds an export of other records, which this one would take the place of.')
    return { folder, holds: 'earlier', toMake: [], files: manifest.files, upTo: manifest.upTo }
  }
  if (names.every((name) => isClutter(name) || isStaging(name))) return { folder, holds: 'nothing', toMake: [], files: {}, upTo: 'public' }
  throw notEmpty(folder, 'It holds other files.')
}

/** Whether a folder lies in a workspace, or is one; `toMake` are those on the way to it that are not there yet. */
export async function isInWorkspace(disk: ExportDisk, folder: string, toMake: readonly string[] = []): Promise<boolean> {
  // what is there may be reached through a link from elsewhere
  const there = await disk.realPath(toMake.length === 0 ? folder : dirname(toMake.at(-1) ?? folder))
  for (const place of new Set([...withAbove(folder), ...withAbove(there)]))
    if ((await inspectFolder(place, disk)).holds === 'workspace') return true
  return false
}

/** The folder and those above it that are not there, the innermost first. */
async function missingFrom(disk: FileSystem, folder: string): Promise<string[]> {
  const missing: string[] = []
  for (let at = folder; dirname(at) !== at && !(await disk.stat(at)); at = dirname(at)) missing.push(at)
  return missing
}

function withAbove(folder: string): string[] {
  const folders = [folder]
  for (let at = folder; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at))
  return folders
}

const notEmpty = (folder: string, reason: string) =>
  new AppError(
    'NOT_EMPTY',
    `The folder cannot be used for an export. ${reason} Nothing was written; choose an empty folder or the name of a new one.`,
    {
      folder,
    },
  )
