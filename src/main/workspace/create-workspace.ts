/** Makes a workspace in an empty folder. */
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { ColumnsFile } from './columns/columns-file.ts'
import { RecordColumns } from './columns/record-columns.ts'
import { withDiskFailures } from './disk-failure.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileLock, FileSystem } from './file-system.ts'
import { parseSegmentName, segmentHeadOf, segmentName } from './journal/segment-head.ts'
import { SegmentWriter } from './journal/segment-writer.ts'
import { JournalWorkspace } from './journal-workspace.ts'
import type { WorkspacePaths } from './layout.ts'
import { ACKNOWLEDGED, pathsIn, SCHEMA_VERSION } from './layout.ts'
import type { Manifest } from './manifest-file.ts'
import { DEFAULT_SETTINGS, isWorkspaceName, MANIFEST_FORMAT, manifestCodec } from './manifest-file.ts'
import { openedOf } from './opened-workspace.ts'
import type { Workspace } from './port.ts'
import { namesIn } from './read-if-there.ts'
import { isFree } from './recognise.ts'
import { isTemporaryName, removeIfThere, replaceFile } from './replace-file.ts'
import { keepReserve } from './reserve.ts'
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
    const above = await foldersAbove(files, folder)
    await files.createFolder(folder)
    const lock = await lockWorkspace(paths, environment)
    let isBegun = false
    try {
      // once more: somebody may have been faster
      await assertFree(files, paths)
      isBegun = true
      await removeBegun(files, paths)
      const manifest = firstManifest({ name, sample }, environment)
      return await make(files, { paths, above }, manifest, lock, environment)
    } catch (error) {
      // whoever was faster keeps what is theirs
      if (isBegun) await removeAll(files, paths)
      await lock.release()
      throw error
    }
  })
}

/** The manifest goes last, because it makes the folder a workspace; its second copy is there for a damaged first one. */
async function make(
  files: FileSystem,
  { paths, above }: { readonly paths: WorkspacePaths; readonly above: readonly string[] },
  manifest: Manifest,
  lock: FileLock,
  environment: WorkspaceEnvironment,
): Promise<Workspace> {
  const { id: workspace, lineage, active } = manifest
  await files.createFolder(paths.segments)
  const head = segmentHeadOf({ workspace, lineage, first: 1, revision: 0, after: null })
  const writer = await SegmentWriter.create(files, paths.segment(active), head)
  try {
    await files.syncFolder(paths.folder)
    await replaceFile(files, paths.previousManifest, manifestCodec.encode(manifest))
    await replaceFile(files, paths.manifest, manifestCodec.encode(manifest))
    for (const path of above) await files.syncFolder(path)
  } catch (error) {
    await writer.close()
    throw error
  }
  await keepReserve(files, paths)
  const columns = new RecordColumns(environment.newId())
  const columnsFile = new ColumnsFile(files, paths.derived)
  return new JournalWorkspace(
    openedOf({ paths, manifest, columns, columnsFile, writer, lock, revision: 0, behind: writer.size, notices: [] }, environment),
    environment,
  )
}

/** The folders whose names have to be durable for the workspace to be found: the one above it, and those above what is made. */
async function foldersAbove(files: FileSystem, folder: string): Promise<readonly string[]> {
  const above = [dirname(folder)]
  for (let at = dirname(folder); dirname(at) !== at && !(await files.stat(at)); at = dirname(at)) above.push(dirname(at))
  return above
}

function firstManifest({ name, sample }: NewWorkspace, { newId, clock }: WorkspaceEnvironment): Manifest {
  return {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id: newId(),
    name,
    sample,
    createdAt: instantOf(clock),
    lineage: newId(),
    settings: DEFAULT_SETTINGS,
    segments: [],
    active: segmentName(1, 0),
    discarded: [],
  }
}

async function removeAll(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  for (const path of [paths.manifest, paths.previousManifest, paths.reserve]) await removeIfThere(files, path)
  await removeBegun(files, paths)
}

/** What an earlier attempt has left: `isFree` says that nothing is in it. */
export async function removeBegun(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  for (const name of await namesIn(files, paths.segments)) if (isOurs(name)) await removeIfThere(files, paths.segment(name))
}

const isOurs = (name: string) => parseSegmentName(name) !== undefined || name === ACKNOWLEDGED || isTemporaryName(name)

/** @throws AppError NOT_EMPTY, system errors */
export async function assertFree(files: FileSystem, paths: WorkspacePaths): Promise<void> {
  if (await isFree(files, paths)) return
  throw new AppError('NOT_EMPTY', 'The folder is not empty. Nothing was changed; choose an empty folder or the name of a new one.', {
    folder: paths.folder,
  })
}
