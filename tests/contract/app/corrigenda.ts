/** Corrigenda: what they change, what they say, and the one that is being prepared. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import { adoptedDocument } from '../../../src/shared/markdown/adopted-document.ts'
import { recordedHash } from '../../../src/shared/meetings/recorded-hash.ts'
import type { DraftCorrigendum } from '../../../src/shared/model/meeting.ts'
import type { MeetingRecord, PatchOf } from '../../../src/shared/model/record.ts'
import { participant } from '../../support/chairing-participant.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const sha256 = (meeting: MeetingRecord) => createHash('sha256').update(adoptedDocument(meeting), 'utf8').digest('hex')

type Correction = Partial<Omit<Input<'meetings.correct'>, 'id' | 'baseRev'>>

export function describeCorrigenda(connect: Connect): void {
  section('corrigenda', connect, ({ caller }) => {
    /** Circulated, and adopted on 16 June 2019 as revision 2. */
    const adopted = async () => {
      const { id } = await caller().create({
        kind: 'meeting',
        title: 'Steering Committee',
        symbol: 'SC/2019/2',
        start: '2019-05-17',
        place: 'Astana',
        participants: [participant],
        body: 'Chaired by [[Bolat Omarov]].\n\n- [ ] Send the study [[Bolat Omarov]] 📅 2019-06-30\n',
        stage: 'circulated',
        circulation: { to: 'members', on: '2019-05-22', deadline: '2019-06-15' },
      })
      await change(id, { stage: 'adopted', adoption: { how: 'silence', meeting: '', on: '2019-06-16' } })
      return get(id)
    }
    const get = async (id: string) => (await caller().call('records.get', { id })) as MeetingRecord
    const change = async (id: string, patch: PatchOf<'meeting'>) => {
      const { rev } = await get(id)
      return caller().call('records.update', { kind: 'meeting', id, baseRev: rev, patch })
    }
    const correct = async (id: string, correction: Correction) => {
      const { rev } = await get(id)
      return caller().call('meetings.correct', { id, baseRev: rev, on: '2019-07-01', reason: 'A name was misspelt', ...correction })
    }
    const refused = async (id: string, correction: Correction) => {
      const { rev } = await get(id)
      const whole = { id, baseRev: rev, on: '2019-07-01', reason: 'Because', ...correction }
      return (await caller().issues('meetings.correct', whole))[0]?.problem
    }

    test('corrigenda change the text with date, reason and a fingerprint each; the versions before stay to be read', async () => {
      const first = await adopted()
      const { id } = first
      await correct(id, { body: 'Chaired by Bolat Omarov.' })
      await change(id, { tags: ['filed'] })
      expect(await refused(id, { body: 'Chaired by nobody.', on: '2019-06-30' })).toBe('beforeBefore')
      await correct(id, { body: 'Chaired by Mr Bolat Omarov.', on: '2019-08' })
      const now = await get(id)
      expect(now.adoptedHash).toBe(first.adoptedHash)
      expect(now.corrigenda.map(({ on, reason }) => [on, reason])).toEqual([
        ['2019-07-01', 'A name was misspelt'],
        ['2019-08', 'A name was misspelt'],
      ])
      expect(now.corrigenda[1]?.sha256).toBe(sha256(now))
      const versions = await caller().call('meetings.adoptedVersions', { id })
      expect(versions.map(({ number, rev, isIntact }) => [number, rev, isIntact])).toEqual([
        [0, 2, true],
        [1, 3, true],
        [2, 5, true],
      ])
      const compared = await caller().call('history.compare', { id, rev: 3, beside: 2, whole: false })
      expect(compared.fields.find(({ field }) => field === 'body')).toMatchObject({ type: 'text' })
      // circulated, adopted and corrected twice; what was filed in between goes with time
      const { rows } = await caller().call('history.list', { id, from: 0, count: 20 })
      expect(rows.flatMap(({ rev, pinned }) => (pinned ? [rev] : []))).toEqual([5, 3, 2, 1])
    })

    test('what a corrigendum would change can be looked at first, and changes nothing', async () => {
      const { id, body: before } = await adopted()
      const body = before.replace('Chaired', 'Presided')
      const compared = await caller().call('meetings.compareCorrection', {
        id,
        body,
        participants: [{ ...participant, title: 'Minister' }],
      })
      expect(compared.fields.map(({ field }) => field)).toEqual(['participants', 'body'])
      expect(compared).toMatchObject({ added: 1, removed: 1, coarse: false })
      expect(await get(id)).toMatchObject({ rev: 2, corrigenda: [] })
    })

    test('a corrigendum that says too little, nothing, or comes too early is refused', async () => {
      const { id: draft } = await caller().create({ kind: 'meeting', title: 'Not adopted' })
      expect(await refused(draft, { body: 'Other' })).toBe('notAdopted')
      const { id, body } = await adopted()
      const other = { body: `${body}!` }
      expect(await refused(id, { ...other, reason: ' ' })).toBe('noReason')
      expect(await refused(id, { ...other, on: '' })).toBe('noDate')
      expect(await refused(id, { ...other, on: '2019-02-31' })).toBe('date')
      expect(await refused(id, { ...other, on: '2999' })).toBe('future')
      expect(await refused(id, { ...other, on: '2019-06-15' })).toBe('beforeBefore')
      expect(await refused(id, { body, symbol: 'SC/2019/2', title: 'Steering Committee' })).toBe('nothing')
      expect(await refused(id, { start: '2019-06-17' })).toBe('beforeMeeting')
      const note = await caller().create({ kind: 'note', title: 'Note' })
      await caller().refused('INVALID_INPUT', 'meetings.correct', { id: note.id, baseRev: 1, body: 'x', on: '2019-07-01', reason: 'x' })
      expect(await get(id)).toMatchObject({ rev: 2, corrigenda: [] })
    })

    const heading = {
      symbol: 'SC/2019/3',
      start: '2019-05-16',
      startTime: '10:00',
      end: '2019-05-17',
      endTime: '12:30',
      timeZone: 'Asia/Almaty',
      place: 'Almaty',
    }

    test('the heading is part of what was adopted: a corrigendum puts it right, the fingerprint follows, undo takes it back', async () => {
      const before = await adopted()
      const { id } = before
      const compared = await caller().call('meetings.compareCorrection', { id, ...heading, title: 'Steering Group' })
      expect(compared.fields.map(({ field }) => field).toSorted()).toEqual([...Object.keys(heading), 'title'].toSorted())
      const { commit } = await correct(id, { ...heading, reason: 'Another day and place' })
      const after = await get(id)
      expect(after).toMatchObject({ ...heading, title: before.title, body: before.body, participants: before.participants })
      expect(after.corrigenda).toMatchObject([{ sha256: sha256(after), reason: 'Another day and place' }])
      expect(after.corrigenda[0]?.sha256).not.toBe(before.adoptedHash)
      expect(await caller().call('meetings.standing', { id })).toMatchObject({ standing: 'same' })
      const { fields } = await caller().call('history.compare', { id, rev: 3, beside: 2, whole: false })
      expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(heading)))
      await caller().call('undo.apply', commit)
      expect(await get(id)).toMatchObject({ symbol: 'SC/2019/2', start: '2019-05-17', place: 'Astana', corrigenda: [] })
      expect(await caller().call('meetings.standing', { id })).toEqual({ sha256: before.adoptedHash, standing: 'same' })
    })

    test('a corrected title is a rename: links follow, the old title stays a name, undo takes all of it back', async () => {
      const { id } = await adopted()
      const note = await caller().create({ kind: 'note', title: 'Note', body: 'See [[Steering Committee]].' })
      const other = await caller().adopted({ kind: 'meeting', title: 'Plenary', body: 'See [[Steering Committee]].' })
      const body = async (of: string) => (await caller().call('records.get', { id: of })).body
      await caller().refused('TITLE_TAKEN', 'meetings.correct', {
        id,
        baseRev: 2,
        title: 'Note',
        on: '2019-07-01',
        reason: 'Because',
      })
      const { commit } = await correct(id, { title: 'Steering Group' })
      const after = await get(id)
      expect(after).toMatchObject({ title: 'Steering Group', aliases: ['Steering Committee'] })
      expect(after.corrigenda).toMatchObject([{ sha256: sha256(after) }])
      expect([await body(note.id), await body(other.id)]).toEqual(['See [[Steering Group]].', 'See [[Steering Committee]].'])
      expect(await caller().call('links.resolve', { names: ['Steering Committee'] })).toMatchObject([{ id }])
      await caller().call('undo.apply', commit)
      expect(await get(id)).toMatchObject({ title: 'Steering Committee', aliases: [], corrigenda: [] })
      expect(await body(note.id)).toBe('See [[Steering Committee]].')
    })

    const begun = async (meeting: MeetingRecord, part: Partial<DraftCorrigendum>) => {
      const draft = { of: recordedHash(meeting), on: '2019-07-0', reason: '', ...part }
      return { draft, ...(await change(meeting.id, { draftCorrigendum: draft })) }
    }

    test('what is being prepared is kept as it is typed, outlives the workspace that is closed, and touches nothing adopted', async () => {
      const before = await adopted()
      const { id } = before
      const { draft, commit } = await begun(before, { body: 'Chaired by', start: '2019-05-' })
      // it is typed text: the editor's to undo
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: commit?.revision ?? -1 })
      await caller().call('workspace.close', {})
      const [recent] = await caller().call('workspace.recent', {})
      await caller().call('workspace.open', { folder: recent?.handle ?? '' })
      const after = await get(id)
      expect(after).toEqual({ ...before, rev: 3, updatedAt: after.updatedAt, draftCorrigendum: draft })
      expect(await caller().call('meetings.standing', { id })).toEqual({ sha256: before.adoptedHash, standing: 'same' })
      // the history is of what the record said
      const [summary] = await caller().call('history.summaries', { id, versions: [{ rev: 3, before: 2 }] })
      expect(summary).toMatchObject({ fields: [], added: 0, removed: 0 })
      // going back to a version is no way to lose it
      await change(id, { tags: ['filed'] })
      const { record } = await caller().call('history.restore', { id, rev: 2, baseRev: 4 })
      expect(record).toMatchObject({ tags: [], draftCorrigendum: draft })
    })

    test('what is being prepared goes when it is issued, and is there to go on from when that is undone', async () => {
      const before = await adopted()
      const { id } = before
      const { draft } = await begun(before, { body: 'Chaired by Mr Omarov.', place: 'Almaty' })
      const { commit } = await correct(id, { body: 'Chaired by Mr Omarov.', place: 'Almaty' })
      expect(await get(id)).toMatchObject({ place: 'Almaty', draftCorrigendum: null })
      const undone = await caller().call('undo.apply', commit)
      expect(await get(id)).toMatchObject({ place: 'Astana', corrigenda: [], draftCorrigendum: draft })
      // issued again, another is begun, and that does not stand in the way of taking it back
      const again = await caller().call('undo.apply', undone.commit)
      expect(await get(id)).toMatchObject({ place: 'Almaty', draftCorrigendum: null })
      const next = await begun(await get(id), { symbol: 'SC/2019/3' })
      await caller().call('undo.apply', again.commit)
      expect(await get(id)).toMatchObject({ place: 'Astana', corrigenda: [], draftCorrigendum: next.draft })
    })

    test('a corrigendum that another window issues leaves what is being prepared, which knows on which text it was begun', async () => {
      const before = await adopted()
      const { id } = before
      const { draft } = await begun(before, { body: `${before.body}More.` })
      await correct(id, { participants: [{ ...participant, title: 'Minister' }] })
      const after = await get(id)
      expect(after.draftCorrigendum).toEqual(draft)
      expect(after.draftCorrigendum?.of).toBe(before.adoptedHash)
      expect(recordedHash(after)).not.toBe(before.adoptedHash)
    })

    test('what is being prepared is erased with its record, and nobody makes a record with one', async () => {
      const before = await adopted()
      const { id } = before
      const { draft } = await begun(before, { body: 'Strictly between us.' })
      await caller().trash(id)
      expect(await get(id)).toMatchObject({ draftCorrigendum: draft })
      await caller().call('records.erase', { records: [await caller().head(id)] })
      await caller().refused('NOT_FOUND', 'records.get', { id })
      await caller().refused('NOT_FOUND', 'history.version', { id, rev: 3 })
      const made = { record: { kind: 'meeting', title: 'Made', draftCorrigendum: draft } }
      expect(await caller().issues('records.create', made)).toEqual([{ path: 'record.adoptedHash', problem: 'notHere' }])
    })
  })
}
