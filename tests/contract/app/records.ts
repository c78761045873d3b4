/** Making, reading and changing records. */
import { expect, test } from 'vitest'
import { Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'

export function describeRecords(connect: Connect): void {
  section('records', connect, ({ caller, connection }) => {
    test('makes each kind with defaults and reads it again', async () => {
      const inputs = [
        { kind: 'contact', title: 'Alikhan Baimenov' },
        { kind: 'country', title: 'Kazakhstan', code: 'KAZ' },
        { kind: 'note', title: 'Reform of 2015' },
        { kind: 'meeting', title: 'Steering Committee' },
        { kind: 'study', title: 'Remuneration' },
      ] as const
      for (const [index, input] of inputs.entries()) {
        const { record, commit } = await caller().call('records.create', { record: input })
        expect(record).toMatchObject({ ...input, rev: 1, tags: [], body: '', classification: 'internal', trashed: null })
        expect(commit.revision).toBe(index + 1)
        expect(await caller().call('records.get', { id: record.id })).toEqual(record)
      }
    })

    test('tells every window which records changed', async () => {
      const { secondClient } = connection()
      const second = secondClient ? await secondClient() : undefined
      // a window hears events from its first answer on
      if (second) await new Caller(second).call('app.state', {})
      const events = [caller().next('records.changed'), ...(second ? [new Caller(second).next('records.changed')] : [])]
      const note = await caller().create({ kind: 'note', title: 'Seen by all' })
      for (const event of await Promise.all(events)) {
        expect(event).toEqual({ revision: 1, upserted: [{ id: note.id, kind: 'note', rev: 1 }], removed: [] })
      }
      await second?.close()
    })

    test('trims titles and drops aliases that say nothing new', async () => {
      const note = await caller().create({ kind: 'note', title: '  Reform  ', aliases: ['reform', 'Change', ' CHANGE '] })
      expect(note).toMatchObject({ title: 'Reform', aliases: ['Change'] })
    })

    test('changes what a patch names and nothing else', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', topic: 'Pay', tags: ['a'] })
      const { record, commit } = await caller().call('records.update', {
        kind: 'note',
        id: note.id,
        baseRev: 1,
        patch: { body: 'Text', date: '2023-05' },
      })
      expect(record).toMatchObject({ rev: 2, body: 'Text', date: '2023-05', topic: 'Pay', tags: ['a'], title: 'Note' })
      expect(commit?.revision).toBe(2)
    })

    test('writes no version when nothing changes', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note', topic: 'Pay' })
      const { record, commit } = await caller().call('records.update', {
        kind: 'note',
        id: note.id,
        baseRev: 1,
        patch: { topic: 'Pay', tags: [] },
      })
      expect(record).toEqual(note)
      // somebody's last commit is not this command's to undo
      expect(commit).toBeNull()
    })

    test('a stale revision is a conflict that shows the record as it stands', async () => {
      const note = await caller().create({ kind: 'note', title: 'Note' })
      await caller().call('records.update', { kind: 'note', id: note.id, baseRev: 1, patch: { topic: 'First' } })
      const { details } = await caller().refused('CONFLICT', 'records.update', {
        kind: 'note',
        id: note.id,
        baseRev: 1,
        patch: { topic: 'Second' },
      })
      expect(details['current']).toMatchObject({ id: note.id, rev: 2, topic: 'First' })
      expect(await caller().call('records.get', { id: note.id })).toMatchObject({ rev: 2, topic: 'First' })
    })

    test('a record that is not there, or of another kind, is refused', async () => {
      await caller().refused('NOT_FOUND', 'records.get', { id: MISSING })
      await caller().refused('NOT_FOUND', 'records.update', { kind: 'note', id: MISSING, baseRev: 1, patch: {} })
      const note = await caller().create({ kind: 'note', title: 'Note' })
      const patch = { kind: 'study', id: note.id, baseRev: 1, patch: { stage: 'published' } }
      expect(await caller().issues('records.update', patch)).toEqual([{ path: 'kind', problem: 'otherKind' }])
    })

    test('titles and aliases belong to one record, whatever their case and spaces', async () => {
      const first = await caller().create({ kind: 'contact', title: 'Li Wei', aliases: ['Wei'] })
      const clash = {
        kind: 'contact',
        title: 'li  wei',
        posts: [{ title: 'Adviser', organisation: 'UNDP', country: '', from: '', to: '', former: false }],
      }
      const { details } = await caller().refused('TITLE_TAKEN', 'records.create', { record: clash })
      expect(details).toMatchObject({ other: { id: first.id, kind: 'contact', title: 'Li Wei' }, suggestion: 'li  wei (UNDP)' })
      await caller().create({ ...clash, title: 'Li Wei (UNDP)' } as never)
      await caller().refused('TITLE_TAKEN', 'records.create', { record: { kind: 'note', title: 'WEI' } })
      await caller().refused('TITLE_TAKEN', 'records.create', { record: { kind: 'note', title: 'Another', aliases: ['Li Wei'] } })
      const other = await caller().create({ kind: 'note', title: 'Another' })
      await caller().refused('TITLE_TAKEN', 'records.update', { kind: 'note', id: other.id, baseRev: 1, patch: { aliases: ['Wei'] } })
      expect((await caller().call('records.get', { id: other.id })).rev).toBe(1)
    })

    test('suggests a date for a meeting, and a number where nothing else tells apart', async () => {
      await caller().create({ kind: 'meeting', title: 'Progress' })
      await caller().create({ kind: 'study', title: 'Pay' })
      const meeting = await caller().refused('TITLE_TAKEN', 'records.create', {
        record: { kind: 'meeting', title: 'Progress', start: '2023-05-17' },
      })
      expect(meeting.details['suggestion']).toBe('Progress (2023-05-17)')
      const study = await caller().refused('TITLE_TAKEN', 'records.create', { record: { kind: 'study', title: 'Pay' } })
      expect(study.details['suggestion']).toBe('Pay (2)')
    })

    test('Иванов and Ivanov, й and и are different titles', async () => {
      await caller().create({ kind: 'contact', title: 'Иванов' })
      await caller().create({ kind: 'contact', title: 'Ivanov' })
      await caller().create({ kind: 'contact', title: 'Край' })
      await caller().create({ kind: 'contact', title: 'Краи' })
    })

    test('a country’s code belongs to one country', async () => {
      const first = await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
      const error = await caller().refused('INVALID_INPUT', 'records.create', {
        record: { kind: 'country', title: 'Qazaqstan', code: 'KAZ' },
      })
      expect(error.details).toMatchObject({ issues: [{ path: 'record.code', problem: 'codeTaken' }], other: { id: first.id } })
      const second = await caller().create({ kind: 'country', title: 'Georgia', code: 'GEO' })
      const patch = { kind: 'country', id: second.id, baseRev: 1, patch: { code: 'KAZ' } }
      expect(await caller().issues('records.update', patch)).toEqual([{ path: 'patch.code', problem: 'codeTaken' }])
    })

    test('adopted minutes keep their text, and may still be filed', async () => {
      const { id } = await caller().create({
        kind: 'meeting',
        title: 'Steering Committee',
        body: 'What was said.',
        stage: 'circulated',
        circulation: { to: 'members', on: '2019-05-22', deadline: '2019-06-15' },
      })
      const change = (baseRev: number, patch: object) => ({ kind: 'meeting', id, baseRev, patch })
      await caller().raw(
        'records.update',
        change(1, { stage: 'adopted', adoption: { how: 'silence', meeting: '', on: '2019-06-30' }, body: 'As adopted.' }),
      )
      for (const patch of [
        { body: 'Other' },
        { chair: 'Somebody' },
        { start: '2023' },
        { stage: 'draft' },
        { participants: [], place: 'Astana' },
        { aliases: ['SC'] },
      ]) {
        const { details } = await caller().refused('ADOPTED', 'records.update', change(2, patch))
        expect(details['fields']).toContain(Object.keys(patch).at(-1))
      }
      await caller().refused('ADOPTED', 'records.rename', { id, baseRev: 2, title: 'Another title' })
      const filed = await caller().call(
        'records.update',
        change(2, { tags: ['2023'], classification: 'public', distribution: 'members' }) as never,
      )
      expect(filed.record).toMatchObject({ rev: 3, stage: 'adopted', body: 'As adopted.', tags: ['2023'], distribution: 'members' })
    })
  })
}
