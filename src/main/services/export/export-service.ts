/** Records out as markdown files. */
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { exportMethods } from '../../../shared/contract/export.ts'
import { AppError } from '../../../shared/errors.ts'
import { AttachmentStore } from '../../workspace/attachments/attachment-store.ts'
import { exportMarkdown } from '../../export/index.ts'
import { folderNameProblem } from '../folders/folder-name.ts'
import { isWithin } from '../folders/is-within.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import type { JobRunner, JobWork } from '../jobs/job-runner.ts'
import { refusedField, type Service, type ServiceContext } from '../service-context.ts'
import { previewOf } from './preview.ts'
import { scopeOf } from './scope-ids.ts'

/** Two exports into one folder would take each other's files for leftovers. Disks may not tell letters' case apart. */
const placeOf = (target: string) => target.normalize('NFC').toLowerCase()

export function exportService({ session, folders, appData }: ServiceContext, runner: JobRunner): Service<typeof exportMethods> {
  /** The running export of each place. */
  const running = new Map<string, { readonly id: string; readonly what: string }>()
  /** What each window waits for. */
  const previews = new Map<string, AbortController>()

  return {
    /** What would be written; one at a time for each window. @throws AppError NOT_FOUND, NO_WORKSPACE, CANCELLED */
    'export.preview': async ({ scope, options }, { client }) => {
      previews.get(client)?.abort()
      const control = new AbortController()
      previews.set(client, control)
      try {
        return await session.use(async (open) => previewOf(open, await scopeOf(open, scope), options, control.signal))
      } finally {
        if (previews.get(client) === control) previews.delete(client)
      }
    },

    /** Nobody looks at it any more. */
    'export.stopPreview': async (_, { client }) => {
      previews.get(client)?.abort()
      return {}
    },

    /** In the background; answers the job that already does so. @throws AppError NOT_FOUND, MISSING, INVALID_INPUT, NOT_EMPTY, NO_WORKSPACE */
    'export.start': async ({ folder, name, scope, options }, { client }) => {
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
        const what = JSON.stringify([scope, options])
        if (already?.what === what) return runner.get(already.id, client)
        if (already) {
          throw new AppError(
            'NOT_EMPTY',
            'Another export into this folder is under way. Nothing was exported; wait for its end, or choose another name.',
          )
        }
        const run: JobWork['run'] = async (control) => {
          const attachments = new AttachmentStore(open.folder)
          const report = await exportMarkdown(open.workspace, target, {
            ...control,
            attachments,
            prove: true,
            options,
            scope: await scopeOf(open, scope),
            mirror: appData.mirrors[open.workspace.info.id]?.folder,
          })
          return { report, folder: folders.give(target) }
        }
        const { job, ended } = runner.start({ kind: 'export', run }, client)
        running.set(place, { id: job.id, what })
        void ended.finally(() => running.delete(place))
        // the workspace stays open until the job has ended; closing it stops the job first
        session.hold(ended)
        return job
      })
    },
  }
}
