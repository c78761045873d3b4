import {
  dialog,
  nativeImage,
  shell,
  type BrowserWindow,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import type { Desktop, FlushReport } from '../../desktop.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../rpc/log.ts'
import { createConfirmProgram } from './confirm-program.ts'
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

/** What hangs at the pointer: a sheet of paper, 16 pixels square, BGRA. A drag without a picture is refused. */
const DRAGGED = Buffer.alloc(16 * 16 * 4, 0xdd)

interface Question {
  readonly type: 'question' | 'warning'
  readonly message: string
  readonly detail: string
  readonly open: string
  readonly cancel: string
}

export function createElectronDesktop(options: ElectronDesktopOptions): Desktop {
  const { windowOf, openWindow, flushWindows, texts, log } = options
  const askIn = async (client: string, { type, message, detail, open, cancel }: Question) => {
    const box: MessageBoxOptions = {
      type,
      title: 'Rapporteur',
      message,
      detail,
      buttons: [open, cancel],
      // Enter, pressed for something else, opens nothing
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }
    const window = windowOf(client)
    const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box))
    return response === 0 ? 'open' : 'cancel'
  }
  const ask = async (address: string, client: string) => {
    const { message, open, cancel } = texts().outside
    return (await askIn(client, { type: 'question', message, detail: address, open, cancel })) === 'open'
  }
  return {
    kind: 'electron',
    capabilities: { folderDialog: 'native', menu: true, reveal: true, windows: 'host', outside: 'host', files: 'host' },
    async chooseFolder(purpose, client) {
      const { title, button } = texts().folder[purpose]
      const options = { title, buttonLabel: button, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] as const }
      const window = windowOf(client)
      const mutable = { ...options, properties: [...options.properties] }
      const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, mutable) : await dialog.showOpenDialog(mutable)
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseArchive(client) {
      const { title, button, kind } = texts().archive
      const options: OpenDialogOptions = {
        title,
        buttonLabel: button,
        properties: ['openFile'],
        filters: [{ name: kind, extensions: ['zip'] }],
      }
      const window = windowOf(client)
      const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async chooseFiles(client) {
      const { title, button } = texts().addFiles
      const options: OpenDialogOptions = { title, buttonLabel: button, properties: ['openFile', 'multiSelections'] }
      const window = windowOf(client)
      const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return canceled ? [] : filePaths
    },
    async chooseSavePlace(name, client) {
      const { title, button } = texts().saveFile
      const options: SaveDialogOptions = {
        title,
        buttonLabel: button,
        defaultPath: name,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      }
      const window = windowOf(client)
      const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      return canceled || !filePath ? null : filePath
    },
    confirmProgram: createConfirmProgram({
      ask: async (name, client) => {
        const { message, detail, open, cancel } = texts().program
        return (await askIn(client, { message: message(name), detail, open, cancel, type: 'warning' })) === 'open'
      },
      log,
    }),
    async openFile(path) {
      const problem = await shell.openPath(path)
      if (problem === '') return
      log.info({ message: 'A file was not opened by the system.', problem: problem.slice(0, 200) })
      throw new AppError('UNSUPPORTED', 'The system has no program for this file. Nothing was opened; save a copy instead.')
    },
    async startDrag(path, client) {
      windowOf(client)?.webContents.startDrag({ file: path, icon: nativeImage.createFromBitmap(DRAGGED, { width: 16, height: 16 }) })
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
