/** Making a workspace anew from backups alone. */
import { expect, test } from 'vitest'
import { newFolder, type Caller, type Connect, type Connection } from './connection.ts'
import { section } from './section.ts'

const NAME = '2023-06-15T12-00-00.000Z'

/** Backs the open workspace up into a second place. */
async function backUp(caller: Caller, connection: Connection): Promise<{ handle: string; location: string }> {
  const stick = await newFolder(connection)
  const arrived = caller.next('backups.changed', ({ secondPlace, running }) => !running && (secondPlace?.lastAt ?? '') !== '')
  await caller.call('backups.choosePlace', { folder: stick.handle })
  await arrived
  return stick
}

export function describeRestore(connect: Connect): void {
  section('restoring into a new folder', connect, ({ caller, connection }) => {
    test('makes the workspace anew, with its records, while the old one stays', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Then', body: 'As it was.' })
      await caller().call('search.save', { id: null, name: 'Notes', text: 'kind:note', sort: 'newest' })
      const stick = await backUp(caller(), connection())
      await caller().create({ kind: 'note', title: 'Since' })
      const before = (await caller().call('app.state', {})).workspace
      if (before.status !== 'open') expect.fail('No workspace is open.')

      const [found, ...more] = await caller().call('restore.find', { folder: stick.handle })
      expect(more).toEqual([])
      expect(found).toMatchObject({ workspace: before.name, unusable: 0, backups: [{ records: 1, counts: { note: 1 } }] })
      expect(found?.location).toContain(stick.location)
      expect(found?.proposed).toMatchObject({ holds: 'nothing', writable: true })

      const into = await newFolder(connection())
      const ended = caller().next('jobs.progressed', ({ kind, state }) => kind === 'restore' && state !== 'running')
      const { folder = '', backups = [] } = found ?? {}
      await caller().call('restore.start', { folder, name: backups[0]?.name ?? '', into: into.handle })
      const job = await ended
      expect(job).toMatchObject({ state: 'done', error: null, leftOut: [] })
      expect(job.done).toBe(job.total)

      const opening = caller().next('app.stateChanged', ({ workspace }) => workspace.status === 'opening')
      await caller().call('workspace.open', { folder: job.folder ?? '' })
      // windows keep what they know of a workspace by its id, and this one has the same
      await opening
      const after = (await caller().call('app.state', {})).workspace
      expect(after).toMatchObject({ status: 'open', id: before.id, name: before.name, location: into.location })
      expect(await caller().titles({ kind: 'note' })).toEqual(['Then'])
      expect((await caller().call('search.saved', {})).searches).toMatchObject([{ name: 'Notes', text: 'kind:note', sort: 'newest' }])
      expect(await caller().call('records.get', { id })).toMatchObject({ body: 'As it was.' })
      expect((await caller().call('history.list', { id, from: 0, count: 10 })).total).toBeGreaterThan(0)
    })

    test('refuses what is not there, is not empty, or lies among the backups', async () => {
      await caller().create({ kind: 'note', title: 'Then' })
      const stick = await backUp(caller(), connection())
      const [found] = await caller().call('restore.find', { folder: stick.handle })
      const { folder = '', backups = [] } = found ?? {}
      const name = backups[0]?.name ?? ''
      const into = await newFolder(connection())
      expect(await caller().call('restore.find', { folder: into.handle })).toEqual([])
      await caller().refused('NOT_FOUND', 'restore.find', { folder: '/' })
      for (const wrong of [NAME, '../workspace', '..'])
        await caller().refused('NOT_FOUND', 'restore.start', { folder, name: wrong, into: into.handle })
      await caller().refused('NOT_FOUND', 'restore.start', { folder, name, into: stick.location })
      await caller().refused('NOT_EMPTY', 'restore.start', { folder, name, into: folder })

      const ended = caller().next('jobs.progressed', ({ kind, state }) => kind === 'restore' && state !== 'running')
      await caller().call('restore.start', { folder, name, into: stick.handle })
      expect(await ended).toMatchObject({ state: 'failed', error: { code: 'NOT_EMPTY' }, folder: null })
    })
  })
}
