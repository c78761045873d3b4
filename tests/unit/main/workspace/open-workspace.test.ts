import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SCHEMA_VERSION } from '../../../../src/main/workspace/layout.ts'
import { sealOf } from '../../../../src/main/workspace/json-file.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice } from '../../../support/workspace-files.ts'

const open = (files: MemoryFileSystem, readOnly = false) => openWorkspace(FOLDER, testEnvironment(files), { readOnly })
const json = (files: MemoryFileSystem, name: string) => JSON.parse(files.bytesOf(fileIn(name))?.toString() ?? '') as Record<string, unknown>

/** Seals changed content again, as a newer or a defective writer would. */
function rewrite(files: MemoryFileSystem, name: string, change: (content: Record<string, unknown>) => void): void {
  const { sha256: _, ...content } = json(files, name)
  change(content)
  files.put(fileIn(name), Buffer.from(JSON.stringify({ ...content, sha256: sealOf(JSON.stringify(content)) })))
}

describe('a damaged workspace', () => {
  const whole = 'The state before the last save is kept'
  it.each([
    ['is missing', (files: MemoryFileSystem) => files.drop(fileIn('records.json')), 'The file is missing.'],
    ['is empty', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.alloc(0)), 'The file is empty.'],
    ['is zeroed', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.alloc(900)), 'The file holds zeros only.'],
    [
      'is cut off',
      (files: MemoryFileSystem) => files.put(fileIn('records.json'), files.bytesOf(fileIn('records.json'))!.subarray(0, 500)),
      'cut off',
    ],
    ['is an empty list', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.from('[]')), 'not what belongs there'],
    ['is an empty object', (files: MemoryFileSystem) => files.put(fileIn('records.json'), Buffer.from('{}')), 'fields'],
  ])('does not open when records.json %s, and changes nothing', async (_, damage, reason) => {
    const files = await savedTwice()
    damage(files)
    const before = await contents(files)
    const opening = open(files)
    await expect(opening).rejects.toThrow(whole)
    await expect(opening).rejects.toMatchObject({
      code: 'DAMAGED',
      details: {
        file: 'records.json',
        reason: expect.stringContaining(reason),
        previous: { readable: true, records: 1, revision: 1, savedAt: expect.stringContaining('2023-10-05') },
        openReadOnly: false,
      },
    })
    expect(await contents(files)).toEqual(before)
    await expect(open(files, true)).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  it('notices a changed letter inside a text, and shows the rest for reading with the reason', async () => {
    const files = await savedTwice()
    const bytes = files.bytesOf(fileIn('records.json'))!
    files.put(fileIn('records.json'), Buffer.from(bytes.toString().replace('line two', 'line too')))
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { reason: expect.stringContaining('checksum'), openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect(workspace.readOnly).toBe('damaged')
    expect([...workspace.heads()]).toHaveLength(2)
    expect(workspace.problems).toMatchObject([{ file: 'records.json', reason: expect.stringContaining('checksum') }])
    await expect(workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))).rejects.toThrow(
      'Restore the previous state',
    )
  })

  it('leaves out no record in silence', async () => {
    const files = await savedTwice()
    rewrite(files, 'records.json', (content) => {
      const [first] = content['records'] as Record<string, unknown>[]
      if (first) first['classification'] = 'top secret'
    })
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { reason: expect.stringContaining('“First”: classification') },
    })
    const workspace = await open(files, true)
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['Алихан Байменов'])
    expect(workspace.problems).toMatchObject([{ title: 'First', reason: expect.stringContaining('classification') }])
  })

  it('refuses two records of one id', async () => {
    const files = await savedTwice()
    rewrite(files, 'records.json', (content) => (content['records'] as unknown[]).push((content['records'] as unknown[])[0]))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { reason: expect.stringContaining('same id') } })
  })

  it('says so when the previous state cannot be read either', async () => {
    const files = await savedTwice()
    files.put(fileIn('records.json'), Buffer.from('{'))
    files.put(fileIn('records.previous.json'), Buffer.from('{'))
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('backup'),
      details: { previous: { readable: false } },
    })
    files.drop(fileIn('records.previous.json'))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { previous: null } })
  })

  it.each(['', '{}', '{"format":"rapporteur-workspace"}', 'null'])('does not open with the manifest %j', async (text) => {
    const files = await savedTwice()
    files.put(fileIn('workspace.json'), Buffer.from(text))
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { file: 'workspace.json', previous: { readable: true }, openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect(workspace.info.name).toBe('Secretariat')
    expect(workspace.problems[0]?.file).toBe('workspace.json')
  })

  it('is still known as a workspace without manifest and lock', async () => {
    const files = await savedTwice()
    for (const name of ['workspace.json', 'workspace.previous.json', 'workspace.lock']) files.drop(fileIn(name))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { file: 'workspace.json', previous: null } })
  })
})

