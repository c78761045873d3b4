import { describe, expect, it } from 'vitest'
import { createWorkspace, inspectFolder, openWorkspace } from '../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { fileIn, FOLDER, savedTwice, SEGMENT } from '../../../support/workspace-files.ts'

describe('inspectFolder', () => {
  it('tells a workspace, also a damaged one, from nothing and from other things', async () => {
    const files = await savedTwice()
    expect((await inspectFolder(FOLDER, files)).holds).toBe('workspace')
    files.put(fileIn('workspace.json'), Buffer.alloc(3))
    expect((await inspectFolder(FOLDER, files)).holds).toBe('workspace')
    expect((await inspectFolder('/disk', files)).holds).toBe('other')
    expect(await inspectFolder('/disk/new/deeper', files)).toEqual({ holds: 'nothing', syncedBy: '', writable: true })
    expect((await inspectFolder(fileIn(SEGMENT), files)).holds).toBe('other')
    files.put('/empty/.DS_Store', Buffer.from('x'))
    expect((await inspectFolder('/empty', files)).holds).toBe('nothing')
  })

  it('knows backups, in the folder itself and in one of it that is named as a second place names them', async () => {
    const files = new MemoryFileSystem()
    files.put('/stick/Hub 0a1b2c3d/2023-06-15T12-00-00.000Z.json', Buffer.alloc(1))
    files.put('/other/Hub/2023-06-15T12-00-00.000Z.json', Buffer.alloc(1))
    files.put('/lost/backups/2023-06-15T12-00-00.000Z.json', Buffer.alloc(1))
    files.put('/none/Hub 0a1b2c3d/2023-06-15.json', Buffer.alloc(1))
    for (const folder of ['/stick', '/stick/Hub 0a1b2c3d', '/other/Hub', '/lost'])
      expect((await inspectFolder(folder, files)).holds, folder).toBe('backups')
    for (const folder of ['/other', '/none']) expect((await inspectFolder(folder, files)).holds, folder).toBe('other')
  })

  it('says nothing of a folder that may not be looked into, and writes nothing', async () => {
    const files = await savedTwice()
    files.inject({ at: 1, error: 'EACCES', forGood: true })
    expect(await inspectFolder(FOLDER, files)).toEqual({ holds: 'other', syncedBy: '', writable: false })
  })

  it.each([
    ['/home/anna/OneDrive - Secretariat/Work', 'OneDrive'],
    ['/home/anna/Dropbox/Work', 'Dropbox'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Work', 'iCloud Drive'],
    ['/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/My Drive', 'Google Drive'],
    ['/home/anna/Yandex.Disk/Work', 'Yandex.Disk'],
    ['/home/anna/Nextcloud/Work', 'Nextcloud'],
    ['/home/anna/Dropbox notes', ''],
    ['/home/anna/Documents', ''],
  ])('knows who synchronises %s', async (folder, product) => {
    const files = new MemoryFileSystem()
    await files.createFolder(folder)
    expect((await inspectFolder(folder, files)).syncedBy).toBe(product)
  })

  it('knows a synchronised folder of any name by what the product keeps in it', async () => {
    const files = new MemoryFileSystem()
    files.put('/cloud/.sync_0a1b2c3d4e5f.db', Buffer.alloc(1))
    await files.createFolder('/cloud/a/b')
    expect((await inspectFolder('/cloud/a/b', files)).syncedBy).toBe('Nextcloud')
  })

  it('looks once into what stands above many folders', async () => {
    const files = new MemoryFileSystem()
    files.put('/cloud/.sync_0a1b2c3d4e5f.db', Buffer.alloc(1))
    const folders = Array.from({ length: 20 }, (_, number) => `/cloud/a/${number}`)
    for (const folder of folders) await files.createFolder(folder)
    const listed: string[] = []
    const counting = Object.assign(Object.create(files) as MemoryFileSystem, {
      list(folder: string) {
        listed.push(folder)
        return files.list(folder)
      },
    })
    const known = new Map()
    const found = await Promise.all(folders.map((folder) => inspectFolder(folder, counting, known)))
    expect(new Set(found.map(({ syncedBy }) => syncedBy))).toEqual(new Set(['Nextcloud']))
    expect(listed.filter((folder) => folder === '/cloud/a')).toHaveLength(1)
  })
})

describe('createWorkspace', () => {
  it('goes on wherever making one was interrupted', async () => {
    const begun = async (at: number) => {
      const files = new MemoryFileSystem()
      await files.createFolder('/disk')
      files.inject({ at, error: 'powerLoss', forGood: true })
      const made = await createWorkspace(FOLDER, { name: 'New', sample: true }, testEnvironment(files)).then(
        () => true,
        () => false,
      )
      return { made, after: files.afterProcessExit() }
    }
    const held = new Set<string>()
    for (let at = 1; ; at += 1) {
      const { made, after } = await begun(at)
      if (made) break
      const { holds } = await inspectFolder(FOLDER, after)
      held.add(holds)
      const workspace =
        holds === 'nothing'
          ? await createWorkspace(FOLDER, { name: 'New', sample: true }, testEnvironment(after))
          : await openWorkspace(FOLDER, testEnvironment(after))
      expect(workspace.info).toMatchObject({ name: 'New', sample: true })
    }
    expect([...held]).toEqual(['nothing', 'workspace'])
  })

  it('makes none over saved records that lost their manifest', async () => {
    const files = await savedTwice()
    const records = files.bytesOf(fileIn(SEGMENT))!
    files.drop(FOLDER)
    files.put(fileIn(SEGMENT), records)
    await expect(createWorkspace(FOLDER, { name: 'New', sample: true }, testEnvironment(files))).rejects.toMatchObject({
      code: 'NOT_EMPTY',
    })
    expect(files.bytesOf(fileIn(SEGMENT))).toEqual(records)
  })

  it.each(['', '   ', 'x'.repeat(201), 'two\nlines'])('refuses the name %j', async (name) => {
    const files = new MemoryFileSystem()
    await expect(createWorkspace(FOLDER, { name, sample: false }, testEnvironment(files))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await files.stat(FOLDER)).toBeUndefined()
  })
})
