import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { UPLOAD_LIFE_MS, UPLOADS_AT_ONCE } from '../../../../src/main/services/attachments/uploads.ts'
import { CHUNK_BYTES } from '../../../../src/shared/contract/attachments.ts'
import type { Output } from '../../../../src/shared/contract/index.ts'
import { Caller } from '../../../contract/app/connection.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let app: TestApp
let caller: Caller
let other: Caller
let folder: string
let note: string

beforeEach(async () => {
  app = await createTestApp()
  caller = new Caller(app.client('one'))
  other = new Caller(app.client('two'))
  folder = join(app.folder, 'workspace')
  await mkdir(folder)
  app.desktop.folderChoices.push(folder)
  const chosen = await caller.call('folders.choose', { purpose: 'create' })
  await caller.call('workspace.create', { folder: chosen?.handle ?? '', name: 'Hub', sample: false })
  note = (await caller.create({ kind: 'note', title: 'Mission' })).id
})
afterEach(() => app.dispose())

async function add(name: string, bytes: Uint8Array, { id = note, by = caller } = {}): Promise<Output<'attachments.finish'>> {
  const { token } = await by.call('attachments.begin', { id, name, bytes: bytes.length })
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    await by.call('attachments.chunk', { token, from, base64: Buffer.from(bytes.subarray(from, from + CHUNK_BYTES)).toString('base64') })
  return by.call('attachments.finish', { token })
}

async function contents(): Promise<string[]> {
  const names = await readdir(join(folder, 'attachments'), { recursive: true }).catch(() => [])
  return names
    .map(String)
    .filter((name) => /[0-9a-f]{64}$/.test(name) || name.includes('incoming'))
    .toSorted()
}

const attachmentsOf = async (id = note) => (await caller.call('records.get', { id })).attachments

