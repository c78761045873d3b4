/** Opens the workspace in a folder, or says exactly why it does not open. Nothing damaged is ever taken for empty. */
import { basename, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { Examination, FileState } from './examine.ts'
import { examine, examineManifest, examineRecords } from './examine.ts'
import type { FileLock, FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { JsonWorkspace } from './json-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames, pathsIn, SCHEMA_VERSION } from './layout.ts'
import { MANIFEST_FORMAT } from './manifest-file.ts'
import { upgradeFiles } from './migrations/upgrade-files.ts'
import type { ReadOnlyReason, Workspace, WorkspaceProblem } from './port.ts'
import { holdsWorkspace } from './recognise.ts'
import { isTemporaryName, removeIfThere } from './replace-file.ts'
import { lockWorkspace } from './workspace-lock.ts'

export interface OpenOptions {
  /** Writes nothing, takes no lock, and shows what can be read of a damaged or newer workspace. */
  readonly readOnly?: boolean
}

/**
 * @throws AppError MISSING, NOT_A_WORKSPACE, LOCKED with `details.owner`, DAMAGED with `details` {file, reason, previous,
 * openReadOnly}, NEWER_FORMAT with `details` {found, supported, openReadOnly}, NO_PERMISSION, READ_ONLY, UNSUPPORTED, IO.
 */
export function openWorkspace(folder: string, environment: WorkspaceEnvironment, options: OpenOptions = {}): Promise<Workspace> {
  const paths = pathsIn(folder)
  const files = filesOf(environment)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    if (options.readOnly === true) return openForReading(paths, environment)
    const lock = await lockUnlessRefused(paths, environment)
    try {
      if (lock) await removeLeftovers(files, folder)
      let found = await examine(files, paths)
      await assertSound(files, paths, found)
      if (lock && (await upgradeFiles(files, paths, found))) {
        found = await examine(files, paths)
        await assertSound(files, paths, found)
      }
      return opened(paths, environment, found, lock, lock ? null : 'permission')
    } catch (error) {
      await lock?.release()
      throw error
    }
  })
}

async function openForReading(paths: WorkspacePaths, environment: WorkspaceEnvironment): Promise<Workspace> {
  const files = filesOf(environment)
  const found = await examine(files, paths)
  if (!found.records.content) await assertSound(files, paths, found)
  return opened(paths, environment, found, null, readingReason(found))
}

function readingReason({ manifest, records }: Examination): ReadOnlyReason {
  if (manifest.status === 'newer' || records.status === 'newer') return 'newerFormat'
  return manifest.status === 'sound' && records.status === 'sound' ? 'permission' : 'damaged'
}

function opened(
  paths: WorkspacePaths,
  environment: WorkspaceEnvironment,
  { manifest, records }: Examination,
  lock: FileLock | null,
  readOnly: ReadOnlyReason | null,
): Workspace {
  const content = records.content
  if (!content) throw new Error('The records were not read.')
  const problems: WorkspaceProblem[] = ['sound', 'newer'].includes(manifest.status)
    ? []
    : [{ file: fileNames.manifest, id: '', title: '', reason: manifest.reason }]
  const substitute = {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id: '',
    name: basename(paths.folder),
    sample: false,
    createdAt: '',
  } as const
  return new JsonWorkspace(
    {
      paths,
      manifest: manifest.content ?? substitute,
      records: { ...content, problems: [...problems, ...content.problems] },
      lock,
      readOnly,
    },
    environment,
  )
}

/** Before anything is written: a folder that is no workspace gets no lock file. */
export async function assertHoldsWorkspace(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  const folder = await files.stat(paths.folder)
  if (!folder)
    throw new AppError(
      'MISSING',
      'The folder is not there: it was moved, removed or its disk is not connected. Put it back, or choose another folder.',
      { folder: paths.folder },
    )
  if (folder.kind === 'folder' && (await holdsWorkspace(files, paths))) return
  throw new AppError(
    'NOT_A_WORKSPACE',
    'This folder holds no workspace. Nothing was changed; choose another folder, or create a workspace in an empty one.',
    {
      folder: paths.folder,
    },
  )
}

/** Null in a folder that may only be read. */
async function lockUnlessRefused(paths: WorkspacePaths, environment: WorkspaceEnvironment): Promise<FileLock | null> {
  try {
    return await lockWorkspace(paths, environment)
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes(systemCode(error))) return null
    throw error
  }
}

/** Temporary files of a crash; the lock says that nobody is writing them. */
async function removeLeftovers(files: FileSystem, folder: string): Promise<void> {
  for (const name of await files.list(folder)) if (isTemporaryName(name)) await removeIfThere(files, join(folder, name))
}

async function assertSound(files: FileSystem, paths: WorkspacePaths, { manifest, records }: Examination): Promise<void> {
  const openReadOnly = records.content !== null
  const newer = [manifest, records].find((state) => state.status === 'newer')
  if (newer) {
    throw new AppError(
      'NEWER_FORMAT',
      'The workspace was written by a newer version of Rapporteur. Nothing was changed; update the application, or open the workspace for reading only.',
      {
        found: newer.version,
        supported: SCHEMA_VERSION,
        openReadOnly,
      },
    )
  }
  if (records.status !== 'sound') {
    const previous = await examineRecords(files, paths.previousRecords)
    throw damaged(
      fileNames.records,
      records,
      openReadOnly,
      previous.status === 'missing'
        ? null
        : {
            readable: previous.status === 'sound',
            records: previous.content?.records.size ?? 0,
            revision: previous.content?.revision ?? 0,
            savedAt: previous.content?.savedAt ?? '',
          },
    )
  }
  if (manifest.status !== 'sound') {
    const previous = await examineManifest(files, paths.previousManifest)
    throw damaged(
      fileNames.manifest,
      manifest,
      openReadOnly,
      previous.status === 'missing'
        ? null
        : {
            readable: previous.status === 'sound',
            records: records.content?.records.size ?? 0,
            revision: records.content?.revision ?? 0,
            savedAt: records.content?.savedAt ?? '',
          },
    )
  }
}

interface Previous {
  readonly readable: boolean
  readonly records: number
  readonly revision: number
  readonly savedAt: string
}

function damaged(file: string, state: FileState<unknown>, openReadOnly: boolean, previous: Previous | null): AppError {
  const remedy = previous?.readable
    ? `The state before the last save is kept in the folder and can be restored (${previous.records} records).`
    : 'Copy the folder to a safe place, then restore a backup.'
  return new AppError('DAMAGED', `The file ${file} is damaged. ${state.reason} Nothing was changed. ${remedy}`, {
    file,
    reason: state.reason,
    previous,
    openReadOnly,
  })
}
