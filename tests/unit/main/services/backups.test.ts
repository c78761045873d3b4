import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../../src/shared/contract/index.ts'
import type { BackupStatus } from '../../../../src/shared/contract/backups.ts'
import type { Job } from '../../../../src/shared/contract/jobs.ts'
import { listOf } from '../../../contract/app/connection.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { ManualTimer } from '../../../support/manual-timer.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

let app: TestApp
let timer: ManualTimer

beforeEach(async () => {
  timer = new ManualTimer()
  app = await createTestApp({ timer: timer.set })
})
afterEach(() => app.dispose())

async function call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> {
  const reply = await app.client('window').call(method, input)
  if (!reply.ok) throw Object.assign(new Error(reply.error.message), reply.error)
  return reply.value as Output<K>
}

async function handle(name: string): Promise<string> {
  await mkdir(join(app.home, name), { recursive: true })
  app.desktop.folderChoices.push(join(app.home, name))
  return (await call('folders.choose', { purpose: 'backup' }))?.handle ?? expect.fail('No folder was chosen.')
}

async function open(): Promise<void> {
  await call('workspace.create', { folder: await handle('Hub'), name: 'Hub', sample: false })
}

const note = (title: string, body = '') => call('records.create', { record: { kind: 'note', title, body } })

/** The first news of the backups that `fits`; listen before doing what brings it. */
function news(fits: (status: BackupStatus) => boolean): Promise<BackupStatus> {
  return new Promise((resolve) => {
    const stop = app.client('window').listen(({ name, payload }) => {
      if (name !== 'backups.changed' || !fits(payload as BackupStatus)) return
      stop()
      resolve(payload as BackupStatus)
    })
  })
}

const idle = (status: BackupStatus) => !status.running
const names = async () => (await call('backups.list', {})).backups.map(({ name }) => name)

async function make(): Promise<void> {
  const ended = new Promise<Job>((resolve) => {
    const stop = app.client('window').listen(({ name, payload }) => {
      if (name !== 'jobs.progressed' || (payload as Job).state === 'running') return
      stop()
      resolve(payload as Job)
    })
  })
  await call('backups.make', {})
  expect(await ended).toMatchObject({ kind: 'backup', state: 'done' })
}

const titles = async () =>
  (await call('list.query', { query: listOf({ kind: 'note' }), from: 0, count: 50 })).rows.map(({ head }) => head.title).toSorted()

