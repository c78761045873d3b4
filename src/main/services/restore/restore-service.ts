/** Making a workspace anew from backups in a folder that a person chose. */
import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import type { FoundBackups as FoundInfo } from '../../../shared/contract/restore.ts'
import type { restoreMethods } from '../../../shared/contract/restore.ts'
import { AppError } from '../../../shared/errors.ts'
import { BackupFolder, findBackups, noSuchBackup, plainName, restoreInto, withBackupFailures } from '../../workspace/backups/index.ts'
import type { FoundBackups } from '../../workspace/backups/index.ts'
import { filesOf, type WorkspaceEnvironment } from '../../workspace/environment.ts'
import { systemCode } from '../../workspace/file-system.ts'
import { describeBackup } from '../backups/backup-info.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import { folderNameProblem } from '../folders/folder-name.ts'
import { describeFolder, usualPlace } from '../folders/folders-service.ts'
import { isWithin } from '../folders/is-within.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { Service, ServiceContext } from '../service-context.ts'

/** For a workspace whose name cannot be that of a folder. */
const PLAIN_NAME = 'Workspace'

export function restoreService(
  context: ServiceContext,
  runner: JobRunner,
  environment: () => WorkspaceEnvironment,
): Service<typeof restoreMethods> {
  const { folders } = context
  const files = filesOf(environment())
  /** The job of each new folder. */
  const running = new Map<string, string>()

  /** The first name in the usual place that nothing has. */
  const propose = async (name: string): Promise<FolderInfo | null> => {
    const place = await usualPlace(context)
    if (!place) return null
    const plain = folderNameProblem(plainName(name)) === undefined ? plainName(name) : PLAIN_NAME
    for (let number = 1; ; number += 1) {
      const folder = join(place.location, number === 1 ? plain : `${plain} ${number}`)
      if (!(await files.stat(folder))) return describeFolder(folders, { name: basename(folder), folder })
    }
  }

  const describe = async ({ folder, backups, unusable }: FoundBackups): Promise<FoundInfo> => ({
    folder: folders.give(folder.folder),
    location: folder.folder,
    workspace: backups[0]?.file.workspace.name ?? '',
    backups: backups.map(describeBackup),
    unusable,
    proposed: await withFolderErrors(() => propose(backups[0]?.file.workspace.name ?? '')),
  })

  return {
    /** @throws AppError NOT_FOUND, MISSING, NO_PERMISSION, IO */
    'restore.find': async ({ folder }) => {
      const found = await withBackupFailures(() => findBackups(files, folders.folder(folder)))
      return Promise.all(found.map(describe))
    },

    /** What goes wrong with the files is told by the job. @throws AppError NOT_FOUND, DAMAGED, MISSING, NOT_EMPTY */
    'restore.start': async ({ folder, name, into }, { client }) => {
      const from = new BackupFolder(files, folders.folder(folder))
      const target = folders.folder(into)
      if (isWithin(await placeOf(target), await withFolderErrors(() => realpath(from.folder)))) {
        throw new AppError('NOT_EMPTY', 'This folder lies among the backups themselves. Nothing was made. Choose a folder outside of it.')
      }
      const backup = await withBackupFailures(() => from.find(name))
      if (!backup) throw noSuchBackup(name)
      const already = running.get(target)
      if (already !== undefined) return runner.get(already, client)
      const { job, ended } = runner.start(
        {
          kind: 'restore',
          async run(control) {
            const { leftOut } = await restoreInto(target, { folder: from, backup }, environment(), control)
            return { report: null, folder: folders.give(target), leftOut: [...leftOut] }
          },
        },
        client,
      )
      running.set(target, job.id)
      void ended.finally(() => running.delete(target))
      return job
    },
  }
}

/** With links followed, as far as the folder is there already. */
async function placeOf(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(folder) === folder) return folder
    return join(await placeOf(dirname(folder)), basename(folder))
  }
}
