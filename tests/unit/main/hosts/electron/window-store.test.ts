import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeWindow, WindowStore, type SavedWindows } from '../../../../../src/main/hosts/electron/window-store.ts'
import type { LogEntry } from '../../../../../src/main/rpc/log.ts'

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 984 },
]

describe('a window is placed', () => {
  it('where it was', () => {
    const saved = { x: 2000, y: 40, width: 1000, height: 700 }
    expect(placeWindow(saved, screens)).toEqual(saved)
  })
  it('on a screen that is there, when its own is gone', () => {
    expect(placeWindow({ x: 4000, y: 40, width: 1000, height: 700 }, screens)).toEqual({ width: 1000, height: 700 })
  })
  it('so that its title bar can be taken hold of', () => {
    expect(placeWindow({ x: 100, y: -300, width: 1000, height: 700 }, screens)).not.toHaveProperty('y')
    expect(placeWindow({ x: 3150, y: 40, width: 1000, height: 700 }, screens)).not.toHaveProperty('x')
  })
  it('no larger than its screen and no smaller than can be worked with', () => {
    expect(placeWindow({ x: 0, y: 0, width: 5000, height: 5000 }, screens)).toEqual({ x: 0, y: 0, width: 1920, height: 1040 })
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10 }, screens)).toMatchObject({ width: 800, height: 560 })
  })
})

describe('the windows of last time', () => {
  let folder: string
  let log: LogEntry[]
  const open = () => new WindowStore(folder, { error: (entry) => log.push(entry), info: (entry) => log.push(entry) })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-windows-'))
    log = []
  })
  afterEach(() => rm(folder, { recursive: true }))

  const saved: SavedWindows = {
    workspace: '/home/a/Secretariat',
    windows: [{ address: '/meetings/0190-abc', x: 10, y: 20, width: 1000, height: 700, maximized: false }],
  }

  it('are found again, the last state of them', async () => {
    const store = open()
    store.write({ ...saved, windows: [] })
    store.write(saved)
    await store.settled()
    expect(await open().read()).toEqual(saved)
    expect(log).toEqual([])
  })

  it('are none at the first start, which is nothing to log', async () => {
    expect(await open().read()).toEqual({ workspace: '', windows: [] })
    expect(log).toEqual([])
  })

  it.each([
    ['cut short', '{"workspace":"x","wind'],
    ['of another shape', '{"windows":[{"address":"/today"}]}'],
    ['with an address elsewhere', JSON.stringify({ ...saved, windows: [{ ...saved.windows[0], address: '//elsewhere/' }] })],
  ])('that are %s are left aside, and the log says so', async (_how, text) => {
    await writeFile(join(folder, 'windows.json'), text)
    expect(await open().read()).toEqual({ workspace: '', windows: [] })
    expect(log).toHaveLength(1)
  })

  it('lie in one file that only the person can read', async () => {
    const store = open()
    store.write(saved)
    await store.settled()
    if (process.platform !== 'win32') expect((await stat(join(folder, 'windows.json'))).mode & 0o777).toBe(0o600)
  })
})
