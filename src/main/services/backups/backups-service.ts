/** Backups: what there is, making one, going back to one, and where they go. */
import { realpath } from 'node:fs/promises'
import type { backupMethods } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'
import type { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import type { FileSystem } from '../../workspace/file-system.ts'
import type { BackupPolicy } from '../../workspace/port.ts'
import { isWithin } from '../folders/is-within.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { infoOf } from './backup-info.ts'
import { previewBackup, restoreBackup, type Chosen, type Target } from './restore-backup.ts'

export function backupsService(
  context: ServiceContext,
  runner: JobRunner,
  files: FileSystem,
  storeOf: (open: OpenWorkspace) => AttachmentStore,
): Service<typeof backupMethods> {
  const { session, folders, author, clock } = context
  /** The job that makes one now. */
  let making: string | null = null

  const configure = async (open: OpenWorkspace, change: Partial<BackupPolicy>) => {
    const { workspace, backups } = open
    await workspace.configure({ ...workspace.settings, backups: { ...workspace.settings.backups, ...change } })
    await backups.shelf.refresh()
    return backups.announce()
  }

  const sourcesFor = async (open: OpenWorkspace, { folder }: Chosen) => ({
    files,
    store: storeOf(open),
    folders: await open.backups.shelf.foldersBeside(folder),
  })

  return {
    'backups.list': async () => ({ backups: await session.backups() }),

    'backups.status': () => session.use(async ({ backups }) => backups.status()),

    'backups.make': (_input, { client }) =>
      session.use(async (open) => {
        if (making !== null) return runner.get(making, client)
        const { job, ended } = runner.start(
          {
            kind: 'backup',
            async run(control) {
              await open.backups.make('hand', control)
              return { report: null, folder: null }
            },
          },
          client,
        )
        making = job.id
        void ended.finally(() => (making = null))
        // the workspace stays open until the job has ended; closing it stops the job first
        session.hold(ended)
        return job
      }),

    'backups.preview': (choice) =>
      session.use(async (open) => {
        const chosen = await open.backups.shelf.find(choice)
        const preview = await previewBackup(await sourcesFor(open, chosen), chosen, open.workspace)
        return { backup: infoOf(chosen.backup, choice.place), ...preview }
      }),

    /** @throws AppError NOT_FOUND, DAMAGED, READ_ONLY, DISK_FULL, IO: nothing has changed then */
    'backups.restore': (choice, { client }) =>
      session.use(async (open) => {
        const chosen = await open.backups.shelf.find(choice)
        // what is there now must be there afterwards, whatever goes wrong
        await open.backups.make('restore', { keep: choice.name })
        const by = { author: author(), at: new Date(clock()).toISOString() }
        const target: Target = {
          workspace: open.workspace,
          transact: (work) => open.changeAlone(by.author, client, work, { kind: 'command' }),
        }
        const restored = await restoreBackup(await sourcesFor(open, chosen), chosen, target, by)
        await open.backups.lookForFiles()
        return restored
      }),

    'backups.settings': ({ automatic }) => session.use((open) => configure(open, { automatic })),

    /** @throws AppError NOT_FOUND, MISSING, NO_PERMISSION, NOT_EMPTY inside the workspace's own folder */
    'backups.choosePlace': ({ folder }) =>
      session.use(async (open) => {
        const place = await withFolderErrors(() => realpath(folders.folder(folder)))
        if (isWithin(place, await withFolderErrors(() => realpath(open.folder)))) {
          throw new AppError(
            'NOT_EMPTY',
            'This is the folder of the workspace itself, which is lost together with its disk. Nothing was changed. Choose a folder on another disk.',
          )
        }
        const status = await configure(open, { secondPlace: place })
        open.backups.makeSoon()
        return status
      }),

    'backups.forgetPlace': () => session.use((open) => configure(open, { secondPlace: '' })),
  }
}
