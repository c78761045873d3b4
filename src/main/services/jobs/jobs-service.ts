/** Export, and watching or stopping it. */
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { jobMethods } from '../../../shared/contract/jobs.ts'
import { AppError } from '../../../shared/errors.ts'
import { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import { exportMarkdown } from '../../export/index.ts'
import { folderNameProblem } from '../folders/folder-name.ts'
import { isWithin } from '../folders/is-within.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import { refusedField, type Service, type ServiceContext } from '../service-context.ts'
import type { JobRunner, JobWork } from './job-runner.ts'

/** Two exports into one folder would take each other's files for leftovers. Disks may not tell letters' case apart. */
const placeOf = (target: string) => target.normalize('NFC').toLowerCase()

export function jobsService({ session, folders }: ServiceContext, runner: JobRunner): Service<typeof jobMethods> {
  /** The running export of each place. */
  const running = new Map<string, string>()

  return {
    /** Everything as markdown, in the background; answers the job that already does so. @throws AppError NOT_FOUND, MISSING, INVALID_INPUT, NOT_EMPTY, NO_WORKSPACE */
    'export.start': async ({ folder, name }, { client }) => {
      const problem = folderNameProblem(name)
      if (problem !== undefined) throw refusedField('name', 'folderName', problem)
      const parent = await withFolderErrors(() => realpath(folders.folder(folder)))
      return session.use(async (open) => {
        if (isWithin(parent, await withFolderErrors(() => realpath(open.folder)))) {
          throw new AppError('NOT_EMPTY', 'This is the folder of the workspace itself. Nothing was exported. Choose a folder outside it.')
        }
        const target = join(parent, name)
        const place = placeOf(target)
        const already = running.get(place)
        if (already !== undefined) return runner.get(already, client)
        const run: JobWork['run'] = async (control) => ({
          report: await exportMarkdown(open.workspace, target, { ...control, attachments: new AttachmentStore(open.folder) }),
          folder: folders.give(target),
        })
        const { job, ended } = runner.start({ kind: 'export', run }, client)
        running.set(place, job.id)
        void ended.finally(() => running.delete(place))
        // the workspace stays open until the job has ended; closing it stops the job first
        session.hold(ended)
        return job
      })
    },

    'jobs.get': ({ id }, { client }) => Promise.resolve(runner.get(id, client)),

    /** Answers at once; the job says by its events when it has stopped. */
    'jobs.cancel': ({ id }) => {
      runner.cancel(id)
      return Promise.resolve({})
    },
  }
}
