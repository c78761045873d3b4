/** Versions of a record: listed by sitting, compared, and gone back to. */
import { expect, test } from 'vitest'
import type { PatchOf } from '../../../src/shared/model/record.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeHistory(connect: Connect): void {
  section('history', connect, ({ caller, connection }) => {
    const update = (id: string, baseRev: number, patch: PatchOf<'note'>) =>
      caller().call('records.update', { kind: 'note', id, baseRev, patch })
    const list = (id: string, from = 0, count = 50) => caller().call('history.list', { id, from, count })
    const get = (id: string) => caller().call('records.get', { id })

    test('what is typed in one sitting is one version; a command is one of its own', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'one' })
      await update(note.id, 1, { body: 'one two' })
      await update(note.id, 2, { body: 'one two three' })
      expect((await list(note.id)).rows.map(({ rev }) => rev)).toEqual([3])
      await caller().call('records.rename', { id: note.id, baseRev: 3, title: 'Other' })
      const { rows, total } = await list(note.id)
      expect(total).toBe(2)
      expect(rows).toMatchObject([
        { rev: 4, current: true, before: 3, pinned: false },
        { rev: 3, current: false, before: null, begins: true },
      ])
      expect(Date.parse(rows[1]?.since ?? '')).toBeLessThan(Date.parse(rows[1]?.at ?? ''))
      expect(await list(note.id, 1, 1)).toMatchObject({ total: 2, rows: [{ rev: 3 }] })
      expect(await caller().call('history.version', { id: note.id, rev: 3 })).toMatchObject({ title: 'Note', body: 'one two three' })
    })

    test('shows the saves inside a sitting, the last of each minute', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'a' })
      for (let rev = 1; rev < 40; rev += 1) await update(note.id, rev, { body: 'a'.repeat(rev + 1) })
      const { rows } = await list(note.id)
      expect(rows).toHaveLength(1)
      const { rows: saves, total } = await caller().call('history.list', { id: note.id, sitting: 7, from: 0, count: 50 })
      expect(saves[0]).toMatchObject({ rev: 40, current: true })
      expect(total).toBe(rows[0]?.saves)
      expect(new Set(saves.map(({ at }) => at.slice(0, 16))).size).toBe(total)
      await caller().refused('NOT_FOUND', 'history.list', { id: note.id, sitting: 41, from: 0, count: 1 })
    })

    test('compares two versions word by word, and counts', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'The committee met in Astana.\n', topic: 'a' })
      await update(note.id, 1, { body: 'The committee met in Tashkent today.\n', topic: 'b' })
      const compared = await caller().call('history.compare', { id: note.id, rev: 2, beside: 1, whole: true })
      expect(compared).toMatchObject({ from: { rev: 1 }, to: { rev: 2 }, added: 2, removed: 1, coarse: false })
      expect(compared.fields).toEqual([
        { type: 'value', field: 'topic', before: 'a', after: 'b' },
        {
          type: 'text',
          field: 'body',
          pieces: [
            { change: 'same', text: 'The committee met in ', lines: 0 },
            { change: 'removed', text: 'Astana', lines: 0 },
            { change: 'added', text: 'Tashkent today', lines: 0 },
            { change: 'same', text: '.\n', lines: 0 },
          ],
        },
      ])
      const none = { added: [], removed: [], renamed: [] }
      const versions = [
        { rev: 2, before: 1 },
        { rev: 1, before: null },
      ]
      expect(await caller().call('history.summaries', { id: note.id, versions })).toEqual([
        { rev: 2, added: 2, removed: 1, fields: ['topic', 'body'], files: none, sameAs: null, unreadable: false },
        {
          rev: 1,
          added: 6,
          removed: 0,
          fields: ['title', 'classification', 'noteType', 'topic', 'body'],
          files: none,
          sameAs: null,
          unreadable: false,
        },
      ])
    })

    test('shows what was done in a version, and what was done since', async () => {
      const note = await caller().create({ kind: 'note', title: 'First', body: 'one' })
      await caller().call('records.rename', { id: note.id, baseRev: 1, title: 'Second' })
      await caller().call('records.rename', { id: note.id, baseRev: 2, title: 'Third' })
      const compare = (rev: number, beside: 'before' | 'current') =>
        caller().call('history.compare', { id: note.id, rev, beside, whole: false })
      expect(await compare(2, 'before')).toMatchObject({
        from: { rev: 1 },
        to: { rev: 2 },
        title: 'Second',
        older: 1,
        newer: 3,
        obstacle: null,
      })
      expect(await compare(2, 'current')).toMatchObject({
        from: { rev: 2 },
        to: { rev: 3 },
        current: { rev: 3, title: 'Third' },
        obstacle: null,
      })
      expect(await compare(1, 'before')).toMatchObject({ from: null, to: { rev: 1 }, older: null, newer: 2 })
      expect(await compare(3, 'before')).toMatchObject({ obstacle: 'current', newer: null })
      await caller().trash(note.id)
      expect(await compare(3, 'before')).toMatchObject({ obstacle: 'trashed' })
    })

    test('restores a version as a new one, which undo takes back even when only the text differs', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'before' })
      await update(note.id, 1, { body: 'after' })
      const { record, commit } = await caller().call('history.restore', { id: note.id, rev: 1, baseRev: 2 })
      expect(record).toMatchObject({ rev: 3, body: 'before' })
      const restored = await caller().call('history.summaries', { id: note.id, versions: [{ rev: 3, before: 2 }] })
      expect(restored).toMatchObject([{ sameAs: { rev: 1 } }])
      expect((await list(note.id)).rows.map(({ rev }) => rev)).toEqual([3, 2])
      await caller().call('undo.apply', { revision: commit?.revision ?? -1 })
      expect(await get(note.id)).toMatchObject({ rev: 4, body: 'after' })
    })

    test('writes nothing when the record says just that', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note' })
      expect(await caller().call('history.restore', { id: note.id, rev: 1, baseRev: 1 })).toMatchObject({
        commit: null,
        record: { rev: 1 },
      })
    })

    test('a restored title rewrites no link, and the names it had since stay', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex' })
      const note = await caller().create({ kind: 'note', title: 'Note', body: '[[Rex]]' })
      await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex Facer' })
      const { record } = await caller().call('history.restore', { id: rex.id, rev: 1, baseRev: 2 })
      expect(record).toMatchObject({ title: 'Rex', aliases: ['Rex Facer'] })
      expect(await get(note.id)).toMatchObject({ body: '[[Rex Facer]]' })
      expect(await caller().call('links.resolve', { names: ['Rex Facer', 'Rex'] })).toMatchObject([{ id: rex.id }, { id: rex.id }])
    })

    test('a title that was given away is refused with one that is free, which can be taken; aliases are left out and named', async () => {
      const note = await caller().create({ kind: 'note', title: 'Draft', aliases: ['Sketch'], body: 'old' })
      await caller().call('records.rename', { id: note.id, baseRev: 1, title: 'Final' })
      await update(note.id, 2, { aliases: [], body: 'new' })
      await caller().create({ kind: 'note', title: 'Draft' })
      await caller().create({ kind: 'note', title: 'Sketch' })
      const { details } = await caller().refused('TITLE_TAKEN', 'history.restore', { id: note.id, rev: 1, baseRev: 3 })
      expect(details).toMatchObject({ other: { title: 'Draft' }, suggestion: 'Draft (2)' })
      const restored = await caller().call('history.restore', { id: note.id, rev: 1, baseRev: 3, title: 'Draft (2)' })
      expect(restored).toMatchObject({ record: { title: 'Draft (2)', body: 'old', aliases: ['Final'] }, leftOut: ['Sketch'] })
    })

    test('an adopted text is not restored over, a stale one neither, and one in the trash is read only', async () => {
      const meeting = await caller().create({ kind: 'meeting', title: 'Session', body: 'draft' })
      await caller().call('records.update', { kind: 'meeting', id: meeting.id, baseRev: 1, patch: { body: 'text', stage: 'adopted' } })
      await caller().refused('ADOPTED', 'history.restore', { id: meeting.id, rev: 1, baseRev: 2 })
      expect((await list(meeting.id)).rows).toMatchObject([
        { rev: 2, pinned: true },
        { rev: 1, pinned: false },
      ])
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'one' })
      await update(note.id, 1, { body: 'two' })
      const { details } = await caller().refused('CONFLICT', 'history.restore', { id: note.id, rev: 1, baseRev: 1 })
      expect(details['current']).toMatchObject({ rev: 2 })
      await caller().trash(note.id)
      await caller().refused('NOT_FOUND', 'history.restore', { id: note.id, rev: 1, baseRev: 3 })
      expect((await list(note.id)).total).toBe(2)
    })

    test('another country’s code is not taken', async () => {
      const first = await caller().create({ kind: 'country', title: 'First', code: 'KAZ' })
      await caller().call('records.update', { kind: 'country', id: first.id, baseRev: 1, patch: { code: 'UZB' } })
      await caller().create({ kind: 'country', title: 'Second', code: 'KAZ' })
      expect(await caller().issues('history.restore', { id: first.id, rev: 1, baseRev: 2 })).toEqual([
        { path: 'rev', problem: 'codeTaken' },
      ])
    })

    test('names what is not there', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note' })
      await caller().refused('NOT_FOUND', 'history.version', { id: note.id, rev: 9 })
      await caller().refused('NOT_FOUND', 'history.compare', { id: note.id, rev: 9, beside: 'before', whole: false })
      await caller().refused('NOT_FOUND', 'history.restore', { id: note.id, rev: 9, baseRev: 1 })
      const erased = await caller().create({ kind: 'note', title: 'Erased' })
      await caller().trash(erased.id)
      await caller().call('records.erase', { records: [{ id: erased.id, baseRev: 2 }] })
      await caller().refused('NOT_FOUND', 'history.list', { id: erased.id, from: 0, count: 1 })
      await caller().refused('NOT_FOUND', 'history.version', { id: erased.id, rev: 1 })
    })

    test('undo of a restored version belongs to the window that restored it', async () => {
      const second = await connection().secondClient?.()
      if (!second) return
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'before' })
      await update(note.id, 1, { body: 'after' })
      const { commit } = await caller().call('history.restore', { id: note.id, rev: 1, baseRev: 2 })
      const reply = await second.call('undo.apply', { revision: commit?.revision ?? -1 })
      expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_UNDOABLE' } })
      await second.close()
    })

    test('keeps how long versions are kept, within bounds', async () => {
      expect(await caller().call('history.settings', {})).toEqual({ allDays: 30, dailyDays: 365 })
      const changed = caller().next('app.stateChanged')
      await caller().call('history.configure', { allDays: 90, dailyDays: 1_000 })
      await changed
      expect(await caller().call('history.settings', {})).toEqual({ allDays: 90, dailyDays: 1_000 })
      const issues = await caller().issues('history.configure', { allDays: 90, dailyDays: 89 })
      expect(issues).toEqual([{ path: 'dailyDays', problem: 'lessThanAll' }])
      await caller().refused('INVALID_INPUT', 'history.configure', { allDays: 0, dailyDays: 89 })
      expect(await caller().call('history.settings', {})).toEqual({ allDays: 90, dailyDays: 1_000 })
    })
  })
}
