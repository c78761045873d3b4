/** A folder that is kept equal to the workspace. */
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { mirrorMethods } from '../../../shared/contract/mirror.ts'
import { withFolderErrors } from '../folders/folder-errors.ts'
import { folderNameProblem } from '../folders/folder-name.ts'
import { refusedField, type Service, type ServiceContext } from '../service-context.ts'
import { compareEdited } from './compare-edited.ts'
import type { MirrorKeeper } from './mirror-keeper.ts'
import { settleConflicts } from './settle-conflicts.ts'

export function mirrorService(context: ServiceContext, keeper: MirrorKeeper): Service<typeof mirrorMethods> {
  const { session, folders } = context
  return {
    'mirror.status': () => session.use(async (open) => keeper.status(open)),

    /** @throws AppError NOT_FOUND, INVALID_INPUT, NOT_EMPTY, DISK_FULL, READ_ONLY, NO_PERMISSION, MISSING, IO */
    'mirror.start': async ({ folder, name, options, when }) => {
      const problem = folderNameProblem(name)
      if (problem !== undefined) throw refusedField('name', 'folderName', problem)
      const parent = await withFolderErrors(() => realpath(folders.folder(folder)))
      return session.use((open) => keeper.switchOn(open, { folder: join(parent, name), options: { ...options, report: false }, when }))
    },

    'mirror.change': ({ options, when }) =>
      session.use((open) => keeper.change(open, { ...(options && { options: { ...options, report: false } }), ...(when && { when }) })),

    'mirror.stop': () => session.use((open) => keeper.switchOff(open)),

    'mirror.update': () =>
      session.use(async (open) => {
        void (await keeper.of(open))?.update()
        return keeper.status(open)
      }),

    'mirror.look': () =>
      session.use(async (open) => {
        void (await keeper.of(open))?.look()
        return keeper.status(open)
      }),

    'mirror.compare': ({ path }) => session.use(async (open) => compareEdited(open.workspace, await keeper.of(open), path)),

    /** @throws AppError MISSING and others when the folder cannot be used */
    'mirror.settle': ({ paths, how, seen }, { client }) =>
      session.use(async (open) => {
        const mirror = await keeper.of(open)
        const came = await settleConflicts(context, open, mirror, { paths, how, seen, client })
        return { ...came, status: keeper.status(open) }
      }),
  }
}
