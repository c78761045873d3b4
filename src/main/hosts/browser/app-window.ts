/**
 * An application window of an installed browser, with a profile of its own that is removed at the end. The address with
 * its token is handed over in a file that only this user can read: command lines are readable by every user.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { browserFolder } from './find-browser.ts'

export interface AppWindow {
  /** Settles when the browser has ended, with what it ended with. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaints: string }>
  /** Ends the browser if it still runs and removes its profile. */
  dispose(): Promise<void>
}

/** Nothing of the browser itself may reach for the network. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--no-pings',
  // whatever is left goes to a proxy that is not there; loopback is never sent to one
  '--proxy-server=http://127.0.0.1:9',
]

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The page that takes the browser to `address`. Its mode keeps other users out, its policy keeps scripts out. */
export const launchPage = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">` +
  `<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${escapeHtml(address)}"><title>Rapporteur</title>\n`

export async function writeLaunchFile(folder: string, address: string): Promise<string> {
  const file = join(folder, 'open.html')
  await writeFile(file, launchPage(address), { mode: 0o600, flag: 'wx' })
  return file
}

export async function openAppWindow(executable: string, address: string): Promise<AppWindow> {
  const parent = browserFolder(executable, homedir(), tmpdir())
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'rapporteur-'))
  const file = await writeLaunchFile(folder, address)
  const args = [`--app=${pathToFileURL(file).href}`, `--user-data-dir=${join(folder, 'profile')}`, '--window-size=1280,800', ...quiet]
  // of its own process group: Ctrl+C in the terminal is for the host, which closes the window in order
  const child = spawn(executable, args, { detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-2_000)))
  const ended = new Promise<{ code: number | null; complaints: string }>((resolve) => {
    child.once('error', (error) => resolve({ code: null, complaints: error.message }))
    child.once('exit', (code) => resolve({ code, complaints }))
  })
  return {
    ended,
    async dispose() {
      stop(child)
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') child.kill()
  // the group, since an installed browser is often started by a script
  else process.kill(-child.pid, 'SIGTERM')
}
