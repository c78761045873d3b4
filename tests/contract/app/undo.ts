/** Taking commands back. */
import { expect, test } from 'vitest'
import type { PatchOf } from '../../../src/shared/model/record.ts'
import { Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

export function describeUndo(connect: Connect): void {
  section('undo', connect, ({ caller, connection }) => {
    const undo = (revision: number | undefined) => caller().call('undo.apply', { revision: revision ?? -1 })
    const update = async (id: string, baseRev: number, patch: PatchOf<'note'>) =>
      (await caller().call('records.update', { kind: 'note', id, baseRev, patch })).commit?.revision

    test('takes back a change as a new version, and does it again', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', topic: 'Before' })
      const { commit } = await caller().call('records.update', { kind: 'note', id: note.id, baseRev: 1, patch: { topic: 'After' } })
      const undone = await undo(commit?.revision)
      expect(undone.records).toMatchObject([{ id: note.id, rev: 3 }])
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ topic: 'Before', rev: 3 })
      const redone = await undo(undone.commit.revision)
      expect(redone.commit.revision).toBe(4)
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ topic: 'After', rev: 4 })
    })

    test('one change after another is taken back and done again', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', topic: 'a' })
      const first = await update(note.id, 1, { topic: 'b' })
      const second = await update(note.id, 2, { topic: 'c', tags: ['new'] })
      const undone = [await undo(second), await undo(first)]
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ topic: 'a', tags: [] })
      for (const { commit } of undone.toReversed()) await undo(commit.revision)
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ topic: 'c', tags: ['new'] })
    })

    test('takes back a property and leaves what was written since, in text and other properties', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', topic: 'Before' })
      const commit = await update(note.id, 1, { topic: 'After' })
      await update(note.id, 2, { body: 'Typed since.' })
      await update(note.id, 3, { tags: ['since'] })
      await undo(commit)
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ topic: 'Before', body: 'Typed since.', tags: ['since'] })
    })

    test('a rename goes back although its record was edited since', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex' })
      const { commit } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex Facer' })
      await caller().call('records.update', { kind: 'contact', id: rex.id, baseRev: 2, patch: { given: 'Rex' } })
      await undo(commit?.revision)
      expect(await caller().call('records.get', { id: rex.id })).toMatchObject({ title: 'Rex', aliases: [], given: 'Rex' })
    })

    test('a save of text alone is the editor’s to undo and pushes no command out', async () => {
      const gone = await caller().create({ kind: 'note', title: 'Gone' })
      const note = await caller().create({ kind: 'note', title: 'Note' })
      const { commit } = await caller().trash(gone.id)
      let typed: number | undefined
      for (let rev = 1; rev <= 201; rev += 1) typed = await update(note.id, rev, { body: 'x'.repeat(rev) })
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: typed })
      await undo(commit?.revision)
      expect(await caller().titles({})).toEqual(['Gone', 'Note'])
    })

    test('a record that was made goes into the trash, and comes back', async () => {
      const { record, commit } = await caller().call('records.create', { record: { kind: 'note', title: 'New' } })
      const undone = await undo(commit?.revision)
      expect(await caller().titles({ trashed: true })).toEqual(['New'])
      await undo(undone.commit.revision)
      expect(await caller().titles({})).toEqual(['New'])
      expect((await caller().call('records.get', { id: record.id })).trashed).toBeNull()
    })

    test('deleting several is undone at once', async () => {
      const notes = await Promise.all(['One', 'Two'].map((title) => caller().create({ kind: 'note', title })))
      const { commit } = await caller().trash(...notes.map(({ id }) => id))
      expect((await undo(commit?.revision)).records).toHaveLength(2)
      expect(await caller().titles({})).toEqual(['One', 'Two'])
    })

    test('a rename goes back in every record, and the alias with it', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex' })
      const note = await caller().create({ kind: 'note', title: 'Note', body: '[[Rex]]' })
      const { commit } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex Facer' })
      await undo(commit?.revision)
      expect(await caller().call('records.get', { id: rex.id })).toMatchObject({ title: 'Rex', aliases: [] })
      expect((await caller().call('records.get', { id: note.id })).body).toBe('[[Rex]]')
      expect(await caller().call('links.resolve', { names: ['Rex Facer'] })).toEqual([null])
    })

    test('a record that was written in since it was made stays, and so does what was written', async () => {
      const { record, commit } = await caller().call('records.create', { record: { kind: 'note', title: 'New' } })
      await update(record.id, 1, { body: 'Two hours of minutes.' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit.revision })
      expect(details).toMatchObject({ reason: 'changedSince', id: record.id, title: 'New', fields: ['body'] })
      expect(await caller().call('records.get', { id: record.id })).toMatchObject({ body: 'Two hours of minutes.', trashed: null })
    })

    test('a record that is again as it was made goes into the trash', async () => {
      const { record, commit } = await caller().call('records.create', { record: { kind: 'note', title: 'New' } })
      await undo(await update(record.id, 1, { topic: 'Pay' }))
      await undo(commit.revision)
      expect(await caller().titles({ trashed: true })).toEqual(['New'])
    })

    test('is refused with the reason when the same field was changed since, all of it', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex' })
      const note = await caller().create({ kind: 'note', title: 'Note', body: '[[Rex]]' })
      const { commit } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex Facer' })
      await update(note.id, 2, { body: '[[Rex Facer]], since' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({
        reason: 'changedSince',
        id: note.id,
        title: 'Note',
        fields: ['body'],
        by: expect.any(String) as string,
      })
      expect((await caller().call('records.get', { id: rex.id })).title).toBe('Rex Facer')
    })

    test('the records of a command that nobody has changed since go back without the others, and come again', async () => {
      const notes = await Promise.all(['One', 'Two', 'Three'].map((title) => caller().create({ kind: 'note', title })))
      const { commit } = await caller().trash(...notes.map(({ id }) => id))
      const two = notes[1]?.id ?? ''
      await caller().call('records.restore', { records: [await caller().head(two)] })
      await update(two, 3, { body: 'Written since.' })
      // all or nothing, unless it is asked for; what is refused says what can be had
      const { message, details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(message).toContain('“Two”')
      const left = { count: 1, records: [{ id: two, title: 'Two', reason: 'changedSince' }], withLostLinks: 0 }
      expect(details).toMatchObject({ reason: 'changedSince', title: 'Two', others: 2, left })
      expect(await caller().titles({})).toEqual(['Two'])

      const others = await caller().call('undo.apply', { revision: commit?.revision ?? -1, leaveChanged: true })
      expect(others).toMatchObject({ left, records: [{ title: 'One' }, { title: 'Three' }] })
      expect(await caller().titles({})).toEqual(['One', 'Three', 'Two'])
      expect(await caller().call('records.get', { id: two })).toMatchObject({ body: 'Written since.', rev: 4, trashed: null })
      // what stayed has nothing to do with it any more
      expect(await undo(others.commit.revision)).toMatchObject({ left: null })
      expect(await caller().titles({})).toEqual(['Two'])
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision, leaveChanged: true })
    })

    test('what stays and what goes back is said of links that lead nowhere then', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex' })
      const note = await caller().create({ kind: 'note', title: 'Note', body: '[[Rex]]' })
      await caller().create({ kind: 'note', title: 'Other', body: '[[Rex]] and [[Nobody]]' })
      const { commit } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex Facer' })
      await update(note.id, 2, { body: '[[Rex Facer]], since' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({ others: 2, left: { count: 1, withLostLinks: 1 } })
      // the renamed record itself: its old name is no alias any more
      const { rev } = await caller().call('records.get', { id: rex.id })
      await caller().call('records.update', { kind: 'contact', id: rex.id, baseRev: rev, patch: { aliases: [] } })
      // and the note as the command had left it
      await update(note.id, 3, { body: '[[Rex Facer]]' })
      const both = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(both.details).toMatchObject({ others: 2, left: { count: 1, records: [{ title: 'Rex Facer' }], withLostLinks: 2 } })
    })

    test('with a name that has been given away since, the others still come back', async () => {
      const notes = await Promise.all(['One', 'Report'].map((title) => caller().create({ kind: 'note', title })))
      const { commit } = await caller().trash(...notes.map(({ id }) => id))
      const other = await caller().create({ kind: 'note', title: 'report' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({
        reason: 'nameTaken',
        other: { id: other.id },
        others: 1,
        left: { records: [{ reason: 'nameTaken' }] },
      })
      await caller().call('undo.apply', { revision: commit?.revision ?? -1, leaveChanged: true })
      expect(await caller().titles({})).toEqual(['One', 'report'])
      expect(await caller().titles({ trashed: true })).toEqual(['Report'])
    })

    test('what was erased since keeps nothing else from coming back', async () => {
      const notes = await Promise.all(['One', 'Two'].map((title) => caller().create({ kind: 'note', title })))
      const { commit } = await caller().trash(...notes.map(({ id }) => id))
      await caller().call('records.erase', { records: [await caller().head(notes[0]?.id ?? '')] })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({ reason: 'erased', others: 1, left: { count: 1, records: [{ title: '', reason: 'erased' }] } })
      await caller().call('undo.apply', { revision: commit?.revision ?? -1, leaveChanged: true })
      expect(await caller().titles({})).toEqual(['Two'])
    })

    test('nothing is taken back of a command whose records were all changed since', async () => {
      const { record, commit } = await caller().call('records.create', { record: { kind: 'note', title: 'New' } })
      await update(record.id, 1, { body: 'Two hours of minutes.' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit.revision, leaveChanged: true })
      expect(details).not.toHaveProperty('others')
      expect((await caller().call('records.get', { id: record.id })).trashed).toBeNull()
    })

    test('is refused when a name has been given away since', async () => {
      const note = await caller().create({ kind: 'note', title: 'Report' })
      const { commit } = await caller().trash(note.id)
      const other = await caller().create({ kind: 'note', title: 'Report' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({ reason: 'nameTaken', other: { id: other.id } })
      expect(await caller().titles({ trashed: true })).toEqual(['Report'])
    })

    test('adoption can be taken back in the sitting', async () => {
      const meeting = await caller().create({ kind: 'meeting', title: 'Committee', stage: 'circulated' })
      const { commit } = await caller().call('records.update', { kind: 'meeting', id: meeting.id, baseRev: 1, patch: { stage: 'adopted' } })
      await undo(commit?.revision)
      expect(await caller().call('records.get', { id: meeting.id })).toMatchObject({ stage: 'circulated' })
    })

    test('what was done to a text before it was adopted is not taken back after it', async () => {
      const meeting = await caller().create({ kind: 'meeting', title: 'Committee', stage: 'circulated' })
      const change = (baseRev: number, patch: PatchOf<'meeting'>) =>
        caller().call('records.update', { kind: 'meeting', id: meeting.id, baseRev, patch })
      const { commit } = await change(1, { place: 'Brussels' })
      await change(2, { stage: 'adopted' })
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision })
      expect(details).toMatchObject({ reason: 'adopted', fields: ['place'] })
      expect(await caller().call('records.get', { id: meeting.id })).toMatchObject({ place: 'Brussels' })
    })

    test('what never was, was undone already, or is another window’s is refused', async () => {
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: 99 })
      const { commit } = await caller().call('records.create', { record: { kind: 'note', title: 'Note' } })
      const { secondClient } = connection()
      if (secondClient) {
        const second = await secondClient()
        await new Caller(second).refused('NOT_UNDOABLE', 'undo.apply', { revision: commit.revision })
        await second.close()
      }
      await undo(commit?.revision)
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit.revision })
    })
  })
}
