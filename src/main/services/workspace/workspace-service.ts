/** Workspaces: the recent ones, open, create, mend, close, name. */
import { rm } from 'node:fs/promises'
import type { appMethods } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/errors.ts'
import { pathsIn } from '../../workspace/layout.ts'
import type { Workspace } from '../../workspace/port.ts'
import { appState } from '../app/app-service.ts'
import { describeFolder } from '../folders/folders-service.ts'
import type { Service, ServiceContext } from '../service-context.ts'

type WorkspaceMethods = Pick<
  typeof appMethods,
  'workspace.recent' | 'workspace.open' | 'workspace.create' | 'workspace.remedy' | 'workspace.close' | 'workspace.rename'
>

/** A workspace that did not come to be opened is unmade, so that trying again finds the folder as it was. */
async function unmake(folder: string): Promise<void> {
  const { manifest, previousManifest, segments, derived, attachments, reserve } = pathsIn(folder)
  // the manifest first: without it the rest is no workspace
  for (const path of [manifest, previousManifest, segments, derived, attachments, reserve]) await rm(path, { force: true, recursive: true })
}

export function workspaceService(context: ServiceContext): Service<WorkspaceMethods> {
  const { appData, desktop, folders, session, newId } = context

  const create = async (folder: string, name: string, sample: boolean) => {
    let made = false
    const fill = async (workspace: Workspace) => {
      made = true
      if (!sample) return
      // only this needs the sample's texts
      const { fillWithSample } = await import('../../sample/index.ts')
      await fillWithSample(workspace, appData.person, newId)
    }
    try {
      await session.create(folder, { name, sample }, fill)
    } catch (error) {
      if (made) await unmake(folder)
      throw error
    }
  }

  return {
    /** The workspaces opened last that are still there. */
    'workspace.recent': async () => {
      const described = await Promise.all(appData.recent.map(({ path, name }) => describeFolder(folders, { name, folder: path })))
      return described.filter(({ holds }) => holds === 'workspace')
    },

    /** Damage, locks and the like become the state `problem`; a wrong choice of folder is an error and changes nothing. */
    'workspace.open': async ({ folder }) => {
      await session.open(folders.folder(folder))
      return appState(context)
    },

    'workspace.create': async ({ folder, name, sample }) => {
      await create(folders.folder(folder), name, sample)
      return appState(context)
    },

    'workspace.remedy': async ({ remedy, backup }) => {
      if (remedy !== 'reveal') await session.remedy(remedy, backup)
      else {
        const folder = session.folder()
        if (folder === undefined) throw new AppError('NO_WORKSPACE', 'No workspace is open. There is no folder to show.')
        if (!desktop.capabilities.reveal) throw new AppError('UNSUPPORTED', 'This computer cannot show folders from here.')
        await desktop.reveal(folder)
      }
      return appState(context)
    },

    'workspace.close': async () => {
      await session.close()
      return appState(context)
    },

    'workspace.rename': async ({ name }) => {
      await session.rename(name)
      return appState(context)
    },
  }
}