describe('from the page', () => {
  test('pieces become one content, and the record names it', async () => {
    const bytes = Buffer.alloc(2 * CHUNK_BYTES + 5, 'minutes ')
    const { attachment, record } = await add('Report: [draft].txt', bytes)
    expect(attachment).toMatchObject({ name: 'Report: (draft).txt', sha256: hashOf(bytes), bytes: bytes.length, mediaType: 'text/plain' })
    expect(record.attachments).toEqual([attachment])
    expect(await attachmentsOf()).toEqual([attachment])
    expect(await contents()).toEqual([`${hashOf(bytes).slice(0, 2)}/${hashOf(bytes)}`])
    const pieces: Buffer[] = []
    for (let from = 0; from < bytes.length;) {
      const { base64, bytes: whole, mediaType } = await caller.call('attachments.read', { id: note, name: 'report: (DRAFT).txt', from })
      expect({ whole, mediaType }).toEqual({ whole: bytes.length, mediaType: 'text/plain' })
      pieces.push(Buffer.from(base64, 'base64'))
      from += pieces.at(-1)?.length ?? Infinity
    }
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
  })

  test('the same content is stored once, and is not added twice to one record', async () => {
    const first = await add('a.png', PNG)
    const again = await add('b.png', PNG)
    expect(again).toMatchObject({ attachment: first.attachment, commit: null })
    const second = await caller.create({ kind: 'note', title: 'Second' })
    await add('c.png', PNG, { id: second.id })
    expect(await contents()).toHaveLength(1)
  })

  test('files whose content is gone, cut or changed are named; adding one again mends it', async () => {
    const { id } = await caller.create({ kind: 'note', title: 'Four files' })
    const pathOf = (bytes: Uint8Array) => join(folder, 'attachments', hashOf(bytes).slice(0, 2), hashOf(bytes))
    const [sound, gone, cut, changed] = ['Sound', 'Gone', 'Cut short', 'Changed'].map((word) => Buffer.from(`${word}. `.repeat(50)))
    for (const [name, bytes] of Object.entries({ sound, gone, cut, changed })) await add(`${name}.txt`, bytes!, { id })
    await rm(pathOf(gone!))
    await writeFile(pathOf(cut!), cut!.subarray(0, 20))
    await writeFile(pathOf(changed!), changed!.toString().replace('C', 'D'))
    const unsound = async () => (await caller.call('attachments.unsound', { id })).map(({ name, state }) => `${name} ${state}`)
    expect(await unsound()).toEqual(['gone.txt missing', 'cut.txt damaged', 'changed.txt damaged'])
    for (const bytes of [gone, changed]) expect(await add('again.txt', bytes!, { id })).toMatchObject({ commit: null })
    expect(await unsound()).toEqual(['cut.txt damaged'])
  })

  test('a name that is taken gets a number', async () => {
    await add('a.txt', Buffer.from('1'))
    expect((await add('A.TXT', Buffer.from('2'))).attachment.name).toBe('A 2.TXT')
  })

  test('an empty file is one', async () => {
    expect((await add('empty.txt', Buffer.alloc(0))).attachment).toMatchObject({ bytes: 0, mediaType: 'application/octet-stream' })
    expect(await caller.call('attachments.read', { id: note, name: 'empty.txt', from: 0 })).toMatchObject({ base64: '', bytes: 0 })
  })

  test('what is too large, of no record, of a record in the trash or of an adopted text is refused before a byte comes', async () => {
    const begin = { id: note, name: 'a', bytes: 1 }
    const large = await caller.refused('INVALID_INPUT', 'attachments.begin', { ...begin, bytes: 100_000_001 })
    expect(large.details['problem']).toBe('tooLarge')
    await caller.refused('NOT_FOUND', 'attachments.begin', { ...begin, id: '01900000-0000-7000-8000-00000000ffff' })
    const adopted = await caller.adopted({ kind: 'meeting', title: 'Adopted' })
    await caller.refused('ADOPTED', 'attachments.begin', { ...begin, id: adopted.id })
    await caller.trash(note)
    await caller.refused('NOT_FOUND', 'attachments.begin', begin)
    expect(await contents()).toEqual([])
  })

  test('a piece that does not follow ends it, and nothing stays', async () => {
    const { token } = await caller.call('attachments.begin', { id: note, name: 'a', bytes: 6 })
    await caller.call('attachments.chunk', { token, from: 0, base64: Buffer.from('abc').toString('base64') })
    await caller.refused('INVALID_INPUT', 'attachments.chunk', { token, from: 4, base64: 'AA==' })
    await caller.refused('NOT_FOUND', 'attachments.finish', { token })
    expect(await contents()).toEqual([])
  })

  test('a file that turns out shorter is refused, and nothing stays', async () => {
    const { token } = await caller.call('attachments.begin', { id: note, name: 'a', bytes: 6 })
    await caller.refused('INVALID_INPUT', 'attachments.finish', { token })
    expect(await contents()).toEqual([])
    expect(await attachmentsOf()).toEqual([])
  })

  test('no piece is larger than a megabyte, and nothing but base64', async () => {
    const { token } = await caller.call('attachments.begin', { id: note, name: 'a', bytes: 50_000_000 })
    const tooMuch = Buffer.alloc(CHUNK_BYTES + 3).toString('base64')
    expect(await caller.issues('attachments.chunk', { token, from: 0, base64: tooMuch })).toMatchObject([{ path: 'base64' }])
    expect(await caller.issues('attachments.chunk', { token, from: 0, base64: 'a b' })).toMatchObject([{ path: 'base64' }])
    await caller.call('attachments.cancel', { token })
  })

  test('a token is of one window, for two minutes, and goes with the window', async () => {
    const begin = { id: note, name: 'a', bytes: 1 }
    const { token } = await caller.call('attachments.begin', begin)
    await other.refused('NOT_FOUND', 'attachments.chunk', { token, from: 0, base64: 'AA==' })
    app.advance(UPLOAD_LIFE_MS + 10)
    await caller.refused('NOT_FOUND', 'attachments.chunk', { token, from: 0, base64: 'AA==' })
    const next = await caller.call('attachments.begin', begin)
    expect(await contents()).toHaveLength(1)
    app.forgetClient('one')
    await caller.refused('NOT_FOUND', 'attachments.finish', { token: next.token })
    await vi.waitFor(async () => expect(await contents()).toEqual([]))
  })

  test('a window adds so many at a time', async () => {
    const begin = { id: note, name: 'a', bytes: 1 }
    for (let count = 0; count < UPLOADS_AT_ONCE; count += 1) await caller.call('attachments.begin', begin)
    await caller.refused('INVALID_INPUT', 'attachments.begin', begin)
    await other.call('attachments.begin', begin)
  })

  test('another workspace ends it', async () => {
    const { token } = await caller.call('attachments.begin', { id: note, name: 'a', bytes: 1 })
    await caller.call('attachments.chunk', { token, from: 0, base64: 'AA==' })
    await caller.call('workspace.close', {})
    await caller.refused('NOT_FOUND', 'attachments.finish', { token })
    await vi.waitFor(async () => expect(await contents()).toEqual([]))
  })

  test('a record has 200 files at most', async () => {
    const { attachment, record } = await add('0.txt', Buffer.from('0'))
    const attachments = Array.from({ length: 200 }, (_, number) => ({ ...attachment, name: `${number}.txt` }))
    await app.session.use(({ workspace }) =>
      workspace.transact(app.author(), async (transaction) => transaction.put({ ...record, attachments }, record.rev)),
    )
    const { details } = await caller.refused('INVALID_INPUT', 'attachments.begin', { id: note, name: 'a', bytes: 1 })
    expect(details['problem']).toBe('tooMany')
  })

  test('files are named through these methods only', async () => {
    const { attachment } = await add('a.png', PNG)
    const patch = { attachments: [{ ...attachment, sha256: 'f'.repeat(64) }] }
    await caller.refused('INVALID_INPUT', 'records.update', { kind: 'note', id: note, baseRev: 2, patch })
    await caller.refused('INVALID_INPUT', 'records.create', { record: { kind: 'note', title: 'New', ...patch } })
  })
})

