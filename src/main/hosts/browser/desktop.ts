/** What the operating system does for the browser host: its own openers, started with arguments and never through a shell. */
import type { Desktop, FlushReport } from '../../desktop.ts'
import { AppError } from '../../../shared/errors.ts'
import { externalAddress } from '../external-address.ts'
import type { Machine } from './find-browser.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

const systemFile = (env: Machine['env'], name: string) => `${env['SystemRoot'] ?? 'C:\\Windows'}\\${name}`

/** Shows the folder in the system's file manager; on Windows and macOS selected in its parent, so that nothing is run. */
export function revealCommand({ platform, env }: Machine, folder: string): Command {
  if (platform === 'win32') return { program: systemFile(env, 'explorer.exe'), args: [`/select,${folder}`] }
  return platform === 'darwin' ? { program: '/usr/bin/open', args: ['-R', folder] } : { program: 'xdg-open', args: [folder] }
}

export function openCommand({ platform, env }: Machine, url: string): Command {
  if (platform === 'win32') return { program: systemFile(env, 'System32\\rundll32.exe'), args: ['url.dll,FileProtocolHandler', url] }
  return platform === 'darwin' ? { program: '/usr/bin/open', args: [url] } : { program: 'xdg-open', args: [url] }
}

async function run({ program, args }: Command): Promise<void> {
  // not many ask for it, and it takes a while to load
  const { spawn } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => {
      reject(new AppError('UNSUPPORTED', `The system's ${program} could not be started. Nothing was opened; nothing was changed.`))
    })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

export interface BrowserDesktopOptions {
  readonly machine: Machine
  /** An address of the application with a fresh token. */
  readonly newAddress: (place: string) => string
  readonly flushWindows: () => Promise<FlushReport>
}

const hasDisplay = ({ platform, env }: Machine) => platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

export function createBrowserDesktop({ machine, newAddress, flushWindows }: BrowserDesktopOptions): Desktop {
  const display = hasDisplay(machine)
  const needDisplay = () => {
    if (!display) throw new AppError('UNSUPPORTED', 'This machine has no display to open that on. Nothing was changed.')
  }
  const byPage = async () => {
    throw new AppError('UNSUPPORTED', 'In the browser files are chosen, opened and saved in the page.')
  }
  return {
    kind: 'browser',
    capabilities: { folderDialog: 'page', menu: false, reveal: display, windows: 'page', outside: 'page', files: 'page' },
    async chooseFolder() {
      throw new AppError('UNSUPPORTED', 'In the browser folders are chosen in the page.')
    },
    chooseArchive: byPage,
    chooseFiles: byPage,
    chooseSavePlace: byPage,
    confirmProgram: byPage,
    openFile: byPage,
    startDrag: byPage,
    async reveal(folder) {
      needDisplay()
      await run(revealCommand(machine, folder))
    },
    async openExternal(url) {
      const address = externalAddress(url)
      needDisplay()
      await run(openCommand(machine, address))
    },
    async openWindow(address) {
      return newAddress(address)
    },
    flushWindows,
  }
}
