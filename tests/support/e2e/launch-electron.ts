/** The Electron host, sandbox on, as `npm start` opens it. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { _electron, expect } from '@playwright/test'
import type { Host } from '../../../src/shared/transport.ts'
import { ended, environment, root, settingsFolder, watch, type Application, type LaunchOptions } from './application.ts'

export async function launchElectron(options: LaunchOptions): Promise<Application> {
  const app = await _electron.launch({
    args: [
      root,
      '--disable-gpu',
      `--user-data-dir=${settingsFolder(options.home)}`,
      ...(options.workspace ? [`--workspace=${options.workspace}`] : []),
    ],
    chromiumSandbox: true,
    env: environment(options.home),
    colorScheme: options.colorScheme ?? 'light',
    timezoneId: 'Asia/Almaty',
  })
  const child = app.process()
  const watched = watch(app.context())
  const page = await app.firstWindow()
  await page.waitForLoadState()
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
    },
    options.viewport ?? { width: 1280, height: 800 },
  )
  let over = false
  return {
    page,
    ...watched,
    origin: 'app://rapporteur',
    windows: () => app.windows(),
    async secondWindow(target) {
      const opened = app.waitForEvent('window')
      await page.evaluate((to) => (window as unknown as { host: Host }).host.call('windows.open', { address: to }), target)
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
    async answerFiles(open, paths) {
      await app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
        },
        [...paths],
      )
      await open()
    },
    async savedFile(save) {
      // each its own, so that a file of before is not read for this one
      const saved = await mkdtemp(join(options.home, 'saved-'))
      const asked = await app.evaluateHandle(({ dialog }, folder) => {
        // the options come last, behind the window they belong to
        const places = new Promise<string>((resolve) => {
          dialog.showSaveDialog = (...given: unknown[]) => {
            const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
            resolve(defaultPath)
            return Promise.resolve({ canceled: false, filePath: `${folder}/${defaultPath}` })
          }
        })
        return { places }
      }, saved)
      await save()
      const name = await asked.evaluate(({ places }) => places)
      const read = () => readFile(join(saved, name), 'utf8').catch(() => '')
      await expect.poll(read).not.toBe('')
      return { name, text: await read() }
    },
    async draggedFile(row) {
      const asked = await app.evaluateHandle(({ BrowserWindow }) => {
        const files = new Promise<string>((resolve) => {
          for (const { webContents } of BrowserWindow.getAllWindows())
            webContents.startDrag = ({ file, icon }) => {
              if (icon instanceof Object && !icon.isEmpty()) resolve(file)
            }
        })
        return { files }
      })
      await row.dispatchEvent('dragstart', { dataTransfer: await page.evaluateHandle(() => new DataTransfer()) })
      const file = await asked.evaluate(({ files }) => files)
      return { name: basename(file), text: await readFile(file, 'utf8') }
    },
    async declineOutside(follow) {
      const asked = await app.evaluateHandle(({ dialog }) => {
        // the box comes last, behind the window it belongs to
        const boxes = new Promise<string>((resolve) => {
          dialog.showMessageBox = (...given: unknown[]) => {
            const { message, detail = '', cancelId = -1 } = given.at(-1) as { message: string; detail?: string; cancelId?: number }
            resolve(`${message}\n${detail}`)
            return Promise.resolve({ response: cancelId, checkboxChecked: false })
          }
        })
        return { boxes }
      })
      await follow()
      return asked.evaluate(({ boxes }) => boxes)
    },
    async kill() {
      over = true
      child.kill('SIGKILL')
      await ended(child)
    },
    async close() {
      if (over) return
      over = true
      // what a test has left unsaved goes: the last button of every question
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = (...given: unknown[]) => {
          const { buttons = [] } = given.at(-1) as { buttons?: string[] }
          return Promise.resolve({ response: buttons.length - 1, checkboxChecked: false })
        }
      })
      await app.close()
    },
  }
}
