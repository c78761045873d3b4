/** The folder of a mirror: making one, and finding it again. */
import { join } from 'node:path'
import { exportPresets, type ExportOptions } from '../../../shared/model/export-options.ts'
import type { ExportDisk } from '../export-disk.ts'
import { MANIFEST, readManifest, writeManifest, type ListSays } from '../manifest.ts'
import { EVERYTHING } from '../scope.ts'
import { examineTarget, isInWorkspace } from '../target.ts'
import { CHANGES, Ledger, type ListForm } from './ledger.ts'
import { mirrorAway, mirrorFailure, mirrorTaken } from './mirror-failure.ts'
import { MirrorFolder } from './mirror-folder.ts'

export interface MirrorTarget {
  readonly disk: ExportDisk
  readonly folder: string
  /** Of the workspace. */
  readonly id: string
  readonly options: ExportOptions
}

/**
 * Makes the folder the mirror's: one that is not there, is empty, or that an export or a mirror of this workspace has written.
 * @throws AppError INVALID_INPUT inside a workspace, NOT_EMPTY, DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO: nothing is written then
 */
export async function prepareMirror(target: MirrorTarget): Promise<void> {
  const { disk, folder, id, options } = target
  try {
    const { holds } = await examineTarget(disk, folder, id, EVERYTHING.key)
    if (holds === 'earlier') return
    await disk.createFolder(folder)
    await Ledger.begin(disk, folder, listForm(id), { options, level: 'public' })
  } catch (cause) {
    throw mirrorFailure(cause)
  }
}

/**
 * The files of a mirror that is none any more: it was switched off while its folder was away, or its end was not reached. Undefined
 * when nothing of one is left. @throws system errors. Writes nothing.
 */
export async function leftMirror(disk: ExportDisk, folder: string, id: string): Promise<ReadonlyMap<string, string> | undefined> {
  if (!(await disk.stat(join(folder, CHANGES)))) return undefined
  const ledger = await Ledger.open(disk, folder, listForm(id))
  if (!ledger) return undefined
  const left = new MirrorFolder(disk, folder)
  for (const path of ledger.unsure) ledger.resolve(path, await left.hashAt(path))
  return ledger.files
}

/** The list of what the mirror wrote. @throws AppError MISSING, NOT_EMPTY, and system errors. Writes nothing. */
export async function openMirror(target: MirrorTarget): Promise<Ledger> {
  const { disk, folder, id } = target
  // made anew it would lie on another disk than the one that is unplugged
  if ((await disk.stat(folder))?.kind !== 'folder') throw mirrorAway(folder)
  if (await isInWorkspace(disk, folder)) throw mirrorTaken(folder, 'It lies inside a workspace now.')
  const ledger = await Ledger.open(disk, folder, listForm(id))
  if (ledger) return ledger
  const isThere = await disk.stat(join(folder, MANIFEST))
  throw mirrorTaken(folder, isThere ? 'It holds another export by now.' : `Its list of files, ${MANIFEST}, is not there.`)
}

const listForm = (id: string): ListForm => ({
  read(text) {
    const list = readManifest(text)
    if (list?.workspace !== id || list.scope !== EVERYTHING.key) return undefined
    return { files: new Map(Object.entries(list.files)), says: list.says ?? UNKNOWN }
  },
  write: (files, says) => writeManifest({ workspace: id, scope: EVERYTHING.key, ...says, files }),
})

/** Of earlier releases everything left. */
const UNKNOWN: ListSays = { options: exportPresets.obsidian, level: 'strictly confidential' }