describe('a backup by hand', () => {
  test('is listed with what it holds', async () => {
    await open()
    await note('First')
    await make()
    const { backups } = await call('backups.list', {})
    expect(backups).toMatchObject([{ place: 'here', reason: 'hand', records: 1, counts: { note: 1 }, pinned: false, revision: 1 }])
    expect(await call('backups.status', {})).toMatchObject({ failed: null, overdue: false, dropped: null, running: false })
  })

  test('restores every record to its state of then, in one step that can be undone', async () => {
    await open()
    const { record: changed } = await note('Changed', 'Before')
    const { record: trashed } = await note('Trashed')
    const { record: erased } = await note('Erased')
    await note('Same')
    await make()
    const [name = ''] = await names()
    await call('records.update', { id: changed.id, kind: 'note', baseRev: 1, patch: { body: 'After' } })
    await call('records.trash', {
      records: [
        { id: trashed.id, baseRev: 1 },
        { id: erased.id, baseRev: 1 },
      ],
    })
    await call('records.erase', { records: [{ id: erased.id, baseRev: 2 }] })
    await note('Made since')

    const choice = { name, place: 'here' } as const
    const preview = await call('backups.preview', choice)
    const shown = (group: 'older' | 'back' | 'toTrash') => preview[group].first.map(({ title }) => title).toSorted()
    expect([shown('older'), shown('back'), shown('toTrash')]).toEqual([['Changed'], ['Erased', 'Trashed'], ['Made since']])

    app.advance(HOUR)
    const { revision, changed: count } = await call('backups.restore', choice)
    expect(count).toBe(4)
    expect(await titles()).toEqual(['Changed', 'Erased', 'Same', 'Trashed'])
    expect(await call('records.get', { id: changed.id })).toMatchObject({ body: 'Before', rev: 3 })
    // it was made when it was made, however it came back
    const { createdAt, createdBy } = erased
    expect(await call('records.get', { id: erased.id })).toMatchObject({ createdAt, createdBy, rev: 2 })
    expect((await call('backups.list', {})).backups[0]).toMatchObject({ reason: 'restore', records: 4 })

    await call('undo.apply', { revision: revision ?? 0 })
    expect(await titles()).toEqual(['Changed', 'Made since', 'Same'])
    expect(await call('records.get', { id: changed.id })).toMatchObject({ body: 'After' })
  })

  test('that equals what is there changes nothing', async () => {
    await open()
    await note('First')
    await make()
    const [name = ''] = await names()
    expect(await call('backups.restore', { name, place: 'here' })).toEqual({ revision: null, changed: 0, filesBack: 0, missingFiles: 0 })
  })

  test('with a changed byte is refused, and nothing changes', async () => {
    await open()
    await note('First', 'A long text')
    await make()
    const [name = ''] = await names()
    const store = join(app.home, 'Hub', 'backups', 'store')
    const [copy = ''] = await readdir(store)
    const bytes = await readFile(join(store, copy), 'latin1')
    await writeFile(join(store, copy), bytes.replace('A long text', 'A lung text'), 'latin1')
    await note('Second')
    await expect(call('backups.preview', { name, place: 'here' })).rejects.toMatchObject({ code: 'DAMAGED' })
    await expect(call('backups.restore', { name, place: 'here' })).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await titles()).toEqual(['First', 'Second'])
  })

  test('of another name is not there', async () => {
    await open()
    await expect(call('backups.preview', { name: '../../workspace', place: 'here' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('a backup that finds the workspace damaged says so, and the next opening finds it too', async () => {
  await open()
  await note('First', 'First text')
  const segments = join(app.home, 'Hub', 'segments')
  const name = (await readdir(segments)).find((file) => file.endsWith('.jsonl')) ?? ''
  const text = await readFile(join(segments, name), 'latin1')
  await writeFile(join(segments, name), text.replace('First text', 'First t3xt'), 'latin1')
  const failed = news(({ failed }) => failed !== null)
  await call('backups.make', {})
  expect((await failed).failed?.message).toContain('It touches “First”.')
  app = await app.restart()
  expect((await call('app.state', {})).workspace).toMatchObject({ status: 'problem', code: 'DAMAGED' })
})

describe('backups by themselves', () => {
  test('are made every hour in which something changed', async () => {
    await open()
    await note('First')
    timer.run()
    await news(({ running, last }) => !running && last !== null)
    expect(await names()).toHaveLength(1)

    await note('Second')
    const early = news(idle)
    timer.run()
    await early
    expect(await names()).toHaveLength(1)

    app.advance(HOUR)
    const later = news(({ running, last }) => !running && last !== null)
    timer.run()
    await later
    const { backups } = await call('backups.list', {})
    expect(backups.map(({ records }) => records)).toEqual([2, 1])

    app.advance(HOUR)
    const unchanged = news(idle)
    timer.run()
    await unchanged
    expect(await names()).toHaveLength(2)
  })

  test('are made when the workspace is closed with changes', async () => {
    await open()
    await note('First')
    await call('workspace.close', {})
    expect(await readdir(join(app.home, 'Hub', 'backups'))).toHaveLength(2)
  })

  test('are not made when they are switched off', async () => {
    await open()
    expect(await call('backups.settings', { automatic: false })).toMatchObject({ automatic: false })
    await note('First')
    const looked = news(idle)
    timer.run()
    expect(await looked).toMatchObject({ last: null, overdue: true })
    await call('workspace.close', {})
    expect(await readdir(join(app.home, 'Hub'))).not.toContain('backups')
  })

  test('that fail are told of, tried again after an hour, and cost nothing else', async () => {
    await open()
    await note('First')
    // a file where the folder has to be
    await writeFile(join(app.home, 'Hub', 'backups'), '')
    const failed = news(({ failed }) => failed !== null)
    timer.run()
    await failed
    await note('Second')
    await rm(join(app.home, 'Hub', 'backups'))
    const tooSoon = news(idle)
    timer.run()
    expect(await tooSoon).toMatchObject({ last: null })
    app.advance(HOUR)
    const made = news(({ last, running }) => last !== null && !running)
    timer.run()
    expect(await made).toMatchObject({ failed: null })
  })

  test('tell of a great fall in records and keep the backup before', async () => {
    await open()
    const made = await Promise.all(['A', 'B', 'C', 'D'].map((title) => note(title)))
    await make()
    const [before = ''] = await names()
    const two = made.slice(0, 2).map(({ record }) => ({ id: record.id, baseRev: 1 }))
    await call('records.trash', { records: two })
    await call('records.erase', { records: two.map(({ id }) => ({ id, baseRev: 2 })) })
    await make()
    expect(await call('backups.status', {})).toMatchObject({ dropped: { name: before, before: 4, after: 2 } })
    expect((await call('backups.list', {})).backups).toMatchObject([{ pinned: false }, { name: before, pinned: true }])
  })
})

describe('a second place', () => {
  test('gets a backup at once and every one after, and is missed while it is away', async () => {
    await open()
    await note('First')
    const arrived = news(({ secondPlace, running }) => !running && secondPlace !== null && secondPlace.lastAt !== '')
    expect(await call('backups.choosePlace', { folder: await handle('Stick') })).toMatchObject({ secondPlace: { lastAt: '' } })
    const first = await arrived
    expect(first.secondPlace).toMatchObject({ reachable: true, location: join(app.home, 'Stick') })
    const [folder = ''] = await readdir(join(app.home, 'Stick'))
    expect(folder).toMatch(/^Hub [0-9a-f]{8}$/)

    await rename(join(app.home, 'Stick'), join(app.home, 'Unplugged'))
    await note('Second')
    await make()
    const away = await call('backups.status', {})
    expect(away).toMatchObject({ failed: null, secondPlace: { reachable: false, lastAt: first.secondPlace?.lastAt } })

    await rename(join(app.home, 'Unplugged'), join(app.home, 'Stick'))
    // who opens the settings asks for the list: both windows see that it is back
    const back = news(({ secondPlace }) => secondPlace?.reachable === true)
    await call('backups.list', {})
    await back
    app.advance(2 * HOUR)
    const caughtUp = news(({ secondPlace, running }) => !running && secondPlace?.lastAt !== first.secondPlace?.lastAt)
    timer.run()
    await caughtUp
    const { backups } = await call('backups.list', {})
    expect(backups.find(({ place }) => place === 'second')).toMatchObject({ records: 2 })

    expect(await call('backups.forgetPlace', {})).toMatchObject({ secondPlace: null })
    expect(await readdir(join(app.home, 'Stick', folder))).toContain('store')
  })

  test('is not the workspace’s own folder', async () => {
    await open()
    await expect(call('backups.choosePlace', { folder: await handle('Hub/Inside') })).rejects.toMatchObject({ code: 'NOT_EMPTY' })
  })

  test('is remembered with the workspace', async () => {
    await open()
    await call('backups.choosePlace', { folder: await handle('Stick') })
    app = await app.restart()
    expect(await call('backups.status', {})).toMatchObject({ secondPlace: { location: join(app.home, 'Stick') } })
  })
})

describe('a workspace that does not open', () => {
  const damage = async () => {
    const segments = join(app.home, 'Hub', 'segments')
    const name = (await readdir(segments)).find((file) => file.endsWith('.jsonl')) ?? ''
    await rm(join(app.home, 'Hub', 'derived'), { recursive: true })
    const text = await readFile(join(segments, name), 'latin1')
    await writeFile(join(segments, name), text.replace('First text', 'First t3xt'), 'latin1')
  }
  const prepare = async () => {
    await open()
    await note('First', 'First text')
    await make()
    await note('Second', 'Second text')
    await app.close()
    await damage()
    app = await app.restart({ timer: timer.set })
  }

  test('offers its backups and takes one in its place; the damaged files are kept', async () => {
    await prepare()
    const { workspace } = await call('app.state', {})
    expect(workspace).toMatchObject({ status: 'problem', code: 'DAMAGED', details: { touched: [{ title: 'First' }] } })
    expect('remedies' in workspace && workspace.remedies).toEqual(expect.arrayContaining(['salvage', 'restoreBackup', 'openReadOnly']))
    const { backups } = await call('backups.list', {})
    const older = backups.at(-1) ?? expect.fail('There is no backup.')
    expect(older).toMatchObject({ records: 1, reason: 'hand' })
    const state = await call('workspace.remedy', { remedy: 'restoreBackup', backup: { name: older.name, place: 'here' } })
    expect(state.workspace).toMatchObject({ status: 'open', readOnly: null, name: 'Hub' })
    expect(await titles()).toEqual(['First'])
    const aside = await readdir(join(app.home, 'Hub', 'set-aside'), { recursive: true })
    const kept = await Promise.all(
      aside.filter((file) => file.endsWith('.jsonl')).map((file) => readFile(join(app.home, 'Hub', 'set-aside', file), 'latin1')),
    )
    expect(kept.some((text) => text.includes('First t3xt') && text.includes('Second text'))).toBe(true)
    await note('Third')
    app = await app.restart()
    expect(await titles()).toEqual(['First', 'Third'])
  })

  test('is rescued with what the backups hold', async () => {
    await prepare()
    const { workspace } = await call('workspace.remedy', { remedy: 'salvage' })
    expect('notices' in workspace && workspace.notices[0]?.message).toMatch(/^2 records were kept\. No record was lost or set back/)
    expect(await titles()).toEqual(['First', 'Second'])
  })

  test('is rescued without a backup, and says what became of each record', async () => {
    await prepare()
    await rm(join(app.home, 'Hub', 'backups'), { recursive: true })
    const { workspace } = await call('workspace.remedy', { remedy: 'salvage' })
    expect(workspace).toMatchObject({ status: 'open', readOnly: null, notices: [{ code: 'salvaged' }] })
    expect('notices' in workspace && workspace.notices[0]?.message).toMatch(/Could not be read: “First”/)
    expect(await titles()).toEqual(['Second'])
  })

  test('stays as it is when the backup is damaged too', async () => {
    await prepare()
    const backups = join(app.home, 'Hub', 'backups')
    for (const copy of await readdir(join(backups, 'store'))) await writeFile(join(backups, 'store', copy), 'x')
    const [latest] = (await call('backups.list', {})).backups
    const backup = { name: latest?.name ?? '', place: 'here' } as const
    await expect(call('workspace.remedy', { remedy: 'restoreBackup', backup })).rejects.toMatchObject({ code: 'DAMAGED' })
    expect((await call('app.state', {})).workspace).toMatchObject({ status: 'problem' })
    expect(await readdir(join(app.home, 'Hub'))).not.toContain('set-aside')
  })

  test('asks which backup is meant', async () => {
    await prepare()
    await expect(call('workspace.remedy', { remedy: 'restoreBackup' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

test('the last backup of an opening after a long time is made at once', async () => {
  await open()
  await note('First')
  await make()
  await call('backups.settings', { automatic: false })
  await note('Second')
  await call('workspace.close', {})
  app.advance(2 * DAY)
  app = await app.restart({ timer: timer.set })
  // switched off: nothing by itself
  expect(await names()).toHaveLength(1)
  await call('backups.settings', { automatic: true })
  await call('workspace.close', {})
  expect(await readdir(join(app.home, 'Hub', 'backups'))).toHaveLength(3)
})
