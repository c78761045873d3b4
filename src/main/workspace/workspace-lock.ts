/**
 * One writer: a lock that the system releases with the process, however it ends, and beside it a file that says whose
 * it is. The lock file is never removed: removing it would let two programs lock two files of one name.
 */
import { AppError } from '../../shared/errors.ts'
import { count } from '../../shared/model/common.ts'
import { z } from '../../shared/model/zod.ts'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileLock, FileSystem } from './file-system.ts'
import { systemCode } from './file-system.ts'
import { DamagedFileError, parseObject, utf8 } from './json-file.ts'
import type { WorkspacePaths } from './layout.ts'
import { removeIfThere, replaceFile, UncertainReplacementError } from './replace-file.ts'

const owner = z.object({ person: z.string(), device: z.string(), host: z.string(), pid: count, since: z.string() })
export type LockOwner = z.output<typeof owner>

/** File systems that know no locks (some network shares) answer one of these. */
const noLockCodes = new Set(['ENOLCK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'])

/** @throws AppError LOCKED with `details.owner`, UNSUPPORTED; and system errors. */
export async function lockWorkspace(paths: WorkspacePaths, environment: WorkspaceEnvironment): Promise<FileLock> {
  const files = filesOf(environment)
  let lock: FileLock | null
  try {
    lock = await files.lock(paths.lock)
  } catch (cause) {
    if (!noLockCodes.has(systemCode(cause))) throw cause
    throw new AppError(
      'UNSUPPORTED',
      'The disk of this folder has no file locks, so two programs could write at once. Nothing was changed; open the workspace for reading only, or move it to a local disk.',
      { system: systemCode(cause), openReadOnly: true },
      { cause },
    )
  }
  if (!lock) throw lockedBy(await readOwner(files, paths))
  const mine: LockOwner = { ...environment.owner, pid: process.pid, since: instantOf(environment.clock) }
  try {
    await writeOwner(files, paths, mine)
  } catch (error) {
    await releaseQuietly(lock)
    throw error
  }
  return {
    isInPlace: () => lock.isInPlace(),
    async release() {
      await removeIfThere(files, paths.owner)
      await releaseQuietly(lock)
    },
  }
}

/** Closing the descriptor frees the lock even when the system then reports a failure of the disk. */
async function releaseQuietly(lock: FileLock): Promise<void> {
  try {
    await lock.release()
  } catch (error) {
    if (systemCode(error) === '') throw error
  }
}

function lockedBy(found: LockOwner | null): AppError {
  const who = found ? `${found.person || 'somebody'}${found.device ? ` on ${found.device}` : ''} since ${found.since}` : 'another program'
  return new AppError('LOCKED', `The workspace is already open by ${who}. Nothing was changed; close it there, then try again.`, {
    owner: found,
  })
}

/** Null when nobody has left word, or it cannot be read: the lock decides, this is for the message only. */
async function readOwner(files: FileSystem, paths: WorkspacePaths): Promise<LockOwner | null> {
  try {
    const parsed = owner.safeParse(parseObject(await files.readFile(paths.owner)))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (systemCode(error) === '' && !(error instanceof DamagedFileError)) throw error
    return null
  }
}

/** A workspace on a full disk must still open, so that something can be deleted: without word, the lock still holds. */
async function writeOwner(files: FileSystem, paths: WorkspacePaths, mine: LockOwner): Promise<void> {
  try {
    await replaceFile(files, paths.owner, [utf8(`${JSON.stringify(mine)}\n`)])
  } catch (error) {
    if (systemCode(error) === '' && !(error instanceof UncertainReplacementError)) throw error
  }
}
