/**
 * The application behind Electron's bridge: the built main process, preload and sandboxed page of a real Electron.
 * It runs where an executable is named (`ELECTRON_OVERRIDE_DIST_PATH`), after `npm run build`; each test starts its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { describe } from 'vitest'
import type { EventEnvelope, Host, Reply } from '../../src/shared/transport.ts'
import { describeAppContract, type Window } from './app-contract.ts'

const root = resolve(import.meta.dirname, '../..')

async function windowOf(page: Page): Promise<Window> {
  const listeners = new Set<(event: EventEnvelope) => void>()
  await page.exposeFunction('heard', (event: EventEnvelope) => {
    for (const listener of listeners) listener(event)
  })
  await page.evaluate(() => {
    const { host, heard } = window as unknown as { host: Host; heard: (event: EventEnvelope) => void }
    host.listen((event) => {
      heard(event)
      // as a page does that has nothing pending
      if (event.name === 'windows.closing') void host.call('windows.flushed', { unsaved: [] })
    })
  })
  return {
    call: (method, input) =>
      page.evaluate(
        ([name, json]) =>
          (window as unknown as { host: Host }).host.call(name, json === undefined ? undefined : JSON.parse(json)) as Promise<Reply>,
        [method, JSON.stringify(input)] as [string, string | undefined],
      ),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await page.close()
    },
  }
}

describe.skipIf(!process.env['ELECTRON_OVERRIDE_DIST_PATH'])('in a real Electron', { timeout: 120_000 }, () => {
  describeAppContract('over Electron’s bridge', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-electron-'))
    const app = await _electron.launch({ args: [root, '--disable-gpu', `--user-data-dir=${join(folder, 'app-data')}`] })
    const blank = async (page: Page) => {
      await page.waitForLoadState()
      // the bridge without the interface, which has calls of its own to make
      const loaded = page.waitForEvent('load')
      await app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]
        // a missing file is an error to Electron, and its page is what is wanted
        window?.loadURL('app://rapporteur/blank.txt').catch(() => undefined)
      })
      await loaded
      return windowOf(page)
    }
    return {
      ...(await blank(await app.firstWindow())),
      leavesOutProto: true,
      async answerFolder(answer) {
        await app.evaluate(({ dialog }, path) => {
          dialog.showOpenDialog = () =>
            Promise.resolve(path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] })
        }, answer)
      },
      async secondClient() {
        const opened = app.waitForEvent('window')
        const first = app.windows()[0]
        await first?.evaluate(() => (window as unknown as { host: Host }).host.call('windows.open', { address: '/settings' }))
        return blank(await opened)
      },
      async close() {
        // at once: no page is there that would say that nothing is pending
        const ended = new Promise((done) => app.process().once('exit', done))
        await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined)
        await ended
        await rm(folder, { recursive: true, force: true })
      },
    }
  })
})
