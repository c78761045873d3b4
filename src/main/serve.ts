/** Composition root of the browser host: the application in plain Node, its window in an installed browser. */
import { homedir } from 'node:os'
import { v7 as newId } from 'uuid'
import type { UnsavedRecord } from '../shared/contract/app.ts'
import { createApp } from './app.ts'
import { appDataFolder } from './hosts/app-data-folder.ts'
import { createBrowserDesktop } from './hosts/browser/desktop.ts'
import { browserFlags } from './hosts/browser/flags.ts'
import { openAppWindow, type AppWindow } from './hosts/browser/app-window.ts'
import { findBrowser, windowObstacle, type Machine } from './hosts/browser/find-browser.ts'
import { serveBrowser, type BrowserServer } from './hosts/browser/server.ts'
import { readInstallation } from './hosts/installation.ts'
import { createLog } from './hosts/log-file.ts'
import { RendererFiles } from './hosts/renderer-files.ts'
import { nodeTimer } from './services/timer.ts'

/** macOS keeps a browser running without windows: then the last window's going tells, after a reload had its time. */
const WINDOWLESS_MS = 10_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

const notSaved = (unsaved: readonly UnsavedRecord[]) => `Not saved: ${unsaved.map(({ title }) => `“${title}”`).join(', ')}.`

async function serve(argv: readonly string[]): Promise<void> {
  const parsed = browserFlags(argv)
  if ('problem' in parsed) {
    complain(parsed.problem)
    process.exitCode = 2
    return
  }
  const { workspaceDir, port, open, userDataDir } = parsed.flags
  const machine: Machine = { platform: process.platform, env: process.env, home: homedir() }
  const appDataDir = userDataDir ?? appDataFolder(machine)
  const log = createLog(appDataDir, Date.now)
  const { version, rendererFolder } = await readInstallation(import.meta.dirname)
  const files = await RendererFiles.read(rendererFolder, '<script src="/browser-host.js"></script>')

  let server: BrowserServer | undefined
  let window: AppWindow | undefined
  let windowless: NodeJS.Timeout | undefined
  let everConnected = false
  const opened = () => {
    if (!server) throw new Error('A window was asked for before the port was open.')
    return server
  }
  const newAddress = (place?: string) => opened().newAddress(place)
  const printAddress = () => say(`Rapporteur is at ${newAddress()}`)

  const desktop = createBrowserDesktop({ machine, newAddress, flushWindows: () => opened().flushWindows() })
  const app = await createApp({
    ...(workspaceDir ? { workspaceDir } : {}),
    appDataDir,
    desktop,
    clock: Date.now,
    timer: nodeTimer,
    newId,
    version,
    log,
  })

  let closing: Promise<void> | undefined
  const close = () => (closing ??= closeAll())
  const closeAll = async () => {
    clearTimeout(windowless)
    process.stdin.destroy()
    const report = await server?.close()
    if (report && report.unsaved.length > 0) complain(`${notSaved(report.unsaved)} What was saved before is kept.`)
    await app.close()
    await window?.dispose()
  }
  let warned = false
  // whoever sits at the terminal may still put it right; who ends the process in another way is not kept waiting
  const interrupt = async () => {
    const { unsaved } = server && !warned && !closing ? await server.flushWindows() : { unsaved: [] }
    if (unsaved.length === 0) return close()
    warned = true
    complain(`${notSaved(unsaved)} Settle it in its window, or press Ctrl+C again to end all the same.`)
  }
  const onCount = (connected: number) => {
    everConnected ||= connected > 0
    clearTimeout(windowless)
    if (connected === 0 && window && machine.platform === 'darwin') windowless = setTimeout(() => void close(), WINDOWLESS_MS)
  }

  try {
    server = await serveBrowser({ app, files, port, clock: Date.now, newId, log, onCount })
  } catch (error) {
    await app.close()
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken) throw error
    complain(`Port ${port} is taken by another program. Choose another one, or leave --port out for a free one.`)
    process.exitCode = 1
    return
  }

  const failed = (error: unknown) =>
    log.error({ message: 'The application did not end cleanly.', stack: error instanceof Error ? error.stack : String(error) })
  process.on('SIGINT', () => void interrupt().catch(failed))
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close().catch(failed))
  process.stdin.on('data', (typed: Buffer) => {
    if (typed.includes('\n')) printAddress()
  })
  process.stdin.on('error', (error) => log.info({ message: 'The terminal cannot be read.', reason: error.message }))

  const obstacle = open ? windowObstacle(machine, process.getuid?.()) : undefined
  const browser = open && !obstacle ? await findBrowser(machine) : undefined
  if (!browser) {
    if (open) complain(`No window was opened: ${obstacle ?? 'no Chrome, Chromium or Edge was found'}.`)
    printAddress()
    return
  }
  window = await openAppWindow(browser, newAddress())
  say('Rapporteur is open in its window. Enter prints an address for another browser, Ctrl+C ends it.')
  const { code, complaints } = await window.ended
  if (everConnected || closing) {
    await close()
    return
  }
  log.info({ message: 'The browser ended before the window was open.', code, complaints })
  complain(`The browser ${browser} ended before the window was open (exit code ${code}).`)
  printAddress()
}

void serve(process.argv.slice(2)).catch((error: unknown) => {
  complain(`Rapporteur could not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
