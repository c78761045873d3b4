/**
 * The Electron host's own controls, in a real Electron: what a page that has been taken over would try. Each has its
 * line in docs/security.md.
 */
import { join, resolve } from 'node:path'
import { readFile } from 'node:fs/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { contentSecurityPolicy } from '../../src/main/hosts/csp.ts'
import type { Host } from '../../src/shared/transport.ts'
import { expect, test } from '../support/e2e/fixtures.ts'

const root = resolve(import.meta.dirname, '../..')

let app: ElectronApplication
let page: Page
let appData: string

async function launch(): Promise<void> {
  const env = { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8' }
  app = await _electron.launch({ args: [root, '--disable-gpu', `--user-data-dir=${appData}`], env })
  page = await app.firstWindow()
  await page.waitForLoadState()
}

test.describe('the Electron host', () => {
  test.skip(({ host }) => host !== 'electron', 'controls of the Electron host')

  test.beforeEach(async ({ home }) => {
    appData = join(home, 'app-data')
    await launch()
  })
  test.afterEach(() => app.close())

  const log = () => readFile(join(appData, 'logs', 'rapporteur.log'), 'utf8')

  test('gives the page a sandbox, a world of its own and two verbs', async () => {
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
      host: Object.keys((window as unknown as { host: object }).host),
      frozen: Object.isFrozen((window as unknown as { host: object }).host),
    }))
    expect(seen).toEqual({ globals: [], host: ['call', 'listen'], frozen: true })
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    })
    const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
    // Linux says whether the process really runs under a filter of system calls
    if (process.platform === 'linux') expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/Seccomp:\s*2/)
  })

  test('serves the page with the policy and a nonce of its own', async () => {
    const answer = await page.evaluate(async () => {
      const response = await fetch('/today')
      const { headers } = response
      const nonce = /csp-nonce" content="([^"]+)"/.exec(await response.text())?.[1]
      return {
        nonce,
        policy: headers.get('content-security-policy'),
        sniff: headers.get('x-content-type-options'),
        cache: headers.get('cache-control'),
      }
    })
    expect(answer.policy).toBe(contentSecurityPolicy(answer.nonce ?? ''))
    expect(answer).toMatchObject({ sniff: 'nosniff', cache: 'no-store' })
    expect(await page.evaluate(async () => (await fetch('/today', { method: 'POST', body: 'x' })).status)).toBe(405)
    const elsewhere = await app.evaluate(async ({ session }) => (await session.defaultSession.fetch('app://elsewhere/today')).status)
    expect(elsewhere).toBe(403)
    for (const path of ['/../package.json', '/assets/../../main/index.js', '/%2e%2e/package.json']) {
      expect(await page.evaluate(async (to) => (await fetch(to)).text(), path)).not.toContain('"dependencies"')
    }
  })

  test('does not let the page leave, nor open anything', async () => {
    const here = page.url()
    for (const target of [
      'https://example.org/',
      'http://127.0.0.1:9/',
      'app://rapporteur/elsewhere',
      'app://elsewhere/',
      'file:///etc/passwd',
    ]) {
      await page.evaluate((to) => location.assign(to), target)
      await expect.poll(async () => page.evaluate(() => document.readyState)).toBe('complete')
      expect(page.url()).toBe(here)
    }
    const opened = await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      return ['https://example.org/', 'about:blank', 'app://rapporteur/today'].map((url) => open(url) === null)
    })
    expect(opened).toEqual([true, true, true])
    await expect.poll(log).toMatch(/"what":"window"/)
    expect(await log()).toMatch(/"what":"navigation"/)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await page.reload()
    expect(await page.evaluate(() => typeof (window as unknown as { host?: unknown }).host)).toBe('object')
  })

  test('stops every request that would leave the machine, from the main process too', async () => {
    const outcome = await app.evaluate(async ({ session }) => {
      const urls = ['https://example.org/', 'http://127.0.0.1:9/']
      return Promise.all(urls.map((url) => session.defaultSession.fetch(url).then(() => 'fetched', String)))
    })
    expect(outcome.every((each) => each.includes('ERR_BLOCKED_BY_CLIENT'))).toBe(true)
    expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'fetched', String))).not.toBe('fetched')
    await expect.poll(log).toMatch(/would have left the machine/)
  })

  test('grants no permission and takes no download', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as PermissionName[]
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.txt'
      link.click()
    })
    await expect.poll(log).toMatch(/A download was refused/)
  })

  test('answers no window but its own', async () => {
    const reply = await app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await stranger.loadURL('app://rapporteur/today')
        const answer = (await stranger.webContents.executeJavaScript('window.host.call("app.state", {})')) as unknown
        stranger.destroy()
        return answer
      },
      join(root, 'out/preload/electron.cjs'),
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'DISCONNECTED' } })
    expect(await log()).toMatch(/A message was refused/)
  })

  test('finds its windows again, each at its address', async () => {
    const opened = app.waitForEvent('window')
    await page.evaluate(() => (window as unknown as { host: Host }).host.call('windows.open', { address: '/settings' }))
    const second = await opened
    await second.waitForLoadState()
    const addresses = () => app.windows().map((window) => window.url())
    const before = addresses().toSorted()
    expect(before).toContain('app://rapporteur/settings')
    await app.close()
    await launch()
    await expect.poll(() => addresses().toSorted()).toEqual(before)
  })

  /** Answers every question of the host by `button` from now on; `asked` tells what was asked. */
  async function answerQuestions(button: string) {
    await app.evaluate(({ dialog }, label) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = (...given: unknown[]) => {
        const { message, detail, buttons = [] } = given.at(-1) as Record<'message' | 'detail', string> & { buttons?: string[] }
        asked.push(`${message} ${detail}`)
        return Promise.resolve({ response: buttons.indexOf(label), checkboxChecked: false })
      }
    }, button)
    return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  }

  test('opens an address outside only when the person, who sees it, agrees', async () => {
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = (url) => Promise.resolve(void opened.push(url))
    })
    const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    const address = 'https://example.org/?text=taken'
    const ask = () =>
      page.evaluate((url) => (window as unknown as { host: Host }).host.call('host.openExternal', { url }), address) as Promise<unknown>
    const refused = await answerQuestions('Cancel')
    expect(await ask()).toMatchObject({ ok: true })
    expect(await refused()).toEqual([`Open this address outside Rapporteur? ${address}`])
    expect(await opened()).toEqual([])
    await answerQuestions('Open')
    await ask()
    expect(await opened()).toEqual([address])
  })

  /** A page in the first window that cannot save something. */
  async function unsavedPage(): Promise<void> {
    const loaded = page.waitForEvent('load')
    const window = await app.browserWindow(page)
    // a missing file is an error to Electron, and its page is what is wanted
    await window.evaluate((own) => void own.loadURL('app://rapporteur/blank.txt').catch(() => undefined))
    await loaded
    await page.evaluate(() => {
      const { host } = window as unknown as { host: Host }
      const unsaved = [{ id: 'x', title: 'Minutes', reason: 'conflict' }]
      host.listen((event) => event.name === 'windows.closing' && void host.call('windows.flushed', { unsaved }))
    })
  }
  const question = 'A record is not saved. Minutes – changed elsewhere too: choose what stands'
  const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

  test('asks before it closes a window with what could not be saved', async () => {
    const opened = app.waitForEvent('window')
    await page.evaluate(() => (window as unknown as { host: Host }).host.call('windows.open', { address: '/settings' }))
    await (await opened).waitForLoadState()
    await unsavedPage()
    const window = await app.browserWindow(page)
    const close = () => window.evaluate((own) => own.close())
    const asked = await answerQuestions('Stay')
    await close()
    await expect.poll(asked).toEqual([question])
    expect(await count()).toBe(2)
    const again = await answerQuestions('Close anyway')
    await close()
    await expect.poll(again).toEqual([question])
    await expect.poll(count).toBe(1)
  })

  test('asks before it quits, and then closes no window', async () => {
    await unsavedPage()
    const asked = await answerQuestions('Stay')
    await app.evaluate(({ app: electron }) => electron.quit())
    await expect.poll(asked).toEqual([question])
    expect(await count()).toBe(1)
    await answerQuestions('Close anyway')
  })

  test('sends the menu’s commands to the window in front', async () => {
    await page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(window, { heard })
      ;(window as unknown as { host: Host }).host.listen((event) => heard.push(event))
    })
    await app.evaluate(({ BrowserWindow, Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('help.shortcuts')?.click(undefined, BrowserWindow.getAllWindows()[0])
    })
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
      .toContainEqual({ name: 'app.command', payload: { command: 'help.shortcuts' } })
  })
})
