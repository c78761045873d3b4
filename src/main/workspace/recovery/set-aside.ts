/** Keeps files that are about to be replaced: under `set-aside/`, where nobody removes anything but the person. */
import { join } from 'node:path'
import { copyBeginning } from '../backups/copy-file.ts'
import type { FileSystem } from '../file-system.ts'
import { systemCode } from '../file-system.ts'
import type { WorkspacePaths } from '../layout.ts'
import { noLinkCodes } from '../replace-file.ts'
import { setAsideName } from './set-aside-name.ts'

/**
 * Gives files of the workspace a second name in a new folder there, durably. Those that are missing are left out.
 * Answers that folder.
 */
export async function setAside(files: FileSystem, paths: WorkspacePaths, instant: string, names: readonly string[]): Promise<string> {
  const folder = await freeFolder(files, join(paths.setAside, setAsideName(instant)))
  await files.createFolder(folder)
  for (const name of names) {
    const from = join(paths.folder, name)
    const found = await files.stat(from)
    if (found?.kind === 'file') await secondName(files, from, found.size, join(folder, name.replaceAll(/[\\/]/g, '-')))
  }
  await files.syncFolder(folder)
  await files.syncFolder(paths.setAside)
  await files.syncFolder(paths.folder)
  return folder
}

async function freeFolder(files: FileSystem, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    if (!(await files.stat(folder))) return folder
  }
}

/** A second name is the same file, so a crash in between leaves it whole in either place. */
async function secondName(files: FileSystem, from: string, size: number, to: string): Promise<void> {
  try {
    await files.link(from, to)
  } catch (error) {
    if (!noLinkCodes.has(systemCode(error))) throw error
    await copyBeginning(files, from, size, to)
  }
}
