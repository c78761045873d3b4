/** Making, listing and putting back backups on the command line. */
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { BackupKeeper } from '../services/backups/backup-keeper.ts'
import { infoOf } from '../services/backups/backup-info.ts'
import { previewBackup, restoreBackup, type Chosen } from '../services/backups/restore-backup.ts'
import {
  countRecords,
  listBackups,
  makeBackup,
  noSuchBackup,
  putBackup,
  recordsOf,
  secondBackups,
  takeSnapshot,
  withBackupFailures,
} from '../workspace/backups/index.ts'
import { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import { openWorkspace } from '../workspace/index.ts'
import { nodeFileSystem } from '../workspace/node-file-system.ts'
import type { Workspace } from '../workspace/port.ts'
import { authorOf, environmentOf, type Surroundings } from './surroundings.ts'

type Flags = ReadonlyMap<string, string>

/** What makes the backups of a workspace that a command has open. */
export const keeperOf = (folder: string, workspace: Workspace, { clock }: Surroundings): BackupKeeper =>
  // what fails is thrown, and the command says it
  new BackupKeeper(folder, workspace, {
    files: nodeFileSystem,
    clock,
    timer: null,
    log: { error: () => undefined, info: () => undefined },
    onChange: () => undefined,
  })

export async function backUp(folder: string, flags: Flags, here: Surroundings): Promise<number> {
  const workspace = await openWorkspace(folder, environmentOf(here, await authorOf(here)))
  try {
    const keeper = keeperOf(folder, workspace, here)
    const { name, file } = await keeper.make('hand', { onProgress: (done, total) => here.progress(done, total), signal: here.signal })
    const to = flags.get('to')
    if (to !== undefined) await copyTo(resolve(here.cwd, to), folder, workspace, here)
    const { failed } = keeper.status()
    if (flags.has('json')) here.print(`${JSON.stringify({ name, revision: file.revision, records: recordsOf(file.counts) })}\n`)
    else here.print(`Backup ${name} is made and was read back: ${inRecords(recordsOf(file.counts))}, revision ${file.revision}.\n`)
    if (failed) here.complain(`The second place: ${failed.message}`)
    return failed ? 1 : 0
  } finally {
    await workspace.close()
  }
}

async function copyTo(place: string, folder: string, workspace: Workspace, { clock, signal }: Surroundings): Promise<void> {
  const into = await withBackupFailures(() => secondBackups(nodeFileSystem, place, workspace.info))
  if (!into)
    throw new AppError('MISSING', `There is no folder ${place}. The backup in the workspace is made; make the folder, then try again.`)
  const counts = await countRecords(workspace)
  const snapshot = await workspace.whileStill(() => takeSnapshot(nodeFileSystem, folder, workspace.revision, counts))
  const options = { files: nodeFileSystem, clock, reason: 'hand', copyAttachments: true, signal } as const
  const { leftOut } = await withBackupFailures(() => makeBackup(into, snapshot, options))
  if (leftOut.length > 0)
    throw new AppError('DAMAGED', `These attachments are damaged or missing and not in the backup: ${leftOut.join(', ')}.`)
}

export async function listOf(folder: string, flags: Flags, here: Surroundings): Promise<number> {
  const found = await withBackupFailures(() => listBackups(nodeFileSystem, folder))
  const backups = found.map(({ backup, place }) => infoOf(backup, place))
  if (flags.has('json')) here.print(`${JSON.stringify(backups)}\n`)
  else
    for (const { name, place, records, reason, pinned } of backups)
      here.print(`${name}\t${place}\t${records}\t${reason}${pinned ? '\tpinned' : ''}\n`)
  if (backups.length === 0) here.complain('There is no backup.')
  return 0
}

export async function takeBackTo(folder: string, name: string, flags: Flags, here: Surroundings): Promise<number> {
  const place = flags.has('second') ? 'second' : 'here'
  const found = await withBackupFailures(() => listBackups(nodeFileSystem, folder))
  const chosen = found.find((one) => one.backup.name === name && one.place === place)
  if (!chosen) throw noSuchBackup(name)
  const author = await authorOf(here)
  let workspace: Workspace
  try {
    workspace = await openWorkspace(folder, environmentOf(here, author))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DAMAGED') throw error
    return putFilesBack(folder, { name, place, records: recordsOf(chosen.backup.file.counts), damage: error.message }, flags, here)
  }
  try {
    return await takeRecordsBack(folder, workspace, chosen, flags, here)
  } finally {
    await workspace.close()
  }
}

async function putFilesBack(
  folder: string,
  {
    name,
    place,
    records,
    damage,
  }: { readonly name: string; readonly place: 'here' | 'second'; readonly records: number; readonly damage: string },
  flags: Flags,
  here: Surroundings,
): Promise<number> {
  here.complain(damage)
  if (!flags.has('yes')) {
    here.print(
      `The files of the backup would be put in place, with ${inRecords(records)}; those that are there would be kept in set-aside/. --yes does it.\n`,
    )
    return 1
  }
  await putBackup(folder, { name, place }, environmentOf(here, await authorOf(here)))
  here.print(`The backup stands, with ${inRecords(records)}. The files that were there are kept in set-aside/.\n`)
  return 0
}

async function takeRecordsBack(folder: string, workspace: Workspace, chosen: Chosen, flags: Flags, here: Surroundings): Promise<number> {
  const keeper = keeperOf(folder, workspace, here)
  const sources = { files: nodeFileSystem, store: new AttachmentStore(folder), folders: await keeper.shelf.foldersBeside(chosen.folder) }
  const preview = await previewBackup(sources, chosen, workspace)
  const { older, back, toTrash, filesBack, missingFiles } = preview
  if (flags.has('json')) here.print(`${JSON.stringify(preview)}\n`)
  else {
    for (const { title } of older.first) here.print(`older state\t${title}\n`)
    for (const { title } of back.first) here.print(`comes back\t${title}\n`)
    for (const { title } of toTrash.first) here.print(`to the trash\t${title}\n`)
    here.print(`${older.count} get an older state, ${back.count} come back, ${toTrash.count} go to the trash.\n`)
    if (filesBack > 0) here.print(`${filesBack} attached files that are gone or damaged come back.\n`)
    if (missingFiles > 0) here.print(`${missingFiles} attached files of the backup are nowhere any more.\n`)
  }
  if (!flags.has('yes')) {
    if (!flags.has('json')) here.print('Nothing was changed; --yes does it.\n')
    return 0
  }
  const author = await authorOf(here)
  await keeper.make('restore', { keep: chosen.backup.name, signal: here.signal })
  const target = {
    workspace,
    transact: <T>(work: Parameters<typeof workspace.transact<T>>[1]) => workspace.transact(author, work, { kind: 'command' }),
  }
  const { changed } = await restoreBackup(sources, chosen, target, { author, at: new Date(here.clock()).toISOString() })
  if (!flags.has('json'))
    here.print(changed === 0 ? 'Nothing had to be changed.\n' : `${inRecords(changed)} changed; the state before is a backup of its own.\n`)
  return 0
}

const inRecords = (count: number) => (count === 1 ? '1 record' : `${count} records`)
