/** One record whose bytes are damaged on the disk must not hide the others, wherever many are read. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../../src/shared/contract/index.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'

let app: TestApp
const call = async <K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> => {
  const reply = await app.client('window').call(method, input)
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`)
  return reply.value as Output<K>
}
const create = async (record: Input<'records.create'>['record']) => (await call('records.create', { record })).record

beforeEach(async () => {
  app = await createTestApp()
  app.desktop.folderChoices.push(app.home)
  const folder = await call('folders.propose', { name: 'Hub' })
  await call('workspace.create', { folder: folder.handle, name: 'Hub', sample: false })
})
afterEach(() => app.dispose())

/** Changes the last byte of each of these words on the disk under the open application. */
async function damage(...words: readonly string[]): Promise<void> {
  const segments = join(app.home, 'Hub', 'segments')
  for (const name of await readdir(segments)) {
    const text = await readFile(join(segments, name), 'latin1')
    const changed = words.reduce((all, word) => all.replaceAll(word, `${word.slice(0, -1)}!`), text)
    if (changed !== text) await writeFile(join(segments, name), changed, 'latin1')
  }
}

test('who links here: the one that cannot be read stands there as such, the others with their sentences', async () => {
  const { id } = await create({ kind: 'contact', title: 'Rex Facer' })
  await create({ kind: 'note', title: 'Sound', body: 'Ask [[Rex Facer]] first.' })
  await create({ kind: 'note', title: 'Broken', body: 'Ask [[Rex Facer]] tomorrow.' })
  await damage('tomorrow')
  expect(await call('links.backlinks', { id })).toMatchObject({
    total: 2,
    rows: [
      { head: { title: 'Broken' }, mentions: [], unreadable: true },
      { head: { title: 'Sound' }, mentions: [{ sentence: 'Ask Rex Facer first.' }], unreadable: false },
    ],
  })
})

test('the page of a country shows everything else, and says of a note and of a meeting that they cannot be read', async () => {
  const { id } = await create({ kind: 'country', title: 'Slovenia', code: 'SVN' })
  await create({ kind: 'note', title: 'Sound note', countries: ['SVN'], body: 'Integrity.' })
  await create({ kind: 'note', title: 'Broken note', countries: ['SVN'], body: 'Corruption prevented' })
  const represents = { country: 'SVN', organisation: '' }
  const attended = { person: 'Ana Novak', function: '', status: 'delegate', represents, title: '', presence: '', replacedBy: '' } as const
  await create({ kind: 'meeting', title: 'Sound meeting', stage: 'draft', participants: [attended] })
  await create({ kind: 'meeting', title: 'Broken meeting', stage: 'draft', participants: [attended], body: 'Nobody remembers' })
  await damage('prevented', 'remembers')
  const page = await call('countries.page', { id })
  expect(page.notes).toMatchObject([
    { head: { title: 'Broken note' }, excerpt: '', unreadable: true },
    { head: { title: 'Sound note' }, excerpt: 'Integrity.', unreadable: false },
  ])
  expect(page.meetings).toMatchObject([
    { head: { title: 'Broken meeting' }, detail: '', unreadable: true },
    { head: { title: 'Sound meeting' }, detail: 'Ana Novak', unreadable: false },
  ])
})

test('a country that cannot be read can still be chosen, and so can all others', async () => {
  const broken = await create({ kind: 'country', title: 'Slovenia', code: 'SVN', aliases: ['Carniola'], body: 'Alpine republic' })
  const sound = await create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
  await damage('republic')
  const options = await call('countries.options', {})
  expect(options.find(({ code }) => code === 'SVN')).toMatchObject({ recordId: broken.id, names: { en: 'Slovenia', ru: 'Словения' } })
  expect(options.find(({ code }) => code === 'SVN')?.otherNames).toContain('Carniola')
  expect(options.find(({ code }) => code === 'KAZ')).toMatchObject({ recordId: sound.id })
})

test('the history of a record counts what changed in all versions but the damaged one', async () => {
  const { id } = await create({ kind: 'note', title: 'Note', body: 'first words' })
  for (const [rev, body] of [
    [1, 'second wordz'],
    [2, 'third words'],
    [3, 'third words again'],
  ] as const) {
    app.advance(11 * 60_000)
    await call('records.update', { kind: 'note', id, baseRev: rev, patch: { body } })
  }
  await damage('second wordz')
  const { rows } = await call('history.list', { id, from: 0, count: 10 })
  const summaries = await call('history.summaries', { id, versions: rows.map(({ rev, before }) => ({ rev, before })) })
  expect(summaries.map(({ rev, added, unreadable }) => [rev, added, unreadable])).toEqual([
    [4, 1, false],
    [3, 0, true],
    [2, 0, true],
    [1, 3, false],
  ])
})
