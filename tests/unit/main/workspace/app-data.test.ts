import { expect, it } from 'vitest'
import { defaultSettings, openAppData } from '../../../../src/main/workspace/app-data.ts'
import { exportPresets } from '../../../../src/shared/model/export-options.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna } from '../../../support/new-record.ts'

const open = (files: MemoryFileSystem) => openAppData('/home/anna/.config', { files, clock: () => Date.UTC(2023, 9, 5) })
const PATH = '/home/anna/.config/settings.json'

it('begins with defaults and nobody, and writes nothing until something changes', async () => {
  const files = new MemoryFileSystem()
  const data = await open(files)
  expect(data).toMatchObject({ settings: defaultSettings, person: null, recent: [], note: '' })
  expect(files.bytesOf(PATH)).toBeUndefined()
})

it('keeps settings, person and recent workspaces', async () => {
  const files = new MemoryFileSystem()
  const data = await open(files)
  await Promise.all([
    data.updateSettings({ theme: 'dark' }),
    data.updateSettings({ listWidth: 400 }),
    data.identify(anna),
    data.remember({ path: '/a', name: 'A' }),
    data.remember({ path: '/b', name: 'B' }),
    data.remember({ path: '/a', name: 'A renamed' }),
  ])
  const expected = {
    settings: { ...defaultSettings, theme: 'dark', listWidth: 400 },
    person: anna,
    recent: [
      { path: '/a', name: 'A renamed' },
      { path: '/b', name: 'B' },
    ],
  }
  expect(data).toMatchObject(expected)
  const again = await open(files)
  expect(again).toMatchObject(expected)
})

it('keeps what another process has changed meanwhile', async () => {
  const files = new MemoryFileSystem()
  const [one, two] = [await open(files), await open(files)]
  await one.identify(anna)
  await two.updateSettings({ theme: 'light' })
  expect((await open(files)).person).toEqual(anna)
})

it('sets damaged settings aside with a note and starts', async () => {
  const files = new MemoryFileSystem()
  files.put(PATH, Buffer.from('{"settings": {"the'))
  const data = await open(files)
  expect(data.settings).toEqual(defaultSettings)
  expect(data.note).toContain('settings.damaged-2023-10-05T00-00-00.json')
  expect(files.bytesOf('/home/anna/.config/settings.damaged-2023-10-05T00-00-00.json')?.toString()).toBe('{"settings": {"the')
  await data.identify(anna)
  expect((await open(files)).person).toEqual(anna)
})

it('replaces single values that are not what they should be', async () => {
  const files = new MemoryFileSystem()
  const settings = { ...defaultSettings, theme: 'purple', listWidth: 333 }
  files.put(PATH, Buffer.from(JSON.stringify({ settings, person: { name: 1 }, recent: [{ path: '/a', name: 'A' }, 7] })))
  expect(await open(files)).toMatchObject({
    settings: { theme: 'system', listWidth: 333 },
    person: null,
    recent: [{ path: '/a', name: 'A' }],
    note: '',
  })
})

it('says clearly that a setting could not be saved, and keeps the old one', async () => {
  const files = new MemoryFileSystem()
  const data = await open(files)
  files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['write'] })
  await expect(data.updateSettings({ theme: 'dark' })).rejects.toMatchObject({ code: 'DISK_FULL' })
  expect(data.settings.theme).toBe('system')
})

it('keeps a mirror for each workspace, and lets one go; what is no mirror is left out', async () => {
  const files = new MemoryFileSystem()
  const data = await open(files)
  const place = { folder: '/stick/Mirror', options: exportPresets.obsidian, when: 'change' } as const
  await data.keepMirror('one', place)
  await data.keepMirror('two', { ...place, when: 'command' })
  await data.keepMirror('one', null)
  expect((await open(files)).mirrors).toEqual({ two: { ...place, when: 'command' } })
  const written = JSON.parse(String(files.bytesOf(PATH))) as { mirrors: object }
  files.put(PATH, Buffer.from(JSON.stringify({ ...written, mirrors: { ...written.mirrors, three: { folder: 3 } } })))
  expect((await open(files)).mirrors).toEqual({ two: { ...place, when: 'command' } })
})
