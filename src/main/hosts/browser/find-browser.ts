/** Where Chrome, Chromium and Edge are installed. */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, posix, win32 } from 'node:path'

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
] as const
const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge'] as const
const windowsNames = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** In the order of preference. `RAPPORTEUR_BROWSER` names another one. */
export function browserCandidates({ platform, env, home }: Machine): string[] {
  const chosen = env['RAPPORTEUR_BROWSER']
  if (chosen) return [chosen]
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined)
    return windowsNames.flatMap((name) => roots.map((root) => win32.join(root, name)))
  }
  if (platform === 'darwin') {
    return macNames.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map((root) => `${root}/${name}.app/Contents/MacOS/${name}`),
    )
  }
  const folders = (env['PATH'] ?? '').split(platform === process.platform ? delimiter : ':').filter((folder) => folder.startsWith('/'))
  // Ubuntu's chromium-browser only hands over to the snap, whose own name tells that it is confined
  return linuxNames.flatMap((name) => [
    ...folders.map((folder) => posix.join(folder, name)),
    ...(name === 'chromium' ? ['/snap/bin/chromium'] : []),
  ])
}

export async function findBrowser(machine: Machine): Promise<string | undefined> {
  for (const candidate of browserCandidates(machine)) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runs) return candidate
  }
  return undefined
}

/** Why no window can be opened on this machine, as a clause; undefined when nothing stands against it. */
export function windowObstacle({ platform, env }: Machine, uid: number | undefined): string | undefined {
  if (platform !== 'linux') return undefined
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display'
  return uid === 0 ? 'as root the browser would run without its sandbox' : undefined
}

/** A confined browser (snap) sees neither the temporary folder nor hidden ones. */
export const browserFolder = (executable: string, home: string, temporary: string): string =>
  executable.startsWith('/snap/') ? posix.join(home, 'snap', 'chromium', 'common') : temporary
