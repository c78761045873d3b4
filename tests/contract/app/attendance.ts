/** Attendance over several meetings, over every transport. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'
const row = (person: string, country: string, presence: 'present' | 'remote' | 'apologies' | '') =>
  ({ person, function: '', status: '', represents: { country, organisation: '' }, title: '', presence, replacedBy: '' }) as const

export function describeAttendance(connect: Connect): void {
  section('attendance', connect, ({ caller }) => {
    test('one letter a meeting, in the order in which they were held, and never one of the trash', async () => {
      const estonia = await caller().create({
        kind: 'country',
        title: 'Estonia',
        code: 'EST',
        participation: { status: 'participating', since: '2023', until: '' },
      })
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Committee', aliases: ['SC'] })
      const later = await caller().create({
        kind: 'meeting',
        title: 'Second',
        meetingBody: 'SC',
        start: '2023-05-17',
        stage: 'draft',
        participants: [row('Rex Facer', 'USA', 'remote'), row('Anna Lee', 'KAZ', 'apologies')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'First',
        meetingBody: 'Committee',
        start: '2022',
        stage: 'draft',
        participants: [row('Rex Facer', 'USA', '')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'Elsewhere',
        start: '2021',
        stage: 'draft',
        participants: [row('Rex Facer', 'USA', '')],
      })
      const body =
        (await caller().call('links.suggest', { text: 'Committee', kinds: ['contact'], contactTypes: [], limit: 1 }))[0]?.id ?? ''
      const matrix = await caller().call('attendance.matrix', { by: 'country', body })
      expect(matrix.meetings.map(({ title }) => title)).toEqual(['First', 'Second'])
      expect(matrix.rows).toEqual([
        { key: 'USA', id: null, name: '', marks: 'nr', attended: 2, of: 2 },
        { key: 'EST', id: estonia.id, name: '', marks: 'x-', attended: 0, of: 1 },
        { key: 'KAZ', id: null, name: '', marks: '-a', attended: 0, of: 2 },
      ])
      await caller().call('records.trash', { records: [{ id: later.id, baseRev: 1 }] })
      expect((await caller().call('attendance.matrix', { by: 'person', body })).meetings.map(({ title }) => title)).toEqual(['First'])
    })

    test('what lies above the level is neither named nor counted, and its number is said', async () => {
      const hidden = { kind: 'contact', contactType: 'person', title: 'Hidden Source', classification: 'strictly confidential' } as const
      await caller().create(hidden)
      const meeting = (title: string, classification: 'public' | 'confidential', participants: ReturnType<typeof row>[]) =>
        caller().create({ kind: 'meeting', title, start: '2023-05-17', stage: 'draft', classification, participants })
      await meeting('Open', 'public', [row('Rex Facer', 'USA', 'present'), row('Hidden Source', 'KAZ', 'present')])
      await meeting('Closed', 'confidential', [row('Rex Facer', 'USA', 'present'), row('Anna Lee', 'EST', 'present')])

      const internal = await caller().call('attendance.matrix', { by: 'person', upTo: 'internal' })
      expect(internal).toMatchObject({ classification: 'public', withheld: 2, moreMeetings: 0 })
      expect(internal.rows.map(({ name, marks, of }) => `${name} ${marks} ${of}`)).toEqual(['Rex Facer p 1'])
      expect(JSON.stringify(internal)).not.toMatch(/Hidden|Closed|Anna/)

      const countries = await caller().call('attendance.matrix', { by: 'country', upTo: 'confidential' })
      expect(countries).toMatchObject({ classification: 'confidential', withheld: 0 })
      const all = await caller().call('attendance.matrix', { by: 'person' })
      expect(all).toMatchObject({ classification: 'strictly confidential', withheld: 0 })
    })

    test('a person is one under all names, and a body that is not there is refused', async () => {
      const { id } = await caller().create({ kind: 'contact', title: 'Rex Facer', aliases: ['R. Facer'] })
      await caller().create({
        kind: 'meeting',
        title: 'First',
        start: '2022',
        stage: 'draft',
        participants: [row('R. Facer', '', 'present')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'Second',
        start: '2023',
        stage: 'draft',
        participants: [row('rex facer', '', 'present')],
        chair: 'Rex Facer',
      })
      expect((await caller().call('attendance.matrix', { by: 'person' })).rows).toEqual([
        { key: id, id, name: 'Rex Facer', marks: 'pp', attended: 2, of: 2 },
      ])
      await caller().refused('NOT_FOUND', 'attendance.matrix', { by: 'country', body: MISSING })
    })
  })
}
