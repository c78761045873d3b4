import { dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { Desktop, FlushReport } from '../../desktop.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../rpc/log.ts'
import { createOpenOutside } from './outside.ts'
import { isPlace } from './policy.ts'
import type { Texts } from './texts.ts'

export interface ElectronDesktopOptions {
  readonly windowOf: (client: string) => BrowserWindow | undefined
  readonly openWindow: (address: string) => void
  readonly flushWindows: () => Promise<FlushReport>
  readonly texts: () => Texts
  readonly log: Log
}

export function createElectronDesktop(options: ElectronDesktopOptions): Desktop {
  const { windowOf, openWindow, flushWindows, texts, log } = options
  const ask = async (address: string, client: string) => {
    const { message, open, cancel } = texts().outside
    const box: MessageBoxOptions = {
      type: 'question',
      title: 'Rapporteur',
      message,
      detail: address,
      buttons: [open, cancel],
      // Enter, pressed for something else, opens nothing
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }
    const window = windowOf(client)
    const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))
    return response === 0
  }
  return {
    kind: 'electron',
    capabilities: { folderDialog: 'native', menu: true, reveal: true, windows: 'host', outside: 'host' },
    async chooseFolder(purpose, client) {
      const { title, button } = texts().folder[purpose]
      const options = { title, buttonLabel: button, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] as const }
      const window = windowOf(client)
      const mutable = { ...options, properties: [...options.properties] }
      const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, mutable) : await dialog.showOpenDialog(mutable)
      return canceled ? null : (filePaths[0] ?? null)
    },
    async reveal(folder) {
      // shows it in its parent: opening it would run a folder that is a program (macOS bundles)
      shell.showItemInFolder(folder)
    },
    openExternal: createOpenOutside({ ask, open: (address) => shell.openExternal(address), log }),
    async openWindow(address) {
      if (!isPlace(address)) throw new AppError('INVALID_INPUT', 'That is no address in the application. No window was opened.')
      openWindow(address)
      return null
    },
    flushWindows,
  }
}
