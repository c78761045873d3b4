import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

export interface Installation {
  readonly version: string
  readonly rendererFolder: string
  readonly preload: string
}

/** The parts of the build, found from the folder of its entry file (`out/main`). */
export async function readInstallation(mainFolder: string): Promise<Installation> {
  const { version } = JSON.parse(await readFile(resolve(mainFolder, '../../package.json'), 'utf8')) as { version: string }
  return { version, rendererFolder: resolve(mainFolder, '../renderer'), preload: resolve(mainFolder, '../preload/electron.cjs') }
}