describe('renamed and removed', () => {
  test('a rename rewrites the embeds of the text, and nothing else', async () => {
    await add('a.png', PNG)
    const body = '![[a.png]] ![[A.PNG|wide]] [[a.png]] `![[a.png]]`'
    const before = await caller.call('records.get', { id: note })
    await caller.call('records.update', { kind: 'note', id: note, baseRev: before.rev, patch: { body } })
    const { record } = await caller.call('attachments.rename', { id: note, baseRev: before.rev + 1, name: 'A.png', to: 'plan.png' })
    expect(record.body).toBe('![[plan.png]] ![[plan.png|wide]] [[a.png]] `![[a.png]]`')
    expect(record.attachments.map(({ name }) => name)).toEqual(['plan.png'])
  })

  test('an embed of a file of the record is no link to a record; of another name it is', async () => {
    await add('plan.png', PNG)
    const other = await caller.create({ kind: 'note', title: 'plan.png' })
    const { rev } = await caller.call('records.get', { id: note })
    const body = '![[plan.png]] ![[missing.png]]'
    await caller.call('records.update', { kind: 'note', id: note, baseRev: rev, patch: { body } })
    expect((await caller.call('links.backlinks', { id: other.id })).total).toBe(0)
    // nor is it rewritten when the record of that name gets another
    await caller.call('records.rename', { id: other.id, baseRev: 1, title: 'Other' })
    expect((await caller.call('records.get', { id: note })).body).toBe(body)
    const missing = await caller.create({ kind: 'note', title: 'missing.png' })
    expect((await caller.call('links.backlinks', { id: missing.id })).total).toBe(1)
  })

  test('two files never get one name; a change of case alone is a rename', async () => {
    await add('a.png', PNG)
    const { record } = await add('b.txt', Buffer.from('b'))
    await caller.refused('INVALID_INPUT', 'attachments.rename', { id: note, baseRev: record.rev, name: 'b.txt', to: 'A.png' })
    const renamed = await caller.call('attachments.rename', { id: note, baseRev: record.rev, name: 'a.png', to: 'A.png' })
    expect(renamed.record.attachments[0]?.name).toBe('A.png')
    const same = await caller.call('attachments.rename', { id: note, baseRev: record.rev + 1, name: 'a.png', to: 'A.png' })
    expect(same.commit).toBeNull()
  })

  test('a removal is undone; the content was there all along', async () => {
    const { attachment, record } = await add('a.png', PNG)
    const { commit } = await caller.call('attachments.remove', { id: note, baseRev: record.rev, name: 'a.png' })
    expect(await attachmentsOf()).toEqual([])
    await caller.call('undo.apply', commit)
    expect(await attachmentsOf()).toEqual([attachment])
    await caller.call('attachments.read', { id: note, name: 'a.png', from: 0 })
  })

  test('a stale revision and a name that is gone are told', async () => {
    const { record } = await add('a.png', PNG)
    await caller.refused('CONFLICT', 'attachments.remove', { id: note, baseRev: record.rev - 1, name: 'a.png' })
    await caller.refused('NOT_FOUND', 'attachments.remove', { id: note, baseRev: record.rev, name: 'b.png' })
    await caller.refused('NOT_FOUND', 'attachments.read', { id: note, name: 'b.png', from: 0 })
  })
})

