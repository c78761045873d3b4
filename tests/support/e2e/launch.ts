/** Starts the built application on either host, in a home folder of its own. */
import type { Application, LaunchOptions } from './application.ts'
import { launchBrowser } from './launch-browser.ts'
import { launchElectron } from './launch-electron.ts'

export type { Application, LaunchOptions } from './application.ts'

export interface HostOptions {
  readonly host: 'browser' | 'electron'
}

export const launch = (host: HostOptions['host'], options: LaunchOptions): Promise<Application> =>
  host === 'electron' ? launchElectron(options) : launchBrowser(options)
