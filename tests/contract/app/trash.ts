/** The trash. */
import { expect, test } from 'vitest'
import { listOf, type Connect } from './connection.ts'
import { section } from './section.ts'

export function describeTrash(connect: Connect): void {
  section('trash', connect, ({ caller }) => {
    test('what is in the trash is in no list and no link leads to it, until it is restored', async () => {
      const note = await caller().create({ kind: 'note', title: 'Gone' })
      await caller().create({ kind: 'note', title: 'Kept', body: 'See [[Gone]].' })
      const { commit } = await caller().trash(note.id)
      expect(commit?.revision).toBe(3)
      expect(await caller().titles({ kind: 'note' })).toEqual(['Kept'])
      expect(await caller().titles({ trashed: true })).toEqual(['Gone'])
      expect(await caller().call('list.counts', {})).toMatchObject({ notes: 1, trash: 1 })
      expect(await caller().call('links.resolve', { names: ['Gone'] })).toEqual([null])
      expect((await caller().call('records.get', { id: note.id })).trashed).not.toBeNull()

      await caller().call('records.restore', { records: [await caller().head(note.id)] })
      expect(await caller().titles({ kind: 'note' })).toEqual(['Gone', 'Kept'])
      expect(await caller().call('links.resolve', { names: ['Gone'] })).toMatchObject([{ id: note.id }])
    })

    test('what is in the trash is not edited', async () => {
      const note = await caller().create({ kind: 'note', title: 'Gone' })
      await caller().trash(note.id)
      await caller().refused('NOT_FOUND', 'records.update', { kind: 'note', id: note.id, baseRev: 2, patch: { topic: 'New' } })
      await caller().refused('NOT_FOUND', 'records.rename', { id: note.id, baseRev: 2, title: 'New' })
    })

    test('what lies where it should already is nothing to undo', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note' })
      expect(await caller().call('records.restore', { records: [{ id: note.id, baseRev: 1 }] })).toEqual({ commit: null })
      await caller().trash(note.id)
      expect(await caller().trash(note.id)).toEqual({ commit: null })
    })

    test('a bulk command is one transaction: all or none', async () => {
      const notes = await Promise.all(['One', 'Two', 'Three'].map((title) => caller().create({ kind: 'note', title })))
      const targets = notes.map(({ id }) => ({ id, baseRev: 1 }))
      await caller().refused('CONFLICT', 'records.trash', { records: [...targets.slice(0, 2), { id: notes[2]?.id, baseRev: 9 }] })
      expect(await caller().titles({})).toEqual(['One', 'Three', 'Two'])
      const event = caller().next('records.changed')
      await caller().call('records.trash', { records: targets })
      expect((await event).upserted).toHaveLength(3)
      expect(await caller().titles({})).toEqual([])
    })

    test('a name given away since keeps a record in the trash', async () => {
      const old = await caller().create({ kind: 'note', title: 'Report', aliases: ['R'], date: '2019' })
      await caller().trash(old.id)
      const other = await caller().create({ kind: 'study', title: 'report' })
      const { details } = await caller().refused('TITLE_TAKEN', 'records.restore', { records: [{ id: old.id, baseRev: 2 }] })
      expect(details).toMatchObject({ other: { id: other.id }, suggestion: 'Report (2019)' })
      expect(await caller().titles({ trashed: true })).toEqual(['Report'])
    })

    test('two records of one title do not both come back', async () => {
      const first = await caller().create({ kind: 'note', title: 'Twin' })
      await caller().trash(first.id)
      const second = await caller().create({ kind: 'note', title: 'Twin' })
      await caller().trash(second.id)
      const both = [first, second].map(({ id }) => ({ id, baseRev: 2 }))
      await caller().refused('TITLE_TAKEN', 'records.restore', { records: both })
      expect(await caller().titles({})).toEqual([])
    })

    test('a country whose code was given away stays in the trash', async () => {
      const old = await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
      await caller().trash(old.id)
      await caller().create({ kind: 'country', title: 'Qazaqstan', code: 'KAZ' })
      expect(await caller().issues('records.restore', { records: [{ id: old.id, baseRev: 2 }] })).toEqual([
        { path: 'records', problem: 'codeTaken' },
      ])
    })

    test('erasing is for the trash only and for good', async () => {
      const note = await caller().create({ kind: 'note', title: 'Personal' })
      await caller().refused('NOT_FOUND', 'records.erase', { records: [{ id: note.id, baseRev: 1 }] })
      await caller().trash(note.id)
      const event = caller().next('records.changed', ({ removed }) => removed.length > 0)
      expect(await caller().call('records.erase', { records: [{ id: note.id, baseRev: 2 }] })).toEqual({ erased: 1 })
      expect(await event).toMatchObject({ upserted: [], removed: [note.id] })
      await caller().refused('NOT_FOUND', 'records.get', { id: note.id })
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: 3 })
      // nor does an older step bring it back
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: 2 })
    })

    test('emptying the trash erases what is in it and nothing else', async () => {
      const notes = await Promise.all(['One', 'Two', 'Three'].map((title) => caller().create({ kind: 'note', title })))
      await caller().trash(...notes.slice(0, 2).map(({ id }) => id))
      expect(await caller().call('records.emptyTrash', {})).toEqual({ erased: 2 })
      expect(await caller().call('records.emptyTrash', {})).toEqual({ erased: 0 })
      expect((await caller().call('list.query', { query: listOf({}), from: 0, count: 10 })).total).toBe(1)
    })
  })
}