describe('damage', () => {
  test('a changed or missing content is told in its place, and the record stays', async () => {
    const { attachment } = await add('a.png', PNG)
    const path = join(folder, 'attachments', attachment.sha256.slice(0, 2), attachment.sha256)
    await writeFile(path, Buffer.concat([PNG.subarray(0, -1), Buffer.from([0])]))
    await caller.refused('DAMAGED', 'attachments.read', { id: note, name: 'a.png', from: 0 })
    await rm(path)
    await caller.refused('MISSING', 'attachments.read', { id: note, name: 'a.png', from: 0 })
    expect(await attachmentsOf()).toEqual([attachment])
  })
})

describe('what nothing names any more', () => {
  const settled = async (expected: number) => {
    await vi.waitFor(async () => expect(await contents()).toHaveLength(expected))
  }

  test('goes when the trash is emptied, and not before', async () => {
    await add('a.png', PNG)
    const kept = await caller.create({ kind: 'note', title: 'Kept' })
    const { record } = await add('b.txt', Buffer.from('b'), { id: kept.id })
    // an earlier version of a record that stays names it
    await caller.call('attachments.remove', { id: kept.id, baseRev: record.rev, name: 'b.txt' })
    await caller.trash(note)
    expect(await contents()).toHaveLength(2)
    await caller.call('records.emptyTrash', {})
    await settled(1)
    expect(await contents()).toEqual([expect.stringContaining(hashOf(Buffer.from('b')))])
  })

  test('stays when another record names the same content', async () => {
    await add('a.png', PNG)
    await add('b.txt', Buffer.from('b'))
    const second = await caller.create({ kind: 'note', title: 'Second' })
    await add('c.png', PNG, { id: second.id })
    await caller.trash(note)
    await caller.call('records.emptyTrash', {})
    await settled(1)
    await caller.call('attachments.read', { id: second.id, name: 'c.png', from: 0 })
  })
})

