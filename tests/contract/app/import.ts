/** Imports: read once, shown as a table, corrected, taken in as one step that can be undone. */
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import type { Output } from '../../../src/shared/contract/index.ts'
import { newFolder, type Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

type Plan = Output<'import.plan'>

const vault = {
  '.obsidian/app.json': '{}',
  'People/Alikhan Baimenov.md': '---\nemail: a@b.kz\nrole: Chair\norganisation: "[[Astana Civil Service Hub]]"\n---\n\nMet in [[Visit]].',
  'Projects/Visit.md': '---\ntags: [mission]\nmood: good\n---\n\nWith [[Alikhan Baimenov]].\n\n![[plan.png]]\n',
  'Templates/Note.md': '# {{title}}',
  'files/plan.png': 'not really a picture',
}

export function describeImport(connect: Connect): void {
  section('imports', connect, ({ caller, connection }) => {
    async function folderWith(files: Readonly<Record<string, string>>): Promise<{ handle: string; location: string }> {
      const folder = await newFolder(connection())
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder.location, path)), { recursive: true })
        await writeFile(join(folder.location, path), text)
      }
      return folder
    }

    async function ended(from: Caller, start: () => Promise<{ id: string }>): Promise<Output<'jobs.get'>> {
      const end = from.next('jobs.progressed', ({ state }) => state !== 'running')
      const { id } = await start()
      expect((await end).id).toBe(id)
      return from.call('jobs.get', { id })
    }

    async function read(source: string, from = caller()): Promise<Plan> {
      const job = await ended(from, () => from.call('import.read', { source }))
      expect(job).toMatchObject({ kind: 'read', state: 'done', error: null })
      return from.call('import.plan', { plan: job.plan ?? expect.fail() })
    }

    const rowsOf = async ({ plan }: Plan) => (await caller().call('import.rows', { plan, from: 0, count: 500, only: null, text: '' })).rows
    const take = ({ plan }: Plan) => ended(caller(), () => caller().call('import.start', { plan }))

    test('a vault is read, shown, taken in and taken back', async () => {
      const plan = await read((await folderWith(vault)).handle)
      expect(plan).toMatchObject({
        from: 'obsidian',
        files: 3,
        attachments: 1,
        // the settings of Obsidian
        ignored: 1,
        ignoredFiles: ['.obsidian'],
        actions: { create: 2, update: 0, same: 0, skip: 1, refused: 0 },
      })
      expect((await rowsOf(plan)).map(({ path, kind, action }) => [path, kind, action])).toEqual([
        ['People/Alikhan Baimenov.md', 'contact', 'create'],
        ['Projects/Visit.md', 'note', 'create'],
        ['Templates/Note.md', 'note', 'skip'],
      ])
      expect(await caller().titles({})).toEqual([])
      const job = await take(plan)
      expect(job).toMatchObject({
        kind: 'import',
        state: 'done',
        imported: { created: 2, skipped: 1, attachments: 1, refused: [], remarks: [] },
      })
      expect(await caller().titles({})).toEqual(['Alikhan Baimenov', 'Visit'])
      const shown = await rowsOf(plan)
      const person = await caller().call('records.get', { id: shown[0]?.like?.id ?? expect.fail() })
      expect(person).toMatchObject({ kind: 'contact', emails: [{ value: 'a@b.kz', label: '' }] })
      expect(person).toMatchObject({ posts: [{ title: 'Chair', organisation: 'Astana Civil Service Hub' }] })
      const visit = await caller().call('records.get', { id: shown[1]?.like?.id ?? expect.fail() })
      expect(visit).toMatchObject({ tags: ['mission', 'Projects'], extra: { mood: 'good' }, attachments: [{ name: 'plan.png' }] })
      await caller().call('undo.apply', { revision: job.imported?.revision ?? expect.fail() })
      expect(await caller().titles({})).toEqual([])
    })

    test('with a record that was edited since, the others of an import are taken back, and come in again', async () => {
      const old = await caller().create({ kind: 'note', title: 'Old', topic: 'Before' })
      const plan = await read(
        (await folderWith({ 'A.md': 'Sees [[B]] and [[Old]].', 'B.md': 'Text.', 'C.md': 'Text.', 'Old.md': '---\ntopic: After\n---\n' }))
          .handle,
      )
      await caller().call('import.decide', { plan: plan.plan, paths: ['Old.md'], action: 'update', only: null, text: '' })
      const { imported } = await take(plan)
      const revision = imported?.revision ?? expect.fail()
      const like = (await rowsOf(plan)).map((row) => row.like?.id ?? expect.fail())
      const edited = await caller().call('records.get', { id: like[0] ?? expect.fail() })
      await caller().call('records.update', {
        kind: 'note',
        id: edited.id,
        baseRev: edited.rev,
        patch: { body: `${edited.body} And mine.` },
      })

      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision })
      // the edited one links to a record that the import made, and to one that was there before
      expect(details).toMatchObject({ others: 3, left: { count: 1, records: [{ title: 'A', reason: 'changedSince' }], withLostLinks: 1 } })
      const taken = await caller().call('undo.apply', { revision, leaveChanged: true })
      expect(taken.left?.count).toBe(1)
      expect(await caller().titles({})).toEqual(['A', 'Old'])
      expect(await caller().call('records.get', { id: edited.id })).toMatchObject({
        body: 'Sees [[B]] and [[Old]]. And mine.',
        trashed: null,
      })
      expect(await caller().call('records.get', { id: old.id })).toMatchObject({ topic: 'Before' })
      await caller().call('undo.apply', { revision: taken.commit.revision })
      expect(await caller().titles({})).toEqual(['A', 'B', 'C', 'Old'])
      expect(await caller().call('records.get', { id: old.id })).toMatchObject({ topic: 'After' })
    })

    test('the mapping and single rows are corrected before anything is written', async () => {
      const plan = await read((await folderWith(vault)).handle)
      const mapping = { folders: [{ path: 'People', kind: 'note' as const, tag: 'person', leaveOut: false }], kinds: [], keys: [] }
      const mapped = await caller().call('import.map', { plan: plan.plan, mapping })
      expect(mapped).toMatchObject({ mapping, actions: { create: 3, skip: 0 } })
      const decided = await caller().call('import.decide', {
        plan: plan.plan,
        paths: ['Projects/Visit.md', 'nowhere.md'],
        action: 'skip',
        only: null,
        text: '',
      })
      expect(decided.actions).toMatchObject({ create: 2, skip: 1 })
      const found = await caller().call('import.rows', { plan: plan.plan, from: 0, count: 10, only: 'create', text: 'BAIMENOV people' })
      expect(found).toMatchObject({ total: 1, rows: [{ title: 'Alikhan Baimenov', kind: 'note', choices: ['create', 'skip'] }] })
      expect((await take(plan)).imported).toMatchObject({ created: 2, skipped: 1 })
      expect(await caller().titles({ kind: 'note' })).toEqual(['{{title}}', 'Alikhan Baimenov'])
    })

    test('what is there already is recognised, and updated when the person says so', async () => {
      const visit = await caller().create({ kind: 'note', title: 'Visit', body: 'Something else.', topic: 'Travel' })
      const folder = await folderWith({ 'Visit.md': '---\nsource: Letter\n---\n\nText of the file.' })
      const plan = await read(folder.handle)
      const [row] = await rowsOf(plan)
      expect(row).toMatchObject({
        action: 'create',
        title: 'Visit (2)',
        choices: ['create', 'update', 'skip'],
        like: { by: 'title', id: visit.id },
      })
      await caller().call('import.decide', { plan: plan.plan, paths: null, action: 'update', only: 'create', text: '' })
      expect((await take(plan)).imported).toMatchObject({ created: 0, updated: 1 })
      expect(await caller().call('records.get', { id: visit.id })).toMatchObject({
        body: 'Text of the file.',
        topic: 'Travel',
        source: 'Letter',
      })
      const again = await read(folder.handle)
      expect(await rowsOf(again)).toMatchObject([{ action: 'same', like: { by: 'content', id: visit.id } }])
      const job = await take(again)
      expect(job.imported).toMatchObject({ created: 0, unchanged: 1, revision: null })
    })

    test('a record that was changed after the table was made is not overwritten', async () => {
      const visit = await caller().create({ kind: 'note', title: 'Visit', body: 'Something else.' })
      const plan = await read((await folderWith({ 'Visit.md': 'Text of the file.' })).handle)
      await caller().call('import.decide', { plan: plan.plan, paths: ['Visit.md'], action: 'update', only: null, text: '' })
      await caller().call('records.update', { kind: 'note', id: visit.id, baseRev: visit.rev, patch: { body: 'Written meanwhile.' } })
      const { imported } = await take(plan)
      expect(imported).toMatchObject({
        updated: 0,
        revision: null,
        refused: [{ file: 'Visit.md', reason: expect.stringContaining('since') as string }],
      })
      expect(await caller().call('records.get', { id: visit.id })).toMatchObject({ body: 'Written meanwhile.' })
    })

    test('files that changed, came or went after the table was made are named', async () => {
      const folder = await folderWith({ 'changed.md': 'one', 'gone.md': 'two', 'other.md': '# Other' })
      const plan = await read(folder.handle)
      await writeFile(join(folder.location, 'changed.md'), 'three')
      await rm(join(folder.location, 'gone.md'))
      await writeFile(join(folder.location, 'other.md'), '# Another')
      await writeFile(join(folder.location, 'new.md'), 'four')
      const { imported } = await take(plan)
      expect(imported).toMatchObject({ created: 1, remarks: [{ file: 'changed.md' }] })
      expect(imported?.refused.map(({ file }) => file).toSorted()).toEqual(['gone.md', 'new.md', 'other.md'])
    })

    test('a zip file is chosen as the host does it, and read without being unpacked', async () => {
      const folder = await folderWith({ 'notes.txt': 'no archive' })
      const path = join(folder.location, 'Vault.ZIP')
      const zip = new ZipFile()
      zip.addBuffer(Buffer.from('Text with ![[plan.png]]'), 'Vault/Visit.md')
      zip.addBuffer(Buffer.from('a picture'), 'Vault/files/plan.png')
      zip.end()
      await pipeline(zip.outputStream, createWriteStream(path))
      const { capabilities } = await caller().call('app.state', {})
      if (capabilities.folderDialog === 'native' && !connection().answerArchive) return
      await connection().answerArchive?.(path)
      const archive =
        capabilities.folderDialog === 'native'
          ? await caller().call('import.chooseArchive', {})
          : (await caller().call('folders.list', { folder: folder.handle })).archives[0]
      expect(archive).toMatchObject({ name: 'Vault.ZIP', location: path, bytes: expect.any(Number) as number })
      const plan = await read(archive?.handle ?? '')
      expect(plan).toMatchObject({ location: path, files: 1, attachments: 1, ignored: 0 })
      expect((await take(plan)).imported).toMatchObject({ created: 1, attachments: 1, refused: [] })
      const row = (await rowsOf(plan))[0]
      expect(row).toMatchObject({ path: 'Visit.md', like: { by: 'id', title: 'Visit' } })
      expect((await readdir(folder.location)).toSorted()).toEqual(['Vault.ZIP', 'notes.txt'])
    })

    test('a plan is one window’s, and gone with it', async () => {
      const { secondClient } = connection()
      if (!secondClient) return
      const { plan } = await read((await folderWith({ 'a.md': 'one' })).handle)
      const other = await secondClient()
      expect(await other.call('import.plan', { plan })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      expect(await other.call('import.drop', { plan })).toMatchObject({ ok: true })
      await other.close()
      expect((await caller().call('import.plan', { plan })).files).toBe(1)
    })

    test('a folder that is gone fails in words and changes nothing', async () => {
      const folder = await folderWith({ 'a.md': 'one' })
      const plan = await read(folder.handle)
      await rm(folder.location, { recursive: true })
      expect(await take(plan)).toMatchObject({ state: 'failed', error: { code: 'MISSING' } })
      expect(await caller().titles({})).toEqual([])
      expect(await rowsOf(plan)).toHaveLength(1)
      await caller().refused('MISSING', 'import.read', { source: folder.handle })
    })

    test('the folder of the workspace, unknown choices and dropped plans are refused', async () => {
      const [own] = await caller().call('workspace.recent', {})
      await caller().refused('INVALID_INPUT', 'import.read', { source: own?.handle ?? '' })
      await caller().refused('NOT_FOUND', 'import.read', { source: '/tmp' })
      const { plan } = await read((await folderWith({ 'a.md': 'one' })).handle)
      await caller().call('import.drop', { plan })
      await caller().refused('NOT_FOUND', 'import.plan', { plan })
      await caller().refused('NOT_FOUND', 'import.start', { plan })
    })
  })
}
