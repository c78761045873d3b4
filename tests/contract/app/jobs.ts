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
