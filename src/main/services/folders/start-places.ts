/** Where looking for a folder starts: home, documents, desktop, and drives that are mounted. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export interface Place {
  readonly name: string
  readonly folder: string
}

const isFolder = async (folder: string): Promise<boolean> => {
  try {
    return (await stat(folder)).isDirectory()
  } catch {
    return false // not there, or not for us to see: then it is no place to start from
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => join(folder, name))
  } catch {
    return [] // most systems have only some of these folders
  }
}

/** Folders under which a system mounts drives. */
const MOUNTS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Volumes'],
  linux: ['/media', '/run/media', '/mnt'],
}

async function drives(platform: NodeJS.Platform, userName: string): Promise<string[]> {
  if (platform === 'win32') return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`)
  const roots = (MOUNTS[platform] ?? []).flatMap((root) => [root, join(root, userName)])
  const found = (await Promise.all(roots.map(foldersIn))).flat()
  // `/media/<user>` holds that person's drives and is none itself
  return found.filter((folder) => !roots.includes(folder))
}

/** The places that exist. `userName` is the system's, under which some systems mount drives. */
export async function startPlaces(home: string, platform: NodeJS.Platform, userName: string): Promise<Place[]> {
  const places: Place[] = [
    { name: 'Home', folder: home },
    { name: 'Documents', folder: join(home, 'Documents') },
    { name: 'Desktop', folder: join(home, 'Desktop') },
    ...(await drives(platform, userName)).map((folder) => ({ name: basename(folder) || folder, folder })),
  ]
  const exists = await Promise.all(places.map(({ folder }) => isFolder(folder)))
  return places.filter((_place, position) => exists[position])
}
