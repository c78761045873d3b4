/** The life of minutes: adoption, what may change after it, and what is taken back. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { adoptedDocument } from '../../../src/shared/markdown/adopted-document.ts'
import type { MeetingRecord, PatchOf } from '../../../src/shared/model/record.ts'
import { participant } from '../../support/chairing-participant.ts'
import { Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

const bySilence = { how: 'silence', meeting: '', on: '2019-06-16' } as const
const sha256 = (meeting: MeetingRecord) => createHash('sha256').update(adoptedDocument(meeting), 'utf8').digest('hex')

export function describeMeetings(connect: Connect): void {
  section('life of minutes', connect, ({ caller, connection }) => {
    const circulated = () =>
      caller().create({
        kind: 'meeting',
        title: 'Steering Committee',
        symbol: 'SC/2019/2',
        start: '2019-05-17',
        participants: [participant],
        body: 'Chaired by [[Bolat Omarov]].\n\n- [ ] Send the study [[Bolat Omarov]] 📅 2019-06-30\n',
        stage: 'circulated',
        circulation: { to: 'members', on: '2019-05-22', deadline: '2019-06-15' },
      })
    const get = async (id: string) => (await caller().call('records.get', { id })) as MeetingRecord
    const change = async (id: string, patch: PatchOf<'meeting'>) => {
      const { rev } = await get(id)
      return caller().call('records.update', { kind: 'meeting', id, baseRev: rev, patch })
    }
    const adopt = async (id: string) => change(id, { stage: 'adopted', adoption: bySilence })
    const correct = async (id: string, body: string, on = '2019-07-01') => {
      const { rev } = await get(id)
      return caller().call('meetings.correct', { id, baseRev: rev, body, on, reason: 'A name was misspelt' })
    }

    test('adoption takes the fingerprint of the text as it stands then', async () => {
      const { id } = await circulated()
      await change(id, { body: 'As it was circulated.' })
      await adopt(id)
      const adopted = await get(id)
      expect(adopted.adoptedHash).toBe(sha256(adopted))
      expect(await caller().call('meetings.standing', { id })).toEqual({ sha256: adopted.adoptedHash, standing: 'same' })
      expect(await caller().call('meetings.adoptedVersions', { id })).toEqual([
        { number: 0, on: '2019-06-16', reason: '', sha256: adopted.adoptedHash, rev: adopted.rev, isIntact: true },
      ])
    })

    test('nobody sets a fingerprint by hand', async () => {
      const { id } = await circulated()
      const given = { adoptedHash: 'a'.repeat(64) }
      expect(await caller().issues('records.update', { kind: 'meeting', id, baseRev: 1, patch: given })).toMatchObject([
        { path: 'patch.adoptedHash', problem: 'unrecognized_keys' },
      ])
      const record = { kind: 'meeting', title: 'Made adopted', ...given }
      expect(await caller().issues('records.create', { record })).toEqual([{ path: 'record.adoptedHash', problem: 'notHere' }])
    })

    test('nothing is made adopted, nor with what followed', async () => {
      const record = { kind: 'meeting', title: 'Made adopted', start: '2999', adoption: { ...bySilence, on: '2998' } }
      const entry = { of: 'decision', key: 'SC/2019/1', nth: 0, on: '2019', change: 'status', value: 'implemented' }
      const refused = async (more: object) => caller().issues('records.create', { record: { ...record, ...more } })
      expect(await refused({ stage: 'adopted' })).toEqual([{ path: 'record.stage', problem: 'notHere' }])
      expect(await refused({ followUp: [entry] })).toEqual([{ path: 'record.followUp', problem: 'notHere' }])
      expect(await caller().titles({})).toEqual([])
    })

    test('adoption that cannot be is refused with its reason', async () => {
      const { id } = await circulated()
      const refused = async (adoption: MeetingRecord['adoption'], more: PatchOf<'meeting'> = {}) => {
        const { rev } = await get(id)
        const patch = { stage: 'adopted', adoption, ...more }
        return (await caller().issues('records.update', { kind: 'meeting', id, baseRev: rev, patch }))[0]?.problem
      }
      const circulation = (deadline: string) => ({ circulation: { to: 'members', on: '2019-05-22', deadline } })
      expect(await refused({ how: 'meeting', meeting: 'Next', on: '2019-05-16' })).toBe('beforeMeeting')
      expect(await refused({ how: 'meeting', meeting: 'Next', on: '2999' })).toBe('future')
      expect(await refused({ ...bySilence, on: '2019-06-15' })).toBe('beforeDeadline')
      expect(await refused(bySilence, circulation('2999-01-01'))).toBe('deadlineOpen')
      expect(await refused(bySilence, circulation(''))).toBe('noDeadline')
      expect(await refused(bySilence, circulation('2019-05-21'))).toBe('beforeCirculation')
      expect(await get(id)).toMatchObject({ rev: 1, stage: 'circulated', adoptedHash: '' })
    })

    test('a rename, a tick, another post of a participant and filing leave the adopted bytes alone; the link finds him, the status shows', async () => {
      const bolat = await caller().create({ kind: 'contact', title: 'Bolat Omarov' })
      const { id } = await circulated()
      await adopt(id)
      const before = await get(id)
      const post = { title: 'Minister', organisation: '', country: 'KAZ', from: '2020', to: '', former: false }
      await caller().call('records.update', { kind: 'contact', id: bolat.id, baseRev: 1, patch: { posts: [post] } })
      await caller().call('records.rename', { id: bolat.id, baseRev: 2, title: 'Bolat B. Omarov' })
      await change(id, { tags: ['filed'] })
      const action = async () => (await caller().call('actions.list', { recordId: id })).rows[0]
      const tick = await caller().changeAction(id, (await action())?.text ?? '', { state: 'done' })
      const after = await get(id)
      expect(await action()).toMatchObject({ state: 'done', adopted: true })
      expect([adoptedDocument(after), after.adoptedHash]).toEqual([adoptedDocument(before), before.adoptedHash])
      expect(after.participants[0]).toMatchObject({ person: 'Bolat Omarov', title: 'Deputy Minister' })
      expect(await caller().call('links.resolve', { names: ['Bolat Omarov'] })).toMatchObject([{ id: bolat.id, title: 'Bolat B. Omarov' }])
      expect(await caller().call('meetings.standing', { id })).toMatchObject({ standing: 'same' })
      // a tick is undone by itself
      await caller().call('undo.apply', { revision: tick.commit?.revision ?? -1 })
      expect(await action()).toMatchObject({ state: 'open' })
      expect(await get(id)).toMatchObject({ stage: 'adopted', adoptedHash: before.adoptedHash })
    })

    test('two windows adopt at once: one does, the other sees what there is', async () => {
      const { id } = await circulated()
      const { secondClient } = connection()
      const second = secondClient ? await secondClient() : undefined
      const other = second ? new Caller(second) : caller()
      const input = (on: string) => ({ kind: 'meeting', id, baseRev: 1, patch: { stage: 'adopted', adoption: { ...bySilence, on } } })
      const replies = await Promise.all([
        caller().raw('records.update', input('2019-06-16')),
        other.raw('records.update', input('2019-06-17')),
      ])
      const [refused] = replies.flatMap((reply) => (reply.ok ? [] : [reply.error]))
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
      expect(refused).toMatchObject({ code: 'CONFLICT', details: { current: { stage: 'adopted' } } })
      await second?.close()
    })

    test('adoption is taken back with its fingerprint, and comes again only over the same text', async () => {
      const { id } = await circulated()
      const { commit } = await adopt(id)
      const undone = await caller().call('undo.apply', { revision: commit?.revision ?? -1 })
      expect(await get(id)).toMatchObject({ stage: 'circulated', adoptedHash: '', adoption: { how: '', on: '' } })
      await change(id, { body: 'Another text.' })
      const again = { revision: undone.commit.revision }
      expect((await caller().refused('NOT_UNDOABLE', 'undo.apply', again)).details).toMatchObject({
        reason: 'changedSince',
        fields: ['body'],
      })
      expect(await get(id)).toMatchObject({ stage: 'circulated', adoptedHash: '' })
    })

    test('adoption is not taken back from under a corrigendum; the corrigendum goes first', async () => {
      const { id } = await circulated()
      const { commit } = await adopt(id)
      const before = await get(id)
      const corrigendum = await correct(id, 'Corrected.')
      const adoption = { revision: commit?.revision ?? -1 }
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', adoption)
      expect(details).toMatchObject({ reason: 'changedSince', fields: ['corrigenda'] })
      await caller().call('undo.apply', corrigendum.commit)
      expect(await get(id)).toMatchObject({ stage: 'adopted', body: before.body, corrigenda: [] })
      expect(await caller().call('meetings.standing', { id })).toMatchObject({ standing: 'same' })
      expect((await caller().call('meetings.adoptedVersions', { id })).map(({ number }) => number)).toEqual([0])
      // another one takes its number; the version that was taken back is not taken for it
      const again = await correct(id, 'Corrected otherwise.')
      expect((await caller().call('meetings.adoptedVersions', { id })).map(({ rev, isIntact }) => [rev, isIntact])).toEqual([
        [2, true],
        [5, true],
      ])
      await caller().call('undo.apply', again.commit)
      await caller().call('undo.apply', adoption)
      expect(await get(id)).toMatchObject({ stage: 'circulated', adoptedHash: '' })
    })

    test('adoption is not taken back from under progress that was recorded since, and a version loses none of it', async () => {
      const { id } = await circulated()
      const { commit } = await adopt(id)
      const { rev } = await get(id)
      const { rows } = await caller().call('actions.list', { recordId: id })
      await caller().changeAction(id, rows[0]?.text ?? '', { remark: { on: '2019-07-02', text: 'Sent' } })
      const adoption = { revision: commit?.revision ?? -1 }
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', adoption)
      expect(details).toMatchObject({ reason: 'changedSince', fields: ['followUp'] })
      await change(id, { tags: ['filed'] })
      const now = await get(id)
      const { record } = await caller().call('history.restore', { id, rev, baseRev: now.rev })
      expect(record).toMatchObject({ tags: [], stage: 'adopted', followUp: now.followUp, adoptedHash: now.adoptedHash })
    })

    test('going back to an adopted version adopts nothing, and keeps the comments made since', async () => {
      const { id } = await circulated()
      const { commit } = await adopt(id)
      const adopted = await get(id)
      await caller().call('undo.apply', { revision: commit?.revision ?? -1 })
      const remark = { from: 'Anna', on: '2019-06-01', passage: 'Chaired by', text: 'By whom?', answer: '' }
      await change(id, { body: 'Rewritten.', comments: [remark] })
      const { rev } = await get(id)
      const { record } = await caller().call('history.restore', { id, rev: adopted.rev, baseRev: rev })
      expect(record).toMatchObject({ body: adopted.body, stage: 'circulated', adoptedHash: '', comments: [remark] })
    })

    test('a stage may be gone back to until adoption, and what was said of it stays', async () => {
      const { id } = await circulated()
      await change(id, { stage: 'draft' })
      expect(await get(id)).toMatchObject({ stage: 'draft', circulation: { to: 'members', deadline: '2019-06-15' } })
      await change(id, { stage: 'circulated' })
      await adopt(id)
      const { rev } = await get(id)
      await caller().refused('ADOPTED', 'records.update', { kind: 'meeting', id, baseRev: rev, patch: { stage: 'circulated' } })
    })
  })
}
