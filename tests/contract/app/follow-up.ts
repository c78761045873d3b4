/** What was recorded of actions and decisions stays with them, whatever happens to the text. */
import { expect, test } from 'vitest'
import type { RecordInput, MeetingRecord, PatchOf } from '../../../src/shared/model/record.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const TWO = '> [!decision] SC/2019/1 One\n> Yes.\n\n> [!decision] SC/2019/2 Two\n> No.\n'

export function describeFollowUp(connect: Connect): void {
  section('what followed a meeting', connect, ({ caller }) => {
    const make = (body: string, more: Partial<Extract<RecordInput, { kind: 'meeting' }>> = {}) =>
      caller().create({ kind: 'meeting', title: 'Steering Committee', start: '2019-05-17', body, ...more })
    const get = async (id: string) => (await caller().call('records.get', { id })) as MeetingRecord
    const change = async (id: string, patch: PatchOf<'meeting'>) =>
      caller().call('records.update', { kind: 'meeting', id, baseRev: (await get(id)).rev, patch })
    const adopted = async (body: string) => {
      const { id } = await make(body)
      await change(id, { stage: 'adopted', adoption: { how: 'meeting', meeting: '', on: '2019-06-16' } })
      return id
    }
    const correct = async (id: string, body: string) =>
      caller().call('meetings.correct', { id, baseRev: (await get(id)).rev, body, on: '2019-07-01', reason: 'A word' })
    const tick = (recordId: string, text: string) => caller().changeAction(recordId, text, { state: 'done' })
    const implemented = async (recordId: string, number: string, title: string) =>
      caller().call('decisions.setStatus', { recordId, line: 0, number, title, status: 'implemented', on: '2019-06-01' })
    const decisions = async (id: string) =>
      (await caller().call('decisions.list', { recordId: id })).rows.map(({ number, title, status }) => [number, title, status])
    const states = async (id: string) =>
      (await caller().call('actions.list', { recordId: id })).rows.map(({ text, state }) => [text, state])

    test('a corrigendum that mends a word of an action leaves it done', async () => {
      const id = await adopted('- [ ] Sned the study\n')
      await tick(id, 'Sned the study')
      await correct(id, '- [ ] Send the study\n')
      expect(await states(id)).toEqual([['Send the study', 'done']])
    })

    test('a corrigendum is taken back with what was recorded since, or not at all', async () => {
      const id = await adopted('- [ ] Sned the study\n')
      const { commit } = await correct(id, '- [ ] Send the study\n- [ ] Hire a lawyer\n')
      await tick(id, 'Send the study')
      await caller().call('undo.apply', commit)
      expect(await states(id)).toEqual([['Sned the study', 'done']])
      const again = await correct(id, '- [ ] Sned the study\n- [ ] Hire a lawyer\n')
      await tick(id, 'Hire a lawyer')
      const { details } = await caller().refused('NOT_UNDOABLE', 'undo.apply', again.commit)
      expect(details).toMatchObject({ reason: 'changedSince', fields: ['followUp'] })
      expect(await states(id)).toEqual([
        ['Sned the study', 'done'],
        ['Hire a lawyer', 'done'],
      ])
    })

    test('the rename of a person named in a decision leaves it implemented', async () => {
      const person = await caller().create({ kind: 'contact', title: 'Rex' })
      const { id } = await make('> [!decision] Appoint [[Rex]]\n> Agreed.\n\n> [!decision] Thank [[Rex]]\n> Agreed.\n')
      await implemented(id, '', 'Thank [[Rex]]')
      await caller().call('records.rename', { id: person.id, baseRev: 1, title: 'Alexander F. Smith-Facer' })
      expect(await decisions(id)).toEqual([
        ['', 'Appoint [[Alexander F. Smith-Facer]]', 'in force'],
        ['', 'Thank [[Alexander F. Smith-Facer]]', 'implemented'],
      ])
    })

    test('what was recorded for an action that a corrigendum took away is given to another by hand, and taken back', async () => {
      const id = await adopted('- [ ] Send the study\n')
      await tick(id, 'Send the study')
      await correct(id, '- [ ] Hire a lawyer in Astana\n- [ ] Hire a lawyer in Almaty\n')
      const [left] = (await get(id)).followUp
      const recorded = { id, of: 'action', key: left?.key ?? '', nth: left?.nth ?? 0 } as const
      const { commit } = await caller().call('meetings.settleRecorded', { ...recorded, to: { line: 0, key: 'Hire a lawyer in Almaty' } })
      expect(await states(id)).toEqual([
        ['Hire a lawyer in Astana', 'open'],
        ['Hire a lawyer in Almaty', 'done'],
      ])
      await caller().refused('CONFLICT', 'meetings.settleRecorded', { ...recorded, to: null })
      await caller().call('undo.apply', commit)
      expect((await get(id)).followUp).toEqual([left])
      await caller().refused('CONFLICT', 'meetings.settleRecorded', { ...recorded, to: { line: 0, key: 'Hire a cook' } })
    })

    test('what was recorded for a decision that is gone is dismissed alone, and taken back', async () => {
      const { id } = await make(TWO)
      await implemented(id, 'SC/2019/1', 'One')
      await implemented(id, 'SC/2019/2', 'Two')
      await change(id, { body: '> [!decision] SC/2019/2 Two\n> No.\n' })
      const before = (await get(id)).followUp
      const left = before.find(({ nth }) => nth >= 1_000_000)
      const recorded = { id, of: 'decision', key: left?.key ?? '', nth: left?.nth ?? 0 } as const
      const { commit } = await caller().call('meetings.settleRecorded', { ...recorded, to: null })
      expect((await get(id)).followUp).toEqual(before.filter((entry) => entry !== left))
      expect(await decisions(id)).toEqual([['SC/2019/2', 'Two', 'implemented']])
      await caller().call('undo.apply', commit)
      expect((await get(id)).followUp).toEqual(before)
      await caller().call('meetings.settleRecorded', { ...recorded, to: { line: 0, key: 'SC/2019/2' } })
      expect((await get(id)).followUp.map(({ key, nth }) => [key, nth])).toEqual([
        ['SC/2019/2', 0],
        ['SC/2019/2', 0],
      ])
    })

    test('what is recorded of an item that the text has is settled by nobody, and a study has no log', async () => {
      const { id } = await make(TWO)
      await implemented(id, 'SC/2019/1', 'One')
      const of = { of: 'decision', key: 'SC/2019/1', nth: 0, to: null } as const
      await caller().refused('CONFLICT', 'meetings.settleRecorded', { id, ...of })
      const study = await caller().create({ kind: 'study', title: 'Study' })
      await caller().refused('INVALID_INPUT', 'meetings.settleRecorded', { id: study.id, ...of })
    })

    test('typing never gives one decision what became of another, and gives it back to the one that returns', async () => {
      const { id } = await make(TWO)
      await implemented(id, 'SC/2019/1', 'One')
      await change(id, { body: '> [!decision] SC/2019/2 Two\n> No.\n' })
      await change(id, { body: '> [!decision] SC/2019/1 Two\n> No.\n' })
      expect(await decisions(id)).toEqual([['SC/2019/1', 'Two', 'in force']])
      await change(id, { body: TWO })
      expect(await decisions(id)).toEqual([
        ['SC/2019/1', 'One', 'implemented'],
        ['SC/2019/2', 'Two', 'in force'],
      ])
      await change(id, { body: TWO.replace('SC/2019/1', 'SC/2019/7') })
      expect((await decisions(id))[0]).toEqual(['SC/2019/7', 'One', 'implemented'])
    })

    test('a number given by the list does not bring along what was recorded of one that is gone', async () => {
      const { id } = await make(TWO)
      await implemented(id, 'SC/2019/1', 'One')
      await change(id, { body: '> [!decision] SC/2019/2 Two\n> No.\n' })
      await caller().call('decisions.renumber', { recordId: id, line: 0, number: 'SC/2019/2', title: 'Two', newNumber: 'SC/2019/1' })
      expect(await decisions(id)).toEqual([['SC/2019/1', 'Two', 'in force']])
    })

    test('a version from before a new number comes back with what was recorded since', async () => {
      const { id } = await make('> [!decision] SC/2019/1 One\n> Yes.\n')
      await implemented(id, 'SC/2019/1', 'One')
      await caller().call('decisions.renumber', { recordId: id, line: 0, number: 'SC/2019/1', title: 'One', newNumber: 'SC/2019/7' })
      await caller().call('history.restore', { id, rev: 2, baseRev: (await get(id)).rev })
      expect(await decisions(id)).toEqual([['SC/2019/1', 'One', 'implemented']])
    })
  })
}