describe('by the host', () => {
  const choose = async (...paths: readonly string[]) => {
    app.desktop.fileChoices.push(paths)
    return caller.call('attachments.choose', {})
  }

  test('files are copied without passing the page', async () => {
    const path = join(app.home, 'Plan.png')
    await writeFile(path, PNG)
    const [file] = await choose(path)
    expect(file).toMatchObject({ name: 'Plan.png', bytes: PNG.length })
    expect(JSON.stringify(file)).not.toContain(app.home)
    const handle = file?.handle ?? ''
    await other.refused('NOT_FOUND', 'attachments.addChosen', { id: note, handle })
    const { attachment } = await caller.call('attachments.addChosen', { id: note, handle })
    expect(attachment).toMatchObject({ name: 'Plan.png', sha256: hashOf(PNG), mediaType: 'image/png' })
    await caller.refused('NOT_FOUND', 'attachments.addChosen', { id: note, handle })
    expect(await readFile(path)).toEqual(PNG)
  })

  test('a folder, a vanished file, one without permission and one too large are told', async () => {
    const [inside] = await choose(app.home)
    const folderRefused = await caller.refused('INVALID_INPUT', 'attachments.addChosen', { id: note, handle: inside?.handle })
    expect(folderRefused.details['problem']).toBe('folder')
    const path = join(app.home, 'gone.txt')
    await writeFile(path, 'a')
    const [file] = await choose(path)
    await rm(path)
    await caller.refused('MISSING', 'attachments.addChosen', { id: note, handle: file?.handle })
    const large = join(app.home, 'large.bin')
    await writeFile(large, '')
    const { truncate } = await import('node:fs/promises')
    await truncate(large, 100_000_001)
    const [tooMuch] = await choose(large)
    const { details } = await caller.refused('INVALID_INPUT', 'attachments.addChosen', { id: note, handle: tooMuch?.handle })
    expect(details['problem']).toBe('tooLarge')
    expect(await contents()).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('one that may not be read is told', async () => {
    const path = join(app.home, 'secret.txt')
    await writeFile(path, 'a')
    const [file] = await choose(path)
    await chmod(path, 0)
    await caller.refused('NO_PERMISSION', 'attachments.addChosen', { id: note, handle: file?.handle })
  })

  test('opening gives the system a read-only copy in a private folder, under its own name, that goes at the end', async () => {
    await add('Plan: a/b?.png', PNG)
    expect(await caller.call('attachments.open', { id: note, name: 'Plan: a-b?.png' })).toEqual({ opened: true })
    const [path = ''] = app.desktop.openedFiles
    expect(path.startsWith(join(app.appDataDir, 'opened'))).toBe(true)
    expect(path.endsWith('/Plan- a-b.png')).toBe(true)
    expect(await readFile(path)).toEqual(PNG)
    expect((await stat(path)).mode & 0o777).toBe(0o400)
    expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700)
    await app.close()
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('what may be a program is opened only after the person was told', async () => {
    await add('minutes.pdf', Buffer.from('#!/bin/sh\n'))
    expect(await caller.call('attachments.open', { id: note, name: 'minutes.pdf' })).toEqual({ opened: false })
    expect(app.desktop.openedFiles).toEqual([])
    expect(await readdir(join(app.appDataDir, 'opened')).catch(() => [])).toEqual([])
    app.desktop.programAnswers.push(true)
    expect(await caller.call('attachments.open', { id: note, name: 'minutes.pdf' })).toEqual({ opened: true })
  })

  test('a copy is saved where the dialog says, whole or not at all', async () => {
    const { attachment } = await add('a.png', PNG)
    expect(await caller.call('attachments.save', { id: note, name: 'a.png' })).toEqual({ saved: false })
    const path = join(app.home, 'copy.png')
    await writeFile(path, 'before')
    app.desktop.savePlaces.push(path, path)
    expect(await caller.call('attachments.save', { id: note, name: 'a.png' })).toEqual({ saved: true })
    expect(await readFile(path)).toEqual(PNG)
    await writeFile(join(folder, 'attachments', attachment.sha256.slice(0, 2), attachment.sha256), 'x'.repeat(PNG.length))
    await caller.refused('DAMAGED', 'attachments.save', { id: note, name: 'a.png' })
    expect(await readFile(path)).toEqual(PNG)
    expect((await readdir(app.home)).toSorted()).toEqual(['copy.png'])
  })

  test('a host that leaves files to the page refuses', async () => {
    await app.dispose()
    app = await createTestApp({ kind: 'browser' })
    caller = new Caller(app.client('one'))
    for (const [method, input] of [
      ['attachments.choose', {}],
      ['attachments.addChosen', { id: note, handle: 'x' }],
    ] as const)
      await caller.refused('UNSUPPORTED', method, input)
  })
})
