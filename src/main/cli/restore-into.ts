/** Making a workspace anew from backups alone, on the command line. */
import { AppError } from '../../shared/errors.ts'
import { isWithin } from '../services/folders/is-within.ts'
import { findBackups, noSuchBackup, recordsOf, restoreInto, withBackupFailures } from '../workspace/backups/index.ts'
import { nodeFileSystem } from '../workspace/node-file-system.ts'
import { authorOf, environmentOf, type Surroundings } from './surroundings.ts'

/** `name`: the latest when left out. */
export async function makeAnew(
  from: string,
  name: string | undefined,
  into: string,
  flags: ReadonlyMap<string, string>,
  here: Surroundings,
): Promise<number> {
  const { folder, backup } = await chosenIn(from, name)
  if (isWithin(into, folder.folder))
    throw new AppError('NOT_EMPTY', `${into} lies among the backups themselves. Nothing was made. Name a folder outside of it.`)
  const control = { onProgress: (done: number, total: number) => here.progress(done, total), signal: here.signal }
  const { leftOut } = await restoreInto(into, { folder, backup }, environmentOf(here, await authorOf(here)), control)
  const records = recordsOf(backup.file.counts)
  if (flags.has('json')) here.print(`${JSON.stringify({ name: backup.name, records, leftOut, location: into })}\n`)
  else
    here.print(
      `The workspace “${backup.file.workspace.name}” is in ${into}, as it was in the backup ${backup.name}: ${records === 1 ? '1 record' : `${records} records`}.\n`,
    )
  for (const file of leftOut) here.complain(`${file} is missing or damaged in the backup and was left out.`)
  return leftOut.length === 0 ? 0 : 1
}

async function chosenIn(from: string, name: string | undefined) {
  const found = await withBackupFailures(() => findBackups(nodeFileSystem, from))
  if (found.length === 0)
    throw new AppError('NOT_FOUND', `There are no backups in ${from}. Nothing was made. Name the folder that holds them.`, { folder: from })
  const usable = found.filter(({ backups }) => backups.length > 0)
  const fitting = name === undefined ? usable : usable.filter(({ backups }) => backups.some((backup) => backup.name === name))
  if (fitting.length > 1) {
    const places = fitting.map(({ folder }) => folder.folder).join(', ')
    throw new AppError('INVALID_INPUT', `There are backups of several workspaces. Nothing was made. Name the folder of one: ${places}.`)
  }
  const [{ folder, backups } = { folder: undefined, backups: [] }] = fitting
  const backup = name === undefined ? backups[0] : backups.find((one) => one.name === name)
  if (folder && backup) return { folder, backup }
  if (name !== undefined) throw noSuchBackup(name)
  throw new AppError('DAMAGED', `No backup in ${from} is whole: files of theirs are missing or damaged. Nothing was made.`, {
    folder: from,
  })
}
