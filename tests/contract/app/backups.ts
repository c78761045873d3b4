/** Backups. */
import { expect, test } from 'vitest'
import { newFolder, type Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

const NAME = '2023-06-15T12-00-00.000Z'

async function make(caller: Caller): Promise<string> {
  const ended = caller.next('jobs.progressed', ({ kind, state }) => kind === 'backup' && state !== 'running')
  await caller.call('backups.make', {})
  expect(await ended).toMatchObject({ state: 'done', report: null, folder: null })
  const [latest] = (await caller.call('backups.list', {})).backups
  return latest?.name ?? ''
}

export function describeBackups(connect: Connect): void {
  section('backups', connect, ({ caller, connection }) => {
    test('are made, listed, shown and restored, and restoring can be undone', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Then', body: 'As it was.' })
      const told = caller().next('backups.changed', ({ last }) => last !== null)
      const name = await make(caller())
      expect(await told).toMatchObject({ failed: null, secondPlace: null })
      expect((await caller().call('backups.list', {})).backups).toMatchObject([{ name, place: 'here', reason: 'hand', records: 1 }])

      await caller().call('records.update', { id, kind: 'note', baseRev: 1, patch: { body: 'As it became.' } })
      await caller().create({ kind: 'note', title: 'Since' })
      const preview = await caller().call('backups.preview', { name, place: 'here' })
      expect(preview).toMatchObject({
        older: { count: 1, first: [{ id, kind: 'note', title: 'Then' }] },
        back: { count: 0 },
        toTrash: { count: 1 },
      })

      const { revision, changed } = await caller().call('backups.restore', { name, place: 'here' })
      expect(changed).toBe(2)
      expect(await caller().call('records.get', { id })).toMatchObject({ body: 'As it was.' })
      expect(await caller().titles({ kind: 'note' })).toEqual(['Then'])
      await caller().call('undo.apply', { revision: revision ?? 0 })
      expect(await caller().call('records.get', { id })).toMatchObject({ body: 'As it became.' })
      expect(await caller().titles({ kind: 'note' })).toEqual(['Since', 'Then'])
    })

    test('that are not there are not found, and names are no paths', async () => {
      for (const name of [NAME, '../workspace', '..']) {
        for (const place of ['here', 'second'] as const) {
          await caller().refused('NOT_FOUND', 'backups.preview', { name, place })
          await caller().refused('NOT_FOUND', 'backups.restore', { name, place })
        }
      }
      await caller().refused('NOT_FOUND', 'backups.choosePlace', { folder: '/' })
    })

    test('are switched off and on, and get a second place', async () => {
      expect(await caller().call('backups.settings', { automatic: false })).toMatchObject({ automatic: false })
      expect(await caller().call('backups.settings', { automatic: true })).toMatchObject({ automatic: true })
      const folder = await newFolder(connection())
      await caller().create({ kind: 'note', title: 'Note' })
      const arrived = caller().next('backups.changed', ({ secondPlace }) => secondPlace !== null && secondPlace.lastAt !== '')
      await caller().call('backups.choosePlace', { folder: folder.handle })
      expect((await arrived).secondPlace).toMatchObject({ location: folder.location, reachable: true })
      expect(await caller().call('backups.status', {})).toMatchObject({ secondPlace: { location: folder.location } })
      expect(await caller().call('backups.forgetPlace', {})).toMatchObject({ secondPlace: null })
    })

    test('need a workspace', async () => {
      await caller().call('workspace.close', {})
      await caller().refused('NO_WORKSPACE', 'backups.list', {})
      await caller().refused('NO_WORKSPACE', 'backups.make', {})
      await caller().refused('INVALID_INPUT', 'workspace.remedy', { remedy: 'restoreBackup' })
    })
  })
}
