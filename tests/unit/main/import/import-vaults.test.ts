import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { importMarkdown } from '../../../../src/main/import/index.ts'
import { openSource } from '../../../../src/main/import/open-source.ts'
import { readSource } from '../../../../src/main/import/read-source.ts'
import { runImport } from '../../../../src/main/import/run-import.ts'
import { previewImport } from '../../../../src/main/services/import/preview-import.ts'
import { AttachmentStore } from '../../../../src/main/workspace/attachments/attachment-store.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, bolat, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-vault-'))
  workspace = await newWorkspace()
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function newWorkspace(...records: readonly AnyRecord[]): Promise<Workspace> {
  const disk = await memoryDisk()
  const made = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await put(made, ...records)
  return made
}
const put = (into: Workspace, ...records: readonly AnyRecord[]) =>
  into.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, 0)
  })

async function files(contents: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
const titled = async (title: string, from = workspace) => {
  const head = [...from.heads()].find((candidate) => candidate.title === title)
  return (head && (await from.read(head.id))) ?? expect.fail(`There is no ${title}.`)
}
const take = (options: Parameters<typeof importMarkdown>[3] = {}) =>
  importMarkdown(workspace, bolat, folder, { mapping: 'proposed', ...options })
/** On a disk of its own. */
async function storeOf(): Promise<AttachmentStore> {
  const disk = await memoryDisk()
  return new AttachmentStore(disk.folder, { files: disk.files })
}
const rowsOf = async () => {
  const plan = await previewImport(workspace, bolat, folder, { mapping: 'proposed' })
  return { plan: plan.show(), rows: plan.window({ only: null, text: '' }, 0, 500).rows }
}

describe('a vault that comes a second time', () => {
  it('brings no second note about a country that has a record', async () => {
    await put(workspace, newRecord(1, { kind: 'country', title: 'Kazakhstan', aliases: ['Казахстан'], code: 'KAZ' }))
    // nothing is called as its file
    await put(workspace, newRecord(2, { kind: 'country', title: 'Uzbekistan', code: 'UZB' }))
    await files({
      '.obsidian/app.json': '{}',
      'Страны/Казахстан.md': '---\nкапитал: Астана\ntags: [страна]\n---\n\n# Казахстан\n\nСм. [[Доклад]] и [[Узбекистан]].',
      'Страны/Узбекистан.md': 'Сосед: [[Казахстан]].',
      'Доклады/Доклад.md': '# Глава 1\n\nО [[Страны/Казахстан|стране]].',
    })
    expect(await take()).toMatchObject({ created: 3, refused: [] })
    expect(await take()).toMatchObject({ created: 0, unchanged: 3 })
  })
})

describe('files that link to one another and had to be called otherwise', () => {
  it('are known again', async () => {
    await put(workspace, newNote(1, 'A', 'other'), newNote(2, 'B', 'other'))
    await files({ 'Trip/A.md': 'To [[B]].', 'Trip/B.md': 'Back to [[A]].' })
    expect(await take()).toMatchObject({ created: 2 })
    expect((await titled('A (Trip)')).body).toBe('To [[B (Trip)]].')
    expect(await take()).toMatchObject({ created: 0, unchanged: 2 })
  })
})

describe('the name of a file', () => {
  it('stays an alias where a heading gives the title, unless another is called so', async () => {
    await put(workspace, newNote(1, 'Taken', ''))
    await files({
      'Доклад о меритократии.md': '# Глава 1\n\nТекст',
      'getting-started.md': '# Getting started',
      'a/index.md': '# Start',
      'Taken.md': '# Another',
      'b/Twice.md': '# One of two',
      'c/Twice.md': '# Two of two',
      'Plan.md': '# The plan of 2024',
      'd/Other.md': '# Plan',
      'Named.md': '---\ntitle: By its property\n---\n',
      'Список.md': 'См. [[Доклад о меритократии]].',
    })
    expect(await take()).toMatchObject({ created: 10, refused: [], remarks: [] })
    const aliases = new Map([...workspace.heads()].map((head) => [head.title, head.aliases]))
    expect(aliases.get('Глава 1')).toEqual(['Доклад о меритократии'])
    expect(aliases.get('Plan')).toEqual(['Other'])
    for (const title of ['Getting started', 'Start', 'Another', 'One of two', 'Two of two', 'The plan of 2024', 'By its property'])
      expect(aliases.get(title)).toEqual([])
    expect((await titled('Список')).body).toBe('См. [[Глава 1]].')
    expect(await take()).toMatchObject({ created: 0, unchanged: 10 })
  })
})

describe('a vault of Obsidian', () => {
  it('becomes records of the kinds that folders, types and tags say', async () => {
    await files({
      '.obsidian/app.json': '{}',
      '01 People/Alikhan Baimenov.md':
        '---\naliases: [Baimenov]\nemail: "[a@b.kz](mailto:a@b.kz)"\nphone: "+7 1, +7 2"\nemployer: "[[Orgs/ACSH|the Hub]]"\nposition: Chair\ncountry: Казахстан\nborn: 1959\n---\n',
      'Orgs/ACSH.md': '---\ntype: organisation\n---\n',
      'Meetings/2023/Kick-off.md':
        '---\ndate: 2023-05-17T09:30\nattendees: ["[[Baimenov]]", "[[01 People/Rex|Rex]]", Somebody]\nlocation: Astana\n---\n\n- [ ] Call [[Baimenov]] 📅 2023-06-30\n\n> [!note] Kept\n> as it is #inline',
      'Inbox/Rex.md': '---\ntags: ["#person", expert]\n---\n',
      'Inbox/Deep down/Thought.md': 'See [[Kick-off#Part|that]], [Rex](../Rex.md) and [[Nobody]].',
      'Templates/Meeting.md': '# <% tp.title %>',
    })
    const { plan } = await rowsOf()
    expect(plan).toMatchObject({ from: 'obsidian', files: 6, actions: { create: 5, skip: 1 } })
    expect(plan.mapping.folders).toContainEqual({ path: 'Templates', kind: null, tag: '', leaveOut: true })
    expect(await take()).toMatchObject({ created: 5, skipped: 1, refused: [], remarks: [] })
    expect(await titled('Alikhan Baimenov')).toMatchObject({
      kind: 'contact',
      contactType: 'person',
      aliases: ['Baimenov'],
      emails: [{ value: 'a@b.kz', label: '' }],
      phones: [{ value: '+7 1' }, { value: '+7 2' }],
      posts: [{ title: 'Chair', organisation: 'ACSH' }],
      countries: ['KAZ'],
      extra: { born: 1959 },
    })
    expect(await titled('ACSH')).toMatchObject({ kind: 'contact', contactType: 'organisation', extra: { type: 'organisation' } })
    expect(await titled('Kick-off')).toMatchObject({
      kind: 'meeting',
      start: '2023-05-17',
      place: 'Astana',
      tags: ['2023'],
      participants: [{ person: 'Baimenov' }, { person: 'Rex' }, { person: 'Somebody' }],
      // the hour has no place in the field
      extra: { date: '2023-05-17T09:30' },
      body: '- [ ] Call [[Baimenov]] 📅 2023-06-30\n\n> [!note] Kept\n> as it is #inline',
    })
    expect(await titled('Rex')).toMatchObject({ kind: 'contact', tags: expect.arrayContaining(['person', 'expert', 'Inbox']) as string[] })
    expect(await titled('Thought')).toMatchObject({
      kind: 'note',
      tags: ['Inbox/Deep-down'],
      body: 'See [[Kick-off#Part|that]], [[Rex]] and [[Nobody]].',
    })
  })

  it('in Russian is understood as well', async () => {
    await files({
      'Люди/Иванов.md': '---\nдолжность: Директор\nорганизация: Министерство\nпочта: i@m.ru\n---\n',
      'Заседания/Встреча.md': '---\nдата: 17.05.2023\nместо: Астана\nучастники: Иванов; Петров\n---\n',
      'Страны/Казахстан.md': 'О стране.',
      'Страны/Нигде.md': 'Такой нет.',
    })
    const { remarks } = await take()
    expect(remarks).toEqual([{ file: 'Страны/Нигде.md', remark: expect.stringContaining('No country') as string }])
    expect(await titled('Иванов')).toMatchObject({
      kind: 'contact',
      posts: [{ title: 'Директор', organisation: 'Министерство' }],
      emails: [{ value: 'i@m.ru' }],
    })
    expect(await titled('Встреча')).toMatchObject({
      kind: 'meeting',
      start: '2023-05-17',
      participants: [{ person: 'Иванов' }, { person: 'Петров' }],
      extra: {},
    })
    expect(await titled('Казахстан')).toMatchObject({ kind: 'country', code: 'KAZ', body: 'О стране.' })
    expect(await titled('Нигде')).toMatchObject({ kind: 'note' })
  })

  it('keeps what does not fit its field, and gives every key back as it came', async () => {
    const front = 'date: next week\nsource: {a: 1}\ntopic:\n  - one\n  - two\nclassification: 7\nrating: 4.50\nid: x-1\nempty:\n'
    await files({ 'in/Note.md': `---\n${front}---\n\nText` })
    await importMarkdown(workspace, bolat, join(folder, 'in'), { mapping: 'proposed' })
    const extra = { date: 'next week', source: { a: 1 }, topic: ['one', 'two'], classification: 7, rating: '4.50', id: 'x-1', empty: null }
    expect(await titled('Note')).toMatchObject({ date: '', source: '', topic: '', classification: 'internal', extra })
    await exportMarkdown(workspace, join(folder, 'out'))
    const copy = await newWorkspace()
    await importMarkdown(copy, anna, join(folder, 'out'))
    expect(await titled('Note', copy)).toMatchObject({ extra, body: 'Text' })
    await copy.close()
  })
})

it('notes of Joplin come with their resources, days and tags', async () => {
  const resource = '0123456789abcdef0123456789abcdef'
  await files({
    'Notebook/Trip.md': `---\ntitle: Trip\nupdated: 2023-05-18 10:00:00Z\ncreated: 2023-05-17 09:30:00Z\nlatitude: 51.1\nlongitude: 71.4\naltitude: 0.0000\nsource: https://example.org\ntags:\n  - mission\n---\n\n![photo.jpg](../_resources/photo.jpg)\n[Plan](./Plan.md) ![](:/${resource})\n`,
    'Notebook/Plan.md': '---\ntitle: Plan\nupdated: 2023-05-18 10:00:00Z\ncreated: 2023-05-17 09:30:00Z\n---\n\nText',
    '_resources/photo.jpg': 'a photo',
    [`_resources/${resource}.png`]: 'a picture',
  })
  const { plan } = await rowsOf()
  expect(plan).toMatchObject({ from: 'joplin', attachments: 2, ignored: 0 })
  const store = await storeOf()
  expect(await take({ attachments: store })).toMatchObject({ created: 2, attachments: 2, ignored: 0, remarks: [] })
  const trip = await titled('Trip')
  expect(trip).toMatchObject({
    kind: 'note',
    tags: ['mission', 'Notebook'],
    date: '2023-05-17',
    source: 'https://example.org',
    extra: { created: '2023-05-17 09:30:00Z', updated: '2023-05-18 10:00:00Z', latitude: 51.1, longitude: 71.4, altitude: '0.0000' },
    body: `![[photo.jpg]]\n[[Plan]] ![[${resource}.png]]\n`,
    attachments: [{ name: 'photo.jpg', bytes: 7 }, { name: `${resource}.png` }],
  })
  expect(await store.verify(trip.attachments[0]?.sha256 ?? '')).toBe(7)
})

describe('what is there already', () => {
  const record = newNote(1, 'Visit', 'With [[Rex]].')

  it('is recognised though it got another title when it was first taken in', async () => {
    await put(workspace, newNote(1, 'README', 'of another'))
    await files({ 'a/README.md': 'one', 'b/README.md': 'two [[a/README|one]]', 'c/README.md': 'of another' })
    // the text is there under that title, but for the tag of the folder
    expect(await take()).toMatchObject({ created: 2, unchanged: 0, skipped: 1 })
    expect(await take()).toMatchObject({ created: 0, unchanged: 2, skipped: 1, revision: null })
  })

  it('is recognised where a country’s file came as a note', async () => {
    await put(workspace, newRecord(1, { kind: 'country', title: 'Georgia', code: 'GEO' }))
    await files({ 'Countries/Georgia.md': 'From the *vault*, see [[Trip]].', 'Trip.md': 'To [[Countries/Georgia|there]].' })
    expect(await take()).toMatchObject({ created: 2 })
    const { id } = await titled('Georgia (Countries)')
    const [row] = (await rowsOf()).rows
    expect(row).toMatchObject({ kind: 'note', action: 'same', like: { by: 'content', id, title: 'Georgia (Countries)' } })
    expect(await take()).toMatchObject({ created: 0, unchanged: 2, revision: null })
    await files({ 'Countries/Georgia.md': 'Another text.' })
    const [other] = (await rowsOf()).rows
    expect(other).toMatchObject({ kind: 'note', action: 'create', title: 'Georgia (2)' })
    expect(other?.remarks).toContainEqual(expect.stringContaining('record of “Georgia” already'))
    // it has the text of the note, not of the country
    await files({ 'Countries/Georgia.md': '---\ntopic: Trade\n---\nFrom the *vault*, see [[Trip]].' })
    expect((await rowsOf()).rows[0]).toMatchObject({ kind: 'note', action: 'skip', like: { by: 'content', id } })
  })

  it('takes what was edited in its export, and not when it was changed here since', async () => {
    await put(workspace, record, newNote(2, 'Other'))
    await exportMarkdown(workspace, folder)
    const path = join(folder, 'Notes', 'Visit.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace('With', 'Travelled with'))
    expect((await rowsOf()).rows).toMatchObject([
      { title: 'Other', action: 'same', choices: ['same'] },
      { title: 'Visit', action: 'update', choices: ['update', 'skip'], like: { by: 'id', id: idOf(1) } },
    ])
    expect(await take()).toMatchObject({ created: 0, updated: 1, unchanged: 1, refused: [] })
    expect(await titled('Visit')).toMatchObject({ rev: 2, body: 'Travelled with [[Rex]].' })
    await writeFile(path, (await readFile(path, 'utf8')).replace('Travelled', 'Flew'))
    expect(await take()).toMatchObject({
      updated: 0,
      refused: [{ file: 'Notes/Visit.md', reason: expect.stringContaining('differs') as string }],
    })
    expect(await titled('Visit')).toMatchObject({ body: 'Travelled with [[Rex]].' })
  })

  it('keeps its old title as an alias when the file has another, so that links go on to find it', async () => {
    await put(workspace, record, newNote(2, 'Other', '[[Visit]]'))
    await exportMarkdown(workspace, folder)
    const path = join(folder, 'Notes', 'Visit.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace('kind: note', 'kind: note\ntitle: Journey'))
    expect(await take()).toMatchObject({ updated: 2 })
    expect(await titled('Journey')).toMatchObject({ id: idOf(1), aliases: ['Visit'] })
    expect(await titled('Other')).toMatchObject({ body: '[[Journey]]' })
  })

  it('keeps its names when a file of another workspace has it updated', async () => {
    const source = await newWorkspace(newRecord(7, { kind: 'contact', title: 'Rex Facer', aliases: ['Rex'], shortName: 'RF' }))
    await exportMarkdown(source, folder)
    await source.close()
    await put(workspace, newRecord(8, { kind: 'contact', title: 'Facer', aliases: ['Rex Facer', 'The Dean'] }))
    const { rows } = await rowsOf()
    expect(rows).toMatchObject([{ action: 'refused', choices: ['refused', 'create', 'update'], like: { by: 'title', id: idOf(8) } }])
    const again = await openSource(folder)
    const read = await readSource(again, {})
    await runImport({
      source: again,
      read,
      mapping: { folders: [], kinds: [], keys: [] },
      decisions: new Map([['Contacts/Rex Facer.md', 'update']]),
      seen: new Map(),
      store: undefined,
      now: '',
      author: bolat,
      newId: () => idOf(99),
      signal: undefined,
      onProgress: () => undefined,
      transact: (work) => workspace.transact(bolat, work),
    })
    expect(await titled('Facer')).toMatchObject({ id: idOf(8), shortName: 'RF', aliases: ['Rex Facer', 'The Dean', 'Rex'] })
  })

  it('is never changed when it is adopted', async () => {
    const adopted = newRecord(3, { kind: 'meeting', title: 'Committee', stage: 'adopted', body: 'As adopted.' })
    await put(workspace, adopted)
    await exportMarkdown(workspace, folder)
    const path = join(folder, 'Meetings', 'Committee.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace('As adopted', 'As somebody would like it'))
    expect((await rowsOf()).rows).toMatchObject([
      { action: 'refused', choices: ['refused'], remarks: [expect.stringContaining('corrigendum')] },
    ])
    expect(await take()).toMatchObject({ updated: 0, refused: [{ reason: expect.stringContaining('corrigendum') as string }] })
    expect(await titled('Committee')).toMatchObject({ rev: 1, body: 'As adopted.' })
  })

  it('is not made minutes of an adopted text by a file', async () => {
    await put(workspace, newRecord(3, { kind: 'meeting', title: 'Committee', stage: 'circulated', body: 'Draft.' }))
    await exportMarkdown(workspace, folder)
    const path = join(folder, 'Meetings', 'Committee.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace('stage: circulated', 'stage: adopted'))
    expect(await take()).toMatchObject({ updated: 0, refused: [{ reason: expect.stringContaining('adopt them there') as string }] })
  })

  it('of two files with one id the one that an export set aside is not the file of the record', async () => {
    await files({
      'One (edited).md': `---\nid: ${idOf(5)}\nkind: note\n---\n\nby hand`,
      'One.md': `---\nid: ${idOf(5)}\nkind: note\n---\n\nas exported`,
    })
    expect((await rowsOf()).rows).toMatchObject([
      { path: 'One (edited).md', action: 'refused', choices: ['refused', 'create'], remarks: ['Another file has the same id: One.md.'] },
      { path: 'One.md', action: 'create' },
    ])
    // alone it is what there is
    await rm(join(folder, 'One.md'))
    expect((await rowsOf()).rows).toMatchObject([{ path: 'One (edited).md', action: 'create' }])
  })

  it.each([
    ['kind: note\n', ''],
    ['kind: note', 'kind: nite'],
  ])('whose kind was lost or spoilt comes in as no other note: %j', async (line, spoilt) => {
    await put(workspace, { ...newNote(3), title: 'One', body: 'As it was.' })
    await exportMarkdown(workspace, folder)
    const path = join(folder, 'Notes', 'One.md')
    await writeFile(path, (await readFile(path, 'utf8')).replace(line, spoilt).replace('As it was.', 'By hand.'))
    expect(await take()).toMatchObject({
      created: 0,
      updated: 0,
      refused: [{ file: 'Notes/One.md', reason: expect.stringContaining('“kind”') as string }],
    })
    // an id of other programs is theirs
    await files({ 'Theirs.md': `---\nid: ${idOf(9)}\n---\n\nText.` })
    expect(await take()).toMatchObject({ created: 1 })
  })

  it('of two files with one id the first counts, and the second is named', async () => {
    await files({
      'a.md': `---\nid: ${idOf(5)}\nkind: note\n---\n\none`,
      'b.md': `---\nid: ${idOf(5)}\nkind: note\n---\n\ntwo`,
    })
    expect((await rowsOf()).rows).toMatchObject([
      { path: 'a.md', action: 'create' },
      { path: 'b.md', action: 'refused', choices: ['refused', 'create'], remarks: ['Another file has the same id: a.md.'] },
    ])
  })
})

describe('what cannot be taken in', () => {
  it.skipIf(process.platform === 'win32')(
    'is counted and named too where it is passed over unseen, and what is no file at all',
    async () => {
      await files({
        '.obsidian/app.json': '{}',
        '.obsidian/themes/a.css': '',
        'Deep/.DS_Store': '',
        '.rapporteur-export.json': '{}',
        'Note.md': 'See [[Pipe]].',
      })
      const server = createServer()
      await new Promise<void>((resolve) => void server.listen(join(folder, 'Pipe.md'), resolve))
      const { plan } = await rowsOf()
      expect(plan).toMatchObject({
        files: 2,
        ignored: 2,
        ignoredFiles: ['.obsidian', 'Deep/.DS_Store'],
        actions: { create: 1, refused: 1 },
      })
      const report = await take()
      server.close()
      expect(report).toMatchObject({
        created: 1,
        ignored: 2,
        ignoredFiles: ['.obsidian', 'Deep/.DS_Store'],
        refused: [{ file: 'Pipe.md', reason: expect.stringContaining('no file') as string }],
      })
    },
  )

  it('is counted in what was found, and files that nothing names are called by their names', async () => {
    await files({ 'Note.md': '![[plan.png]]', 'plan.png': 'a plan', 'Loose ends.txt': 'x', 'board.canvas': '{}' })
    await writeFile(join(folder, 'Broken.md'), Buffer.from([0xc3, 0x28]))
    await symlink(join(folder, 'Note.md'), join(folder, 'Link.md'))
    const { plan, rows } = await rowsOf()
    expect(plan).toMatchObject({ files: 3, attachments: 1, ignored: 2, ignoredFiles: ['Loose ends.txt', 'board.canvas'] })
    expect(rows).toHaveLength(3)
    expect(await take({ attachments: await storeOf() })).toMatchObject({ ignored: 2, ignoredFiles: ['Loose ends.txt', 'board.canvas'] })
  })

  it('files of 2 GB are named, a note and a picture, and nothing of them is held', async () => {
    await files({ 'large.md': '', 'large.bin': '', 'Note.md': '![[large.bin]]' })
    for (const name of ['large.md', 'large.bin']) await truncate(join(folder, name), 2_000_000_000)
    const { created, refused, remarks } = await take({ attachments: await storeOf() })
    expect(created).toBe(1)
    expect(refused).toEqual([{ file: 'large.md', reason: 'it is larger than 20 MB' }])
    expect(remarks).toMatchObject([{ file: 'Note.md', remark: expect.stringContaining('at most 100 MB') as string }])
    expect(await titled('Note')).toMatchObject({ attachments: [], body: '![[large.bin]]' })
  })

  it('a folder that goes while it is read changes nothing', async () => {
    await files({ 'a.md': 'x', 'b.md': 'y' })
    const going = take({ onProgress: (done, total) => (done === total ? rmSync(folder, { recursive: true }) : undefined) })
    await expect(going).rejects.toMatchObject({ code: 'MISSING' })
    expect(workspace.revision).toBe(0)
  })

  it('a disk that is full changes nothing, and keeps no content', async () => {
    await files({ 'Note.md': '![[picture.png]]', 'picture.png': 'x' })
    const disk = await memoryDisk()
    const store = new AttachmentStore(disk.folder, { files: disk.files, freeBytes: () => Promise.resolve(10) })
    await expect(take({ attachments: store })).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(workspace.revision).toBe(0)
    const kept: string[] = []
    for await (const sha256 of store.list()) kept.push(sha256)
    expect(kept).toEqual([])
  })

  it('a stop changes nothing, also when it comes while files are written', async () => {
    await files({ 'Note.md': '![[picture.png]]', 'picture.png': 'x' })
    const controller = new AbortController()
    const disk = await memoryDisk()
    const store = new AttachmentStore(disk.folder, {
      files: disk.files,
      freeBytes: async () => {
        controller.abort()
        return undefined
      },
    })
    await expect(take({ attachments: store, signal: controller.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(workspace.revision).toBe(0)
  })

  it.skipIf(process.getuid?.() === 0)('a file that may not be read is named, and the others go on', async () => {
    await files({ 'a.md': 'x', 'b.md': 'y' })
    await chmod(join(folder, 'b.md'), 0)
    expect(await take()).toMatchObject({ created: 1, refused: [{ file: 'b.md', reason: 'the system does not let it be read' }] })
  })
})
