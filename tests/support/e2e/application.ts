/** What a running application looks like to the specs: the same on both hosts. */
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { appDataFolder } from '../../../src/main/hosts/app-data-folder.ts'

export interface LaunchOptions {
  /** Opened at start. */
  readonly workspace?: string
  /** The person's home; the folder dialogs start there. */
  readonly home: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
}

export interface Application {
  readonly page: Page
  /** Every address that any window asked for, sockets included. */
  readonly requests: readonly string[]
  /** What any window wrote to the console as an error, and what it threw. */
  readonly errors: readonly string[]
  /** The origin that the renderer runs on. */
  readonly origin: string
  /** The windows that are open, the first one first. */
  windows(): readonly Page[]
  /** A second window at an address, opened by the application itself. */
  secondWindow(address: string): Promise<Page>
  /** Runs `open`, which makes the application ask for a folder or a zip file, and answers with one inside the home. */
  answerDialog(open: () => Promise<void>, folderName: string): Promise<void>
  /** Runs `open`, which makes the application ask for files, and answers with these. */
  answerFiles(open: () => Promise<void>, paths: readonly string[]): Promise<void>
  /** Runs `save`, which makes the application save a file of its own; answers its name and text. */
  savedFile(save: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }>
  /** Begins to drag a row; answers the file that another program would be given. */
  draggedFile(row: Locator): Promise<{ readonly name: string; readonly text: string }>
  /** Runs `follow`, which makes the application ask whether an address may open outside; answers Cancel, and what was asked. */
  declineOutside(follow: () => Promise<void>): Promise<string>
  /** SIGKILL of the process that owns the data. */
  kill(): Promise<void>
  close(): Promise<void>
}

export const root = resolve(import.meta.dirname, '../../..')

/** Nothing of the person who runs the tests is read or written. */
export const environment = (home: string): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  HOME: home,
  USERPROFILE: home,
  APPDATA: resolve(home, 'AppData', 'Roaming'),
  XDG_CONFIG_HOME: resolve(home, '.config'),
  LANG: 'en_GB.UTF-8',
})

/** Where both hosts and the command line keep what belongs to the person. */
export const settingsFolder = (home: string): string => appDataFolder({ platform: process.platform, env: environment(home), home })

export interface Watched {
  readonly requests: string[]
  readonly errors: string[]
}

/** Notes what every window of a context asks for and complains about, from now on. */
export function watch(context: BrowserContext): Watched {
  const requests: string[] = []
  const errors: string[] = []
  const listen = (page: Page) => {
    page.on('websocket', (socket) => requests.push(socket.url()))
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    // Playwright takes the chooser over only while somebody listens, and tells the window so after the key was pressed
    page.on('filechooser', () => undefined)
  }
  context.on('request', (request) => requests.push(request.url()))
  context.on('page', listen)
  for (const page of context.pages()) listen(page)
  return { requests, errors }
}

/** The requests that left the application. */
export function leftTheApplication({ requests, origin }: Pick<Application, 'requests' | 'origin'>): string[] {
  const own = [`${origin}/`, `${origin.replace(/^http/, 'ws')}/`]
  return requests.filter((url) => !own.some((start) => url.startsWith(start)) && !/^(?:data|blob|devtools):/.test(url))
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
