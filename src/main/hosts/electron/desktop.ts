import { dialog, shell, type BrowserWindow } from 'electron'
import type { Desktop } from '../../desktop.ts'
import { AppError } from '../../../shared/errors.ts'
import { externalAddress } from '../external-address.ts'
import { isPlace } from './policy.ts'
import type { Texts } from './texts.ts'

export interface ElectronDesktopOptions {
  readonly windowOf: (client: string) => BrowserWindow | undefined
  readonly openWindow: (address: string) => void
  readonly texts: () => Texts
}

export function createElectronDesktop({ windowOf, openWindow, texts }: ElectronDesktopOptions): Desktop {
  return {
    kind: 'electron',
    capabilities: { folderDialog: 'native', menu: true, reveal: true, windows: 'host' },
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
    async openExternal(url) {
      await shell.openExternal(externalAddress(url))
    },
    async openWindow(address) {
      if (!isPlace(address)) throw new AppError('INVALID_INPUT', 'That is no address in the application. No window was opened.')
      openWindow(address)
      return null
    },
  }
}
