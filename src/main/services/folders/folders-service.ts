/** Choosing folders: through the system's dialog, or for the page's own dialog folder by folder. */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { appMethods, FolderInfo } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/errors.ts'
import { inspectFolder, type KnownFolders } from '../../workspace/index.ts'
import { compareText } from '../lists/list-sort.ts'
import { refusedField, type Service, type ServiceContext } from '../service-context.ts'
import { archivesIn } from './archives.ts'
import { withFolderErrors } from './folder-errors.ts'
import type { FolderHandles } from './folder-handles.ts'
import { folderNameProblem } from './folder-name.ts'
import { startPlaces, type Place } from './start-places.ts'

const SHOWN_AT_MOST = 1_000
/** Folders of the system that no person keeps work in. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set(['$recycle.bin', 'system volume information', 'lost+found'])

type FolderMethods = Pick<
  typeof appMethods,
  'folders.choose' | 'folders.begin' | 'folders.remember' | 'folders.list' | 'folders.propose' | 'folders.create'
>

/** What a person is told of a folder, with a handle that stands for it. */
export async function describeFolder(handles: FolderHandles, { name, folder }: Place, known?: KnownFolders): Promise<FolderInfo> {
  return { handle: handles.give(folder), name, location: folder, ...(await inspectFolder(folder, undefined, known)) }
}

const nameOf = (folder: string) => basename(folder) || folder

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch {
    return false // a link to nowhere, or nothing for us to see
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(({ name }) => !name.startsWith('.') && !SYSTEM_FOLDERS.has(name.toLowerCase()))
  const kept: string[] = []
  for (const entry of visible.toSorted((a, b) => compareText(a.name, b.name))) {
    if (kept.length >= SHOWN_AT_MOST) break
    const path = join(folder, entry.name)
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) kept.push(path)
  }
  return kept
}

function refuseName(name: string): void {
  const problem = folderNameProblem(name)
  if (problem !== undefined) throw refusedField('name', 'folderName', problem)
}

/** "Sample", "Sample 2", "Sample 3": the first that nothing has yet. */
async function makeFreeFolder(place: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = join(place, number === 1 ? name : `${name} ${number}`)
    try {
      await mkdir(folder)
      return folder
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

async function usualPlaces({ homeFolder, userName, folders }: ServiceContext): Promise<FolderInfo[]> {
  const found = await startPlaces(homeFolder, process.platform, userName)
  return Promise.all(found.map((place) => describeFolder(folders, place)))
}

/** Where a new workspace is best made: it can be written to, and nothing synchronises it where there is such a place. */
export async function usualPlace(context: ServiceContext): Promise<FolderInfo | undefined> {
  const places = await usualPlaces(context)
  return places.find(({ writable, syncedBy }) => writable && syncedBy === '') ?? places.find(({ writable }) => writable)
}

export function foldersService(context: ServiceContext): Service<FolderMethods> {
  const { desktop, folders: handles, appData, homeFolder } = context
  const require = (dialog: 'native' | 'page') => {
    if (desktop.capabilities.folderDialog === dialog) return
    throw new AppError('UNSUPPORTED', 'Folders are chosen in another way here. Nothing was changed.')
  }
  const describe = (folder: string, known?: KnownFolders) => describeFolder(handles, { name: nameOf(folder), folder }, known)

  return {
    /** The system's dialog. */
    'folders.choose': async ({ purpose }, { client }) => {
      require('native')
      const folder = await desktop.chooseFolder(purpose, client)
      return folder === null ? null : withFolderErrors(() => describe(resolve(folder)))
    },

    /** What was chosen last may have been removed, or its disk unplugged. */
    'folders.begin': async ({ purpose }) => {
      require('page')
      for (const folder of [appData.chosenIn[purpose], homeFolder])
        if (folder !== undefined && (await isFolder(folder))) return { folder: await withFolderErrors(() => describe(folder)) }
      return { folder: null }
    },

    'folders.remember': async ({ purpose, folder }) => {
      require('page')
      await appData.rememberChoice(purpose, handles.folder(folder))
      return {}
    },

    /** One level of folders, hidden ones left out; null: the places to start from. */
    'folders.list': async ({ folder: handle }) => {
      require('page')
      if (handle === null) return { folder: null, parent: null, folders: await usualPlaces(context), archives: [] }
      const folder = handles.folder(handle)
      return withFolderErrors(async () => {
        const inside = await foldersIn(folder)
        const above = dirname(folder)
        const known: KnownFolders = new Map()
        return {
          folder: await describe(folder, known),
          parent: above === folder ? null : handles.give(above),
          folders: await Promise.all(inside.map((one) => describe(one, known))),
          archives: await archivesIn(handles, folder),
        }
      })
    },

    /** In a place that can be written to, and that nothing synchronises where there is one. */
    'folders.propose': async ({ name }) => {
      refuseName(name)
      const place = await usualPlace(context)
      if (!place) throw new AppError('READ_ONLY', 'None of the usual places can be written to. Nothing was changed. Choose a folder.')
      return withFolderErrors(async () => describe(await makeFreeFolder(place.location, name)))
    },

    'folders.create': async ({ parent, name }) => {
      require('page')
      refuseName(name)
      const folder = join(handles.folder(parent), name)
      return withFolderErrors(async () => {
        await mkdir(folder)
        return describe(folder)
      })
    },
  }
}
