/** Opens the workspace in a folder, or says exactly why it does not open. Nothing damaged is ever taken for empty. */
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { ColumnsFile } from './columns/columns-file.ts'
import { finishCompaction } from './compaction/finish-compaction.ts'
import { damagedError, damagedManifest, newerError } from './damaged-error.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf } from './environment.ts'
import type { ManifestState } from './examine.ts'
import { examineManifest } from './examine.ts'
import type { FileLock, FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { SegmentWriter } from './journal/segment-writer.ts'
import { JournalWorkspace } from './journal-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import { pathsIn } from './layout.ts'
import { loadJournal } from './load-journal.ts'
import type { Manifest } from './manifest-file.ts'
import { damagedFormer, examineFormerRecords, isFormer } from './migrations/examine-former.ts'
import { tidyUp } from './migrations/keep-originals.ts'
import { upgradeToJournal } from './migrations/upgrade-to-journal.ts'
import { openedOf } from './opened-workspace.ts'
import { openForReading } from './open-for-reading.ts'
import type { Workspace, WorkspaceNotice } from './port.ts'
import { namesIn } from './read-if-there.ts'
import { holdsWorkspace } from './recognise.ts'
import { isTemporaryName, removeIfThere } from './replace-file.ts'
import { keepReserve } from './reserve.ts'
import { aheadOf, lookAround, strayFiles } from './stray-files.ts'
import { cutTornTail } from './torn-tail.ts'
import { lockWorkspace } from './workspace-lock.ts'

export interface OpenOptions {
  /** Writes nothing, takes no lock, and shows what can be read of a damaged or newer workspace. */
  readonly readOnly?: boolean
}

/**
 * @throws AppError MISSING, NOT_A_WORKSPACE, LOCKED with `details.owner`, DAMAGED with `details` {file, reason, previous,
 * touched, openReadOnly}, NEWER_FORMAT with `details` {found, supported, openReadOnly}, NO_PERMISSION, READ_ONLY,
 * UNSUPPORTED, IO.
 */
export function openWorkspace(folder: string, environment: WorkspaceEnvironment, options: OpenOptions = {}): Promise<Workspace> {
  const paths = pathsIn(folder)
  const files = filesOf(environment)
  return withDiskFailures('opening', async () => {
    await assertHoldsWorkspace(files, paths)
    const lock = options.readOnly === true ? null : await lockUnlessRefused(paths, environment)
    if (!lock) return openForReading(paths, environment, { whatIsLeft: options.readOnly === true })
    try {
      return await openForWriting(paths, environment, lock)
    } catch (error) {
      await lock.release()
      throw error
    }
  })
}

async function openForWriting(paths: WorkspacePaths, environment: WorkspaceEnvironment, lock: FileLock): Promise<Workspace> {
  const files = filesOf(environment)
  await removeLeftovers(files, paths)
  const notices: WorkspaceNotice[] = []
  const found = await examineManifest(files, paths.manifest)
  if (await upgraded(paths, environment, found)) {
    const message = 'The workspace was brought to the format of this version. Its files as they were are kept in backups.'
    notices.push({ code: 'migrated', message })
  }
  await tidyUp(files, paths)
  const columnsFile = new ColumnsFile(files, paths.derived)
  const sound = await soundManifest(files, paths)
  const loaded = await loadJournal({ files, paths, columnsFile, newId: environment.newId }, sound)
  const strays = strayFiles(await lookAround(files, paths), sound)
  const damages = [...loaded.damages, ...aheadOf(strays)]
  if (damages.length > 0) throw damagedError(damages, loaded.columns.recordCount)
  await columnsFile.trust()
  for (const name of strays.begun) await removeIfThere(files, paths.segment(name))
  for (const name of strays.foreign)
    notices.push({ code: 'foreignFile', message: `segments/${name} is not a file of this workspace. It was left as it is.` })
  if (loaded.tail) notices.push(await cutTornTail(paths, environment, sound.active, loaded.end.size))
  const { manifest, wasInterrupted } = await finishCompaction(files, paths, sound)
  if (wasInterrupted) {
    const message = 'Tidying up the history had been interrupted. What it left was removed, and nothing is missing.'
    notices.push({ code: 'finishedInterrupted', message })
  }
  const writer = await SegmentWriter.resume(files, paths.segment(manifest.active), loaded.end)
  await keepReserve(files, paths)
  const { columns, revision, bytesRead: behind } = loaded
  return new JournalWorkspace(
    openedOf({ paths, manifest, columns, columnsFile, writer, lock, revision, behind, notices }, environment),
    environment,
  )
}

/** Answers whether the workspace was of a version before the journal. */
async function upgraded(paths: WorkspacePaths, environment: WorkspaceEnvironment, found: ManifestState): Promise<boolean> {
  const files = filesOf(environment)
  if (!(await isFormer(files, paths, found))) return false
  const records = await examineFormerRecords(files, paths.records)
  if (found.status !== 'former' || records.status !== 'sound' || !records.content) throw await damagedFormer(files, paths, found, records)
  await upgradeToJournal(paths, found.former, records.content, environment)
  return true
}

/** @throws AppError DAMAGED, NEWER_FORMAT */
async function soundManifest(files: FileSystem, paths: WorkspacePaths): Promise<Manifest> {
  const state = await examineManifest(files, paths.manifest)
  if (state.status === 'sound') return state.content
  if (state.status === 'newer') throw newerError(state.version)
  const reason = state.status === 'former' ? 'It is of an older version than the files of the records.' : state.reason
  throw damagedManifest(reason)
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
    { folder: paths.folder },
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
async function removeLeftovers(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  for (const folder of [paths.folder, paths.segments, paths.derived])
    for (const name of await namesIn(files, folder)) if (isTemporaryName(name)) await removeIfThere(files, join(folder, name))
}
