/** Where the person's settings lie: the folder that Electron calls `userData`, so that both hosts and the CLI share it. */
import { join } from 'node:path'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

export function appDataFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'rapporteur')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'rapporteur')
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'rapporteur')
}
