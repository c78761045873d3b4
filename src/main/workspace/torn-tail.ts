/** Cuts off what a write left behind that was never acknowledged; a copy is kept. */
import { basename, join } from 'node:path'
import type { WorkspaceEnvironment } from './environment.ts'
import { filesOf, instantOf } from './environment.ts'
import type { FileSystem, ReadableFile } from './file-system.ts'
import { systemCode, systemError } from './file-system.ts'
import type { WorkspacePaths } from './layout.ts'
import { fileNames } from './layout.ts'
import type { WorkspaceNotice } from './port.ts'
import { removeIfThere } from './replace-file.ts'
import { setAsideName } from './recovery/set-aside-name.ts'
import { releaseReserve } from './reserve.ts'

const STEP_BYTES = 1024 * 1024

/** @throws what the disk throws; then nothing was cut off */
export async function cutTornTail(
  paths: WorkspacePaths,
  environment: Pick<WorkspaceEnvironment, 'files' | 'clock'>,
  segment: string,
  size: number,
): Promise<WorkspaceNotice> {
  const files = filesOf(environment)
  const copy = await freeName(files, paths.setAside, `${setAsideName(instantOf(environment.clock))}-torn-tail-of-${segment}`)
  const isKept = await keepCopy(files, paths, { segment, from: size, copy })
  const file = await files.openForAppending(paths.segment(segment))
  try {
    await file.truncate(size)
    await file.sync()
  } finally {
    await file.close()
  }
  const kept = isKept ? `A copy of it is kept in ${fileNames.setAside}/${basename(copy)}.` : 'The disk is full, so no copy of it was kept.'
  return {
    code: 'tornTail',
    message: `The last write was cut off when the program or the computer stopped. It had not been confirmed. ${kept}`,
  }
}

interface TailCopy {
  readonly segment: string
  readonly from: number
  readonly copy: string
}

/** A full disk must not keep the workspace from opening: nothing that was acknowledged is in the tail. */
async function keepCopy(files: FileSystem, paths: WorkspacePaths, tail: TailCopy): Promise<boolean> {
  for (const isLastTry of [false, true]) {
    try {
      await files.createFolder(paths.setAside)
      await copyFrom(files, paths.segment(tail.segment), tail)
      await files.syncFolder(paths.setAside)
      await files.syncFolder(paths.folder)
      return true
    } catch (error) {
      await removeIfThere(files, tail.copy)
      if (!['ENOSPC', 'EDQUOT'].includes(systemCode(error))) throw error
      if (!isLastTry) await releaseReserve(files, paths)
    }
  }
  return false
}

async function copyFrom(files: FileSystem, path: string, { from, copy }: TailCopy): Promise<void> {
  const source = await files.openForReading(path)
  try {
    const target = await files.createFile(copy)
    try {
      for await (const piece of piecesOf(source, from)) {
        for (let written = 0; written < piece.length;) {
          const taken = await target.write(piece.subarray(written))
          if (taken === 0) throw systemError('EIO', 'write', 'The disk takes no bytes.')
          written += taken
        }
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function* piecesOf(file: ReadableFile, from: number): AsyncGenerator<Uint8Array, void, undefined> {
  const size = await file.size()
  for (let at = from; at < size; at += STEP_BYTES) {
    const piece = new Uint8Array(Math.min(STEP_BYTES, size - at))
    yield piece.subarray(0, await file.read(piece, at))
  }
}

async function freeName(files: FileSystem, folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${number}-${name}`)
    if (!(await files.stat(path))) return path
  }
}
