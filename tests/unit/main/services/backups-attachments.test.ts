/** Files of records and backups: what a backup in the workspace's own folder names stays, and comes back with its record. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackupStatus } from '../../../../src/shared/contract/backups.ts'
import type { Job } from '../../../../src/shared/contract/jobs.ts'
import { Caller } from '../../../contract/app/connection.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { ManualTimer } from '../../../support/manual-timer.ts'

const PHOTO = Buffer.from('photo of the mission')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let app: TestApp
let caller: Caller
let hub: string
let note: string

beforeEach(async () => {
  app = await createTestApp({ timer: new ManualTimer().set })
  caller = new Caller(app.client('one'))
  hub = join(app.home, 'Hub')
  await caller.call('workspace.create', { folder: await handle('Hub', 'create'), name: 'Hub', sample: false })
  note = (await caller.create({ kind: 'note', title: 'Mission' })).id
  await add(note, 'photo.txt', PHOTO)
})
afterEach(() => app.dispose())

async function handle(name: string, purpose: 'create' | 'backup'): Promise<string> {
  await mkdir(join(app.home, name), { recursive: true })
  app.desktop.folderChoices.push(join(app.home, name))
  return (await caller.call('folders.choose', { purpose }))?.handle ?? expect.fail('No folder was chosen.')
}

async function add(id: string, name: string, bytes: Buffer): Promise<void> {
  const { token } = await caller.call('attachments.begin', { id, name, bytes: bytes.length })
  await caller.call('attachments.chunk', { token, from: 0, base64: bytes.toString('base64') })
  await caller.call('attachments.finish', { token })
}

async function makeBackup(): Promise<string> {
  const ended = new Promise<void>((resolve) => {
    const stop = app.client('one').listen(({ name, payload }) => {
      if (name !== 'jobs.progressed' || (payload as Job).state === 'running') return
      stop()
      resolve()
    })
  })
  await caller.call('backups.make', {})
  await ended
  return (await caller.call('backups.list', {})).backups.find(({ place }) => place === 'here')?.name ?? expect.fail('There is no backup.')
}

async function chooseSecondPlace(): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    const stop = app.client('one').listen(({ name, payload }) => {
      const { secondPlace, running } = payload as BackupStatus
      if (name !== 'backups.changed' || running || !secondPlace?.lastAt) return
      stop()
      resolve()
    })
  })
  await caller.call('backups.choosePlace', { folder: await handle('Stick', 'backup') })
  await arrived
}

async function erase(id: string): Promise<void> {
  const { rev } = await caller.call('records.get', { id })
  await caller.call('records.trash', { records: [{ id, baseRev: rev }] })
  await caller.call('records.erase', { records: [{ id, baseRev: rev + 1 }] })
}

async function contents(): Promise<string[]> {
  return hashesIn('attachments')
}

async function hashesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(hub, folder), { recursive: true })
  return names.flatMap((name) => /[0-9a-f]{64}$/.exec(name) ?? []).toSorted()
}

const contentPath = (bytes: Buffer) => join(hub, 'attachments', hashOf(bytes).slice(0, 2), hashOf(bytes))
const shown = async (name: string) =>
  Buffer.from((await caller.call('attachments.read', { id: note, name, from: 0 })).base64, 'base64').toString()

test('an erased record that a backup holds comes back with its file', async () => {
  const name = await makeBackup()
  const other = (await caller.create({ kind: 'note', title: 'Made since' })).id
  await add(other, 'other.txt', Buffer.from('in no backup'))
  await erase(note)
  await erase(other)
  // what no backup names has gone, the other one is kept with the backups alone
  await vi.waitFor(async () => expect(await contents()).toEqual([]))
  expect(await hashesIn('backups/store')).toEqual([hashOf(PHOTO)])
  const choice = { name, place: 'here' } as const
  expect(await caller.call('backups.preview', choice)).toMatchObject({ missingFiles: 0, back: { count: 1 } })
  expect(await caller.call('backups.restore', choice)).toMatchObject({ changed: 1, missingFiles: 0 })
  expect(await shown('photo.txt')).toBe(PHOTO.toString())
})

test('a file goes when the last backup that names it has gone', async () => {
  const name = await makeBackup()
  await erase(note)
  await vi.waitFor(async () => expect(await contents()).toEqual([]))
  expect(await hashesIn('backups/store')).toEqual([hashOf(PHOTO)])
  await rm(join(hub, 'backups', `${name}.json`))
  app.advance(60 * 60 * 1000)
  await makeBackup()
  expect(await hashesIn('backups/store')).toEqual([])
})

test.each(['gone', 'damaged'])('a file that is %s is brought from the second place, also for a backup of the own folder', async (state) => {
  await chooseSecondPlace()
  const name = await makeBackup()
  if (state === 'gone') await rm(contentPath(PHOTO))
  else await writeFile(contentPath(PHOTO), Buffer.from('photo of the missioN'))
  const choice = { name, place: 'here' } as const
  expect(await caller.call('backups.preview', choice)).toMatchObject({
    older: { count: 0 },
    back: { count: 0 },
    filesBack: 1,
    missingFiles: 0,
  })
  expect(await caller.call('backups.restore', choice)).toMatchObject({ revision: null, changed: 0, filesBack: 1, missingFiles: 0 })
  expect(await caller.call('backups.preview', choice)).toMatchObject({ filesBack: 0, missingFiles: 0 })
  expect(await readFile(contentPath(PHOTO), 'utf8')).toBe(PHOTO.toString())
})

test('a file that is nowhere is counted, and its record comes back all the same', async () => {
  const name = await makeBackup()
  await erase(note)
  await vi.waitFor(async () => expect(await contents()).toEqual([]))
  await rm(join(hub, 'backups', 'store', hashOf(PHOTO)))
  const choice = { name, place: 'here' } as const
  expect(await caller.call('backups.preview', choice)).toMatchObject({ missingFiles: 1 })
  expect(await caller.call('backups.restore', choice)).toMatchObject({ changed: 1, missingFiles: 1 })
  expect((await caller.call('records.get', { id: note })).title).toBe('Mission')
})

test('files without a content are told of at opening and with each backup, until they are back', async () => {
  await chooseSecondPlace()
  const name = await makeBackup()
  expect(await caller.call('backups.status', {})).toMatchObject({ missingFiles: null })
  await rm(contentPath(PHOTO))
  app.advance(60 * 60 * 1000)
  await makeBackup()
  const missing = { count: 1, first: { id: note, title: 'Mission', name: 'photo.txt' } }
  expect(await caller.call('backups.status', {})).toMatchObject({ failed: null, missingFiles: missing })
  app = await app.restart()
  caller = new Caller(app.client('one'))
  await vi.waitFor(async () => expect(await caller.call('backups.status', {})).toMatchObject({ missingFiles: missing }))
  expect(await caller.call('backups.restore', { name, place: 'here' })).toMatchObject({ filesBack: 1 })
  expect(await caller.call('backups.status', {})).toMatchObject({ missingFiles: null })
})
