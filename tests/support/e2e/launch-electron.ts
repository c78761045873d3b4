/** The Electron host, sandbox on, as `npm start` opens it. */
import { join } from 'node:path'
import { _electron } from '@playwright/test'
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
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
    },
    options.viewport ?? { width: 1280, height: 800 },
  )
  let killed = false
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
    async kill() {
      killed = true
      child.kill('SIGKILL')
      await ended(child)
    },
    async close() {
      if (!killed) await app.close()
    },
  }
}
