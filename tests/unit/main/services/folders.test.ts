import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderHandles, HANDLE_LIFE_MS } from '../../../../src/main/services/folders/folder-handles.ts'
import { folderNameProblem } from '../../../../src/main/services/folders/folder-name.ts'
import { withFolderErrors } from '../../../../src/main/services/folders/folder-errors.ts'
import { startPlaces } from '../../../../src/main/services/folders/start-places.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'

describe('folder handles', () => {
  test('stand for a folder for an hour after their last use', () => {
    let now = 0
    const handles = new FolderHandles(() => now)
    const handle = handles.give('/a')
    expect(handle).toMatch(/^[\w-]{24}$/)
    expect(handles.give('/a')).toBe(handle)
    expect(handles.give('/b')).not.toBe(handle)
    now += HANDLE_LIFE_MS
    expect(handles.folder(handle)).toBe('/a')
    now += HANDLE_LIFE_MS + 1
    expect(() => handles.folder(handle)).toThrow(/no longer valid/)
    expect(handles.give('/a')).not.toBe(handle)
  })

  test('are not guessed from paths or object keys', () => {
    const handles = new FolderHandles(() => 0)
    handles.give('/a')
    for (const guess of ['/a', '', '__proto__', 'toString']) expect(() => handles.folder(guess)).toThrow(/no longer valid/)
  })

  test('are not kept without end', () => {
    const handles = new FolderHandles(() => 0)
    const first = handles.give('/first')
    for (let more = 0; more < 5_000; more += 1) handles.give(`/${more}`)
    expect(() => handles.folder(first)).toThrow(/no longer valid/)
  })
})

describe('folder names', () => {
  test.each(['Records', 'Отчёты 2023', 'a.b', 'con fused', 'Ünïcode (2)'])('%s is taken', (name) => {
    expect(folderNameProblem(name)).toBeUndefined()
  })
  test.each(['', ' ', '.', '..', '.hidden', 'a/b', 'a\\b', 'a:b', 'a\nb', 'con', 'COM1.txt', 'end.', 'end ', 'ж'.repeat(61)])(
    '%j is refused',
    (name) => {
      expect(folderNameProblem(name)).toMatch(/\.$/)
    },
  )
})

describe('the page’s folder dialog', () => {
  let folder: string
  let app: TestApp
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-folders-'))
    app = await createTestApp({ kind: 'browser', homeFolder: folder })
  })
  afterEach(async () => {
    await app.dispose()
    await rm(folder, { recursive: true, force: true })
  })

  test('starts at home and at what stands there of documents and desktop', async () => {
    await mkdir(join(folder, 'Documents'))
    const places = await startPlaces(folder, 'freebsd', 'anna')
    expect(places).toEqual([
      { name: 'Home', folder },
      { name: 'Documents', folder: join(folder, 'Documents') },
    ])
  })

  test('shows links to folders, and no files or links to nowhere', async () => {
    await mkdir(join(folder, 'Real'))
    await symlink(join(folder, 'Real'), join(folder, 'Link'))
    await symlink(join(folder, 'Nowhere'), join(folder, 'Broken'))
    const window = app.client('window')
    const places = await window.call('folders.list', { folder: null })
    const home = places.ok ? (places.value as { folders: { handle: string }[] }).folders[0]?.handle : ''
    const inside = await window.call('folders.list', { folder: home })
    expect(inside).toMatchObject({ ok: true, value: { folders: [{ name: 'Link' }, { name: 'Real' }] } })
    await rm(folder, { recursive: true })
    expect(await window.call('folders.list', { folder: home })).toMatchObject({ ok: false, error: { code: 'MISSING' } })
  })
})

describe('failures of the disk', () => {
  test.each([
    ['EACCES', 'NO_PERMISSION'],
    ['ENOSPC', 'DISK_FULL'],
    ['EROFS', 'READ_ONLY'],
    ['EIO', 'IO'],
  ])('%s is told as %s', async (system, code) => {
    const failing = () => Promise.reject(Object.assign(new Error('system'), { code: system }))
    await expect(withFolderErrors(failing)).rejects.toMatchObject({ code, message: expect.stringMatching(/^[^!]*\.$/) })
  })

  test('defects stay defects', async () => {
    await expect(withFolderErrors(() => Promise.reject(new TypeError('inside')))).rejects.toThrow(TypeError)
  })
})
