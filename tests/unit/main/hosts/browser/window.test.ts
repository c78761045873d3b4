/** Finding a browser, handing the address over, and what the system is asked to open. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchPage, writeLaunchFile } from '../../../../../src/main/hosts/browser/app-window.ts'
import { createBrowserDesktop, openCommand, revealCommand } from '../../../../../src/main/hosts/browser/desktop.ts'
import { browserCandidates, findBrowser, windowObstacle } from '../../../../../src/main/hosts/browser/find-browser.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-window-'))
})
afterEach(() => rm(folder, { recursive: true }))

const linux = (env: Record<string, string>) => ({ platform: 'linux', env, home: '/home/a' }) as const

describe('a browser', () => {
  it('is looked for where each system installs it', () => {
    const windows = browserCandidates({
      platform: 'win32',
      env: { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
      home: '',
    })
    expect(windows[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
    expect(windows.at(-1)).toBe('C:\\Users\\a\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe')
    expect(browserCandidates({ platform: 'darwin', env: {}, home: '/Users/a' })).toContain(
      '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(browserCandidates(linux({ PATH: '/usr/bin:relative' }))).toEqual([
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/chromium',
      '/snap/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/microsoft-edge',
      '/usr/bin/microsoft-edge-stable',
    ])
  })

  it('is the first that can be run', async () => {
    await writeFile(join(folder, 'chromium'), '', { mode: 0o644 })
    await writeFile(join(folder, 'microsoft-edge'), '', { mode: 0o755 })
    const found = await findBrowser(linux({ PATH: folder }))
    // a machine that has the snap has it first
    expect([join(folder, 'microsoft-edge'), '/snap/bin/chromium']).toContain(found)
    expect(await findBrowser(linux({ RAPPORTEUR_BROWSER: join(folder, 'none') }))).toBeUndefined()
  })

  it('is not opened without a display, or as root, where it would have no sandbox', () => {
    expect(windowObstacle(linux({}), 1000)).toContain('no display')
    expect(windowObstacle(linux({ DISPLAY: ':0' }), 0)).toContain('sandbox')
    expect(windowObstacle(linux({ WAYLAND_DISPLAY: 'wayland-0' }), 1000)).toBeUndefined()
    expect(windowObstacle({ platform: 'win32', env: {}, home: '' }, undefined)).toBeUndefined()
  })
})

describe('the launch file', () => {
  const address = 'http://127.0.0.1:4000/#token=abc'

  it.skipIf(process.platform === 'win32')('can be read by this user only', async () => {
    const file = await writeLaunchFile(folder, address)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('does not follow what somebody has put in its place', async () => {
    await writeFile(join(folder, 'open.html'), 'theirs')
    await expect(writeLaunchFile(folder, address)).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('leads to the address and runs no script', () => {
    expect(launchPage(address)).toContain(`content="0;url=${address}"`)
    expect(launchPage(address)).toContain("default-src 'none'")
    expect(launchPage('http://127.0.0.1/"><script>')).not.toContain('<script>')
  })
})

describe('the system is asked', () => {
  const machine = (platform: NodeJS.Platform) => ({ platform, env: {}, home: '' })

  it('to show a folder and to open an address by arguments of their own', () => {
    expect(revealCommand(machine('linux'), '/a; rm -rf b')).toEqual({ program: 'xdg-open', args: ['/a; rm -rf b'] })
    expect(revealCommand(machine('darwin'), '/a/X.app').args).toEqual(['-R', '/a/X.app'])
    expect(openCommand(machine('win32'), 'https://example.org/?a=1&b=2').args).toEqual([
      'url.dll,FileProtocolHandler',
      'https://example.org/?a=1&b=2',
    ])
  })

  const desktop = createBrowserDesktop({
    machine: machine('linux'),
    newAddress: (place) => `http://127.0.0.1:1${place}#token=t`,
    flushWindows: () => Promise.resolve({ unsaved: [], silent: 0 }),
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://example.org/',
    'https://user:word@example.org/',
    'smb://server/share',
    '-x',
    '',
  ])('never to open %j', async (url) => {
    await expect(desktop.openExternal(url, 'window')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('nothing where there is no display, and says so', async () => {
    await expect(desktop.openExternal('https://example.org/', 'window')).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    await expect(desktop.reveal('/a')).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect(desktop.capabilities.reveal).toBe(false)
  })

  it('for no second window: the page opens the address itself', async () => {
    expect(await desktop.openWindow('/meetings/1')).toBe('http://127.0.0.1:1/meetings/1#token=t')
  })
})
