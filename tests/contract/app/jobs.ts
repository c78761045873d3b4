/** Long work. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { exportPresets } from '../../../src/shared/model/export-options.ts'
import { newFolder, type Connect } from './connection.ts'
import { section } from './section.ts'

const everything = { scope: { what: 'everything' }, options: exportPresets.obsidian } as const
type Found = Extract<Input<'export.start'>['scope'], { what: 'search' }>

export function describeJobs(connect: Connect): void {
  section('jobs', connect, ({ caller, connection }) => {
    test('exports everything and says when it is done', async () => {
      await caller().create({ kind: 'note', title: 'Note', body: 'Text' })
      const folder = await newFolder(connection())
      const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      const started = await caller().call('export.start', { folder: folder.handle, name: 'Export', ...everything })
      expect(started).toMatchObject({ kind: 'export', state: 'running', report: null, error: null })
      const job = await ended
      expect(job).toMatchObject({ id: started.id, state: 'done', error: null, folder: expect.any(String) })
      expect(job.report?.location).toBe(join(folder.location, 'Export'))
      expect((await readdir(folder.location, { recursive: true })).some((name) => name.endsWith('Note.md'))).toBe(true)
      expect(await caller().call('jobs.get', { id: started.id })).toMatchObject({ state: 'done' })
    })

    test('reads an export back, says so meanwhile, and writes EXPORT.md when it is asked for', async () => {
      await caller().create({ kind: 'note', title: 'Note', body: 'Text' })
      const folder = await newFolder(connection())
      const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      const options = { ...exportPresets.obsidian, report: true }
      await caller().call('export.start', { folder: folder.handle, name: 'Export', ...everything, options })
      const { report, phase, done, total } = await ended
      expect(report?.proof).toMatchObject({ records: 1, files: 0, losses: [], moreLosses: 0, foreign: [] })
      expect({ phase, done, total }).toEqual({ phase: 'checking', done: 1, total: 1 })
      expect(await readFile(join(folder.location, 'Export', 'EXPORT.md'), 'utf8')).toContain(report?.proof?.digest)
    })

    test('a second export into a folder joins the one that runs', async () => {
      await caller().create({ kind: 'note', title: 'Note', body: 'Text' })
      const folder = await newFolder(connection())
      const start = (name: string) => caller().call('export.start', { folder: folder.handle, name, ...everything })
      const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      const [first, second] = await Promise.all([start('Export'), start('Export')])
      expect(second.id).toBe(first.id)
      expect(await ended).toMatchObject({ id: first.id, state: 'done' })
      const again = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      expect((await start('Export')).id).not.toBe(first.id)
      expect(await again).toMatchObject({ state: 'done' })
    })

    test('exports what a search finds, and into no folder where an export of everything lies', async () => {
      await caller().create({ kind: 'note', title: 'Visit', body: 'To [[Letter]] and [[Alikhan Baimenov]].' })
      await caller().create({ kind: 'note', title: 'Letter', body: 'Nothing of it.' })
      await caller().create({ kind: 'contact', title: 'Alikhan Baimenov' })
      const folder = await newFolder(connection())
      const start = async (name: string, search?: Omit<Found, 'what'>) => {
        const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
        await caller().call('export.start', {
          folder: folder.handle,
          name,
          ...everything,
          ...(search && { scope: { what: 'search', ...search } }),
        })
        return ended
      }
      const job = await start('Found', { text: 'Байменов', filters: { kinds: ['note'] } })
      expect(job).toMatchObject({ state: 'done', report: { files: 1, damaged: [] } })
      expect(await readdir(join(folder.location, 'Found', 'Notes'))).toEqual(['Visit.md'])
      expect(await readFile(join(folder.location, 'Found', 'Notes', 'Visit.md'), 'utf8')).toContain(
        'To [[Letter]] and [[Alikhan Baimenov]].',
      )
      await start('All')
      expect(await start('All', { text: 'visit' })).toMatchObject({ state: 'failed', error: { code: 'NOT_EMPTY' } })
      expect((await readdir(join(folder.location, 'All', 'Notes'))).toSorted()).toEqual(['Letter.md', 'Visit.md'])
      expect(await start('None', { text: 'xyzzyq' })).toMatchObject({ state: 'failed', error: { code: 'NOT_FOUND' } })
      expect(await readdir(folder.location)).not.toContain('None')
    })

    test('shows what an export would write, and then writes just that', async () => {
      await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ', countries: ['KAZ'] })
      await caller().create({ kind: 'note', title: 'Visit: first', countries: ['KAZ'], date: '2019' })
      await caller().create({ kind: 'note', title: 'Of nobody', classification: 'public' })
      await caller().create({ kind: 'note', title: 'Secret', countries: ['KAZ'], classification: 'confidential' })
      const { id } = await caller().create({ kind: 'note', title: 'In the trash', countries: ['KAZ'] })
      await caller().trash(id)
      const chosen = { ...everything, options: { ...exportPresets.plain, layout: 'country', language: 'ru', upTo: 'internal' } } as const
      const preview = await caller().call('export.preview', chosen)
      expect(preview).toEqual({
        records: 3,
        attachments: 0,
        folders: [
          { path: 'Без страны', count: 1, first: ['Of nobody'] },
          { path: 'Казахстан', count: 2, first: ['Kazakhstan', 'Visit- first'] },
        ],
        moreFolders: 0,
        level: 'internal',
        withheld: { records: 1, passages: 0, files: 0 },
        mayWithhold: true,
        drops: [{ code: 'properties', count: 3 }],
      })
      expect(await caller().call('export.preview', everything)).toMatchObject({
        records: 4,
        mayWithhold: false,
        folders: [
          { path: 'Countries', count: 1 },
          { path: 'Notes', first: ['Of nobody', 'Secret', 'Visit- first'] },
        ],
      })
      // nothing of the scope is above the level, but it may name what is
      const known = await caller().create({ kind: 'note', title: 'On Secret', body: 'As [[Secret]] says.' })
      const one: Input<'export.preview'> = {
        scope: { what: 'records', ids: [known.id] },
        options: { ...everything.options, upTo: 'internal' },
      }
      expect(await caller().call('export.preview', one)).toMatchObject({
        records: 1,
        withheld: { records: 0, passages: 0, files: 0 },
        mayWithhold: true,
      })
      await caller().trash(known.id)
      const folder = await newFolder(connection())
      const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      await caller().call('export.start', { folder: folder.handle, name: 'Export', ...chosen })
      const { report } = await ended
      await caller().create({ kind: 'note', title: 'Another' })
      expect(await caller().call('export.preview', everything)).toMatchObject({ records: 5, folders: [{}, { count: 4 }] })
      expect(report).toMatchObject({ files: 3, level: preview.level, withheld: preview.withheld, drops: preview.drops })
      for (const { path, first } of preview.folders)
        expect((await readdir(join(folder.location, 'Export', path))).toSorted()).toEqual(first.map((stem) => `${stem}.md`))
    })

    test('a scope is what the window shows: a country’s page, chosen records, a list, a search', async () => {
      const country = await caller().create({ kind: 'country', title: 'Estonia', code: 'EST' })
      const note = await caller().create({ kind: 'note', title: 'On Estonia', countries: ['EST'], tags: ['visit'] })
      await caller().create({ kind: 'note', title: 'On others', countries: ['LVA'], tags: ['visit'] })
      await caller().create({ kind: 'contact', title: 'Victor Guzun', represents: { country: 'EST', organisation: '' } })
      await caller().create({ kind: 'contact', title: 'Bank', contactType: 'organisation', seat: 'EST' })
      const seat = { function: '', status: '', title: '', presence: 'present', replacedBy: '' } as const
      await caller().create({
        kind: 'meeting',
        title: 'Session',
        stage: 'draft',
        start: '2023-05-17',
        participants: [{ person: 'Somebody', represents: { country: 'EST', organisation: '' }, ...seat }],
      })
      const names = async (scope: Input<'export.preview'>['scope']) => {
        const { folders, records } = await caller().call('export.preview', { ...everything, scope })
        const found = folders.flatMap(({ first }) => first).toSorted()
        expect(found).toHaveLength(records)
        return found
      }
      expect(await names({ what: 'country', code: 'EST' })).toEqual(['Bank', 'Estonia', 'On Estonia', 'Session', 'Victor Guzun'])
      expect(await names({ what: 'records', ids: [note.id, country.id] })).toEqual(['Estonia', 'On Estonia'])
      const sort = { key: 'title', direction: 'ascending' } as const
      expect(await names({ what: 'list', query: { kind: 'note', tag: 'visit', sort } })).toEqual(['On Estonia', 'On others'])
      expect(await names({ what: 'search', text: 'country:Эстония' })).toContain('On Estonia')
      await caller().refused('NOT_FOUND', 'export.preview', { ...everything, scope: { what: 'country', code: 'LVA' } })
    })

    test('a finished job can be asked to stop, an unknown one is not found', async () => {
      const folder = await newFolder(connection())
      const ended = caller().next('jobs.progressed', ({ state }) => state !== 'running')
      const { id } = await caller().call('export.start', { folder: folder.handle, name: 'Export', ...everything })
      await ended
      await caller().call('jobs.cancel', { id })
      expect((await caller().call('jobs.get', { id })).state).toBe('done')
      await caller().refused('NOT_FOUND', 'jobs.get', { id: 'none' })
      await caller().refused('NOT_FOUND', 'jobs.cancel', { id: 'none' })
    })

    test('names that lead elsewhere and the workspace’s own folder are refused', async () => {
      const folder = await newFolder(connection())
      for (const name of ['..', 'a/b', 'nul', '.hidden']) {
        expect(await caller().issues('export.start', { folder: folder.handle, name, ...everything })).toEqual([
          { path: 'name', problem: 'folderName' },
        ])
      }
      const [own] = await caller().call('workspace.recent', {})
      await caller().refused('NOT_EMPTY', 'export.start', { folder: own?.handle ?? '', name: 'Export', ...everything })
      await caller().refused('NOT_FOUND', 'export.start', { folder: '/tmp', name: 'Export', ...everything })
    })
  })
}