describe('a workspace of a newer version', () => {
  it('does not open, but can be read as far as it is known', async () => {
    const files = await savedTwice()
    rewrite(files, 'workspace.json', (content) => (content['schemaVersion'] = SCHEMA_VERSION + 1))
    rewrite(files, 'records.json', (content) => {
      content['schemaVersion'] = SCHEMA_VERSION + 1
      content['attachments'] = []
      const [first] = content['records'] as Record<string, unknown>[]
      if (first) first['mood'] = 'hopeful'
      ;(content['records'] as unknown[]).push({ kind: 'poem', title: 'Ode' })
    })
    const before = await contents(files)
    await expect(open(files)).rejects.toMatchObject({
      code: 'NEWER_FORMAT',
      message: expect.stringContaining('update the application'),
      details: { found: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION, openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect(workspace.readOnly).toBe('newerFormat')
    expect(workspace.info.name).toBe('Secretariat')
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['First', 'Алихан Байменов'])
    expect(workspace.problems.map(({ title }) => title)).toEqual(['First', 'Ode'])
    expect(await contents(files)).toEqual(before)
  })
})

describe('opening', () => {
  it('removes what interrupted saves left, and nothing else', async () => {
    const files = await savedTwice()
    files.put(fileIn('.records.json.0123456789abcdef.tmp'), Buffer.from('half'))
    files.put(fileIn('.notes.tmp'), Buffer.from("somebody's"))
    await (await open(files)).close()
    const names = await files.list(FOLDER)
    expect(names).not.toContain('.records.json.0123456789abcdef.tmp')
    expect(names).toContain('.notes.tmp')
  })

  it.each(['EROFS', 'EACCES', 'EPERM'])('opens for reading in a folder that refuses the lock with %s', async (error) => {
    const files = await savedTwice()
    files.inject({ at: 1, error, forGood: true, only: ['lock', 'createFile', 'rename', 'remove', 'link'] })
    const workspace = await open(files)
    expect(workspace.readOnly).toBe('permission')
    expect([...workspace.heads()]).toHaveLength(2)
  })

  it('says that a disk has no locks instead of writing without one', async () => {
    const files = await savedTwice()
    files.inject({ at: 1, error: 'ENOLCK', forGood: true, only: ['lock'] })
    await expect(open(files)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect((await open(files, true)).readOnly).toBe('permission')
  })

  it('opens on a full disk, so that something can be deleted', async () => {
    const files = await savedTwice()
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['createFile', 'write'] })
    const workspace = await open(files)
    expect(workspace.readOnly).toBeNull()
    await expect(workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    files.inject(null)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))
    expect(workspace.revision).toBe(3)
  })

  it('leaves a foreign folder alone that has files of the same names', async () => {
    const files = await savedTwice()
    files.drop(FOLDER)
    files.put(fileIn('workspace.json'), Buffer.from('{"version": 2, "projects": {}}'))
    files.put(fileIn('records.json'), Buffer.from('[1, 2]'))
    await expect(open(files)).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' })
    expect([...(await files.list(FOLDER))].toSorted()).toEqual(['records.json', 'workspace.json'])
  })
})
