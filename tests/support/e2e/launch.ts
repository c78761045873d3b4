/**
 * Starts the built application on either host and gives the specs one shape of it, so that they are the same on both.
 * Each launch has a home folder of its own; nothing of the person who runs the tests is read or written.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join, resolve } from 'node:path'
import { _electron, chromium, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import { browserExecutable } from './browser-executable.ts'

export interface HostOptions {
  readonly host: 'browser' | 'electron'
}

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
  /** Every address that any window asked for. */
  readonly requests: readonly string[]
  /** What `page` and later windows wrote to the console as errors, and what they threw. */
  readonly errors: readonly string[]
  /** The origin that the renderer runs on. */
  readonly origin: string
  /** A second window at an address, opened by the application itself. */
  secondWindow(address: string): Promise<Page>
  /** Runs `open`, which makes the application ask for a folder, and answers with a folder inside the home. */
  answerDialog(open: () => Promise<void>, folderName: string): Promise<void>
  /** SIGKILL of the process that owns the data. */
  kill(): Promise<void>
  close(): Promise<void>
}

const root = resolve(import.meta.dirname, '../../..')
const environment = (home: string) => ({
  ...(process.env as Record<string, string>),
  HOME: home,
  USERPROFILE: home,
  XDG_CONFIG_HOME: join(home, '.config'),
  LANG: 'en_GB.UTF-8',
})

function watch(page: Page, requests: string[], errors: string[]): void {
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
}

export const launch = (host: HostOptions['host'], options: LaunchOptions): Promise<Application> =>
  host === 'electron' ? launchElectron(options) : launchBrowser(options)

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function launchBrowser(options: LaunchOptions): Promise<Application> {
  const args = [join(root, 'out/main/serve.js'), '--no-open', ...(options.workspace ? ['--workspace', options.workspace] : [])]
  const server = spawn(process.execPath, args, { env: environment(options.home), stdio: ['pipe', 'pipe', 'pipe'] })
  let complaints = ''
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const lines = createInterface({ input: server.stdout })
  const address = await Promise.race([
    (async () => {
      for await (const line of lines) {
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)
        if (found) return found[0]
      }
      return undefined
    })(),
    once(server, 'exit').then(() => undefined),
  ])
  if (!address) throw new Error(`The browser host printed no address.\n${complaints}`)

  const browser: Browser = await chromium.launch(await browserExecutable())
  const requests: string[] = []
  const errors: string[] = []
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Asia/Almaty',
  })
  const page = await context.newPage()
  watch(page, requests, errors)
  await page.goto(address)
  const { origin } = new URL(address)
  return {
    page,
    requests,
    errors,
    origin,
    async secondWindow(target) {
      const { value } = (await page.evaluate((to) => {
        const { host } = window as unknown as { host: { call(method: string, input: unknown): Promise<{ value: { url: string } }> } }
        return host.call('windows.open', { address: to })
      }, target)) as { value: { url: string } }
      const second = await context.newPage()
      watch(second, requests, errors)
      await second.goto(value.url)
      return second
    },
    async answerDialog(open, folderName) {
      await open()
      const dialog = page.getByRole('dialog', { name: /folder/i })
      await dialog.getByRole('option', { name: 'Home', exact: true }).dblclick()
      await dialog.getByRole('option', { name: folderName, exact: true }).click()
      await dialog.getByRole('button', { name: /choose|use this folder/i }).click()
    },
    async kill() {
      server.kill('SIGKILL')
      await ended(server)
    },
    async close() {
      await browser.close()
      server.kill('SIGTERM')
      await ended(server)
    },
  }
}

async function launchElectron(options: LaunchOptions): Promise<Application> {
  const app: ElectronApplication = await _electron.launch({
    args: [
      root,
      '--disable-gpu',
      `--user-data-dir=${join(options.home, 'app-data')}`,
      ...(options.workspace ? ['--workspace', options.workspace] : []),
    ],
    env: environment(options.home),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    timezoneId: 'Asia/Almaty',
  })
  const requests: string[] = []
  const errors: string[] = []
  app.on('window', (window) => watch(window, requests, errors))
  const page = await app.firstWindow()
  watch(page, requests, errors)
  const { width, height } = options.viewport ?? { width: 1280, height: 800 }
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  return {
    page,
    requests,
    errors,
    origin: 'app://rapporteur',
    async secondWindow(target) {
      const opened = app.waitForEvent('window')
      await page.evaluate((to) => {
        const { host } = window as unknown as { host: { call(method: string, input: unknown): Promise<unknown> } }
        return host.call('windows.open', { address: to })
      }, target)
      return opened
    },
    async answerDialog(open, folderName) {
      await app.evaluate(
        ({ dialog }, folder) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
        },
        join(options.home, folderName),
      )
      await open()
    },
    async kill() {
      const child = app.process()
      child.kill('SIGKILL')
      await ended(child)
    },
    async close() {
      await app.close()
    },
  }
}
