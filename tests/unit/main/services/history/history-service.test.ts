import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../../../src/shared/contract/index.ts'
import { createTestApp, type TestApp } from '../../../../support/app.ts'

const MINUTE = 60_000

let app: TestApp
const call = async <K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> => {
  const reply = await app.client('window').call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value as Output<K>
}

beforeEach(async () => {
  app = await createTestApp()
  app.desktop.folderChoices.push(app.home)
  const folder = await call('folders.propose', { name: 'Hub' })
  await call('workspace.create', { folder: folder.handle, name: 'Hub', sample: false })
})
afterEach(() => app.dispose())

test('a pause of more than ten minutes begins another version; the saves of a sitting can be reached minute by minute', async () => {
  const { record } = await call('records.create', { record: { kind: 'note', title: 'Note', body: '0' } })
  const { id } = record
  let rev = 1
  const save = async (body: string) => {
    await call('records.update', { kind: 'note', id, baseRev: rev, patch: { body } })
    rev += 1
  }
  // three minutes of typing, two saves in each
  for (let minute = 1; minute <= 3; minute += 1) {
    app.advance(MINUTE)
    await save(`${minute}`)
    await save(`${minute} and more`)
  }
  app.advance(11 * MINUTE)
  await save('after the pause')

  const { rows } = await call('history.list', { id, from: 0, count: 10 })
  expect(rows.map(({ rev: at, saves }) => [at, saves])).toEqual([
    [8, 1],
    [7, 4],
  ])
  const { rows: saves } = await call('history.list', { id, sitting: 7, from: 0, count: 10 })
  expect(saves.map(({ rev: at, before }) => [at, before])).toEqual([
    [7, 5],
    [5, 3],
    [3, 1],
    [1, null],
  ])
  // a save inside the sitting stands beside the versions around it
  const compared = await call('history.compare', { id, rev: 5, beside: 'current', whole: false })
  expect(compared).toMatchObject({ from: { rev: 5 }, to: { rev: 8 }, older: null, newer: 7, obstacle: null })
  const restored = await call('history.restore', { id, rev: 5, baseRev: 8 })
  expect(restored.record).toMatchObject({ body: '2 and more', rev: 9 })
})

test('versions and how long they are kept are there after a restart', async () => {
  const { record } = await call('records.create', { record: { kind: 'note', title: 'Note', body: 'before' } })
  app.advance(11 * MINUTE)
  await call('records.update', { kind: 'note', id: record.id, baseRev: 1, patch: { body: 'after' } })
  await call('history.configure', { allDays: 90, dailyDays: 1_000 })
  app = await app.restart()
  expect(await call('history.settings', {})).toEqual({ allDays: 90, dailyDays: 1_000 })
  const { rows } = await call('history.list', { id: record.id, from: 0, count: 10 })
  expect(rows.map(({ rev }) => rev)).toEqual([2, 1])
  const { record: restored } = await call('history.restore', { id: record.id, rev: 1, baseRev: 2 })
  expect(restored).toMatchObject({ body: 'before', rev: 3 })
})

test('of a record whose last save is damaged, earlier versions are shown and restored', async () => {
  const { record } = await call('records.create', { record: { kind: 'note', title: 'Note', body: 'whole' } })
  const { id } = record
  app.advance(11 * MINUTE)
  await call('records.update', { kind: 'note', id, baseRev: 1, patch: { body: 'to be damaged' } })
  const segments = join(app.home, 'Hub', 'segments')
  for (const name of await readdir(segments)) {
    const text = await readFile(join(segments, name), 'latin1')
    await writeFile(join(segments, name), text.replaceAll('to be damaged', 'to be dam4ged'), 'latin1')
  }
  expect(await app.client('window').call('records.get', { id })).toMatchObject({ ok: false, error: { code: 'DAMAGED' } })
  const compared = await call('history.compare', { id, rev: 1, beside: 'before', whole: false })
  expect(compared).toMatchObject({ to: { rev: 1 }, newer: 2, current: { rev: 2, title: 'Note' }, obstacle: null })
  const { record: restored } = await call('history.restore', { id, rev: 1, baseRev: 2 })
  expect(restored).toMatchObject({ title: 'Note', body: 'whole', rev: 3, createdAt: record.createdAt })
})
