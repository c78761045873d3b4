/** Choosing folders in the way the host has. */
import { mkdir, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeFolders(connect: Connect): void {
  section('folders', connect, ({ caller, connection }) => {
    const isNative = async () => (await caller().call('app.state', {})).capabilities.folderDialog === 'native'

    test('the dialog that this host does not have is refused', async () => {
      if (await isNative()) {
        await caller().refused('UNSUPPORTED', 'folders.list', { folder: null })
        await caller().refused('UNSUPPORTED', 'folders.create', { parent: 'x', name: 'New' })
      } else await caller().refused('UNSUPPORTED', 'folders.choose', { purpose: 'open' })
    })

    test('a dismissed dialog answers nothing', async () => {
      if (!(await isNative())) return
      await connection().answerFolder?.(null)
      expect(await caller().call('folders.choose', { purpose: 'export' })).toBeNull()
    })

    test('the page’s dialog walks down, up and makes folders', async () => {
      if (await isNative()) return
      const places = await caller().call('folders.list', { folder: null })
      expect(places.parent).toBeNull()
      const home = places.folders.find(({ name }) => name === 'Home')
      const made = await caller().call('folders.create', { parent: home?.handle ?? '', name: 'Records of 2023' })
      expect(made).toMatchObject({ name: 'Records of 2023', holds: 'nothing', writable: true })
      await mkdir(join(made.location, '.hidden'))
      await mkdir(join(made.location, 'Inside 10'))
      await mkdir(join(made.location, 'Inside 9'))
      const inside = await caller().call('folders.list', { folder: made.handle })
      expect(inside.folders.map(({ name }) => name)).toEqual(['Inside 9', 'Inside 10'])
      const above = await caller().call('folders.list', { folder: inside.parent })
      expect(above.folders.map(({ name }) => name)).toContain('Records of 2023')
      await caller().refused('NOT_EMPTY', 'folders.create', { parent: home?.handle ?? '', name: 'Records of 2023' })
    })

    test('the page’s dialog begins where a folder was chosen last for the same purpose, else at home', async () => {
      if (await isNative()) return
      const begins = async (purpose: 'export' | 'import') => (await caller().call('folders.begin', { purpose })).folder?.location
      const { folders: places } = await caller().call('folders.list', { folder: null })
      const home = places.find(({ name }) => name === 'Home')
      expect(await begins('import')).toBe(home?.location)
      const made = await caller().call('folders.create', { parent: home?.handle ?? '', name: 'Exports of 2023' })
      await caller().call('folders.remember', { purpose: 'export', folder: made.handle })
      expect([await begins('export'), await begins('import')]).toEqual([made.location, home?.location])
      await rmdir(made.location)
      expect(await begins('export')).toBe(home?.location)
    })

    test('a folder for a workspace is proposed, each time a new one', async () => {
      const first = await caller().call('folders.propose', { name: 'Sample' })
      const second = await caller().call('folders.propose', { name: 'Sample' })
      expect(first).toMatchObject({ name: 'Sample', holds: 'nothing', writable: true, syncedBy: '' })
      expect(second).toMatchObject({ name: 'Sample 2', holds: 'nothing' })
      expect(dirname(second.location)).toBe(dirname(first.location))
      expect(await caller().issues('folders.propose', { name: '../Sample' })).toEqual([{ path: 'name', problem: 'folderName' }])
    })

    test('names that a system would not take, or that lead elsewhere, are refused', async () => {
      if (await isNative()) return
      const { folders } = await caller().call('folders.list', { folder: null })
      const parent = folders.find(({ name }) => name === 'Home')?.handle ?? ''
      for (const name of ['..', 'a/b', 'a\\b', 'CON', 'ends.', 'what?']) {
        expect(await caller().issues('folders.create', { parent, name }), name).toEqual([{ path: 'name', problem: 'folderName' }])
      }
    })
  })
}
