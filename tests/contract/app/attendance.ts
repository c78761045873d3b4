/** Attendance over several meetings, over every transport. */
import { expect, test } from 'vitest'
import type { RecordOf } from '../../../src/shared/model/record.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'
const row = (person: string, country: string, presence: 'present' | 'remote' | 'apologies' | '') =>
  ({ person, function: '', status: '', represents: { country, organisation: '' }, title: '', presence, replacedBy: '' }) as const

export function describeAttendance(connect: Connect): void {
  section('attendance', connect, ({ caller }) => {
    const meeting = (title: string, start: string, participants: ReturnType<typeof row>[], more: Partial<RecordOf<'meeting'>> = {}) =>
      caller().create({ kind: 'meeting', title, start, stage: 'draft', participants, ...more })

    test('one letter a meeting, in the order in which they were held, and never one of the trash', async () => {
      const estonia = await caller().create({
        kind: 'country',
        title: 'Estonia',
        code: 'EST',
        participation: { status: 'participating', since: '2023', until: '' },
      })
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Committee', aliases: ['SC'] })
      const later = await meeting('Second', '2023-05-17', [row('Rex Facer', 'USA', 'remote'), row('Anna Lee', 'KAZ', 'apologies')], {
        meetingBody: 'SC',
      })
      await meeting('First', '2022', [row('Rex Facer', 'USA', '')], { meetingBody: 'Committee' })
      await meeting('Elsewhere', '2021', [row('Rex Facer', 'USA', '')])
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

    test('pages of countries and contacts say the same of who was there', async () => {
      const kazakhstan = await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
      const anna = await caller().create({ kind: 'contact', title: 'Anna Lee' })
      await caller().create({ kind: 'contact', title: 'Ester', represents: { country: 'EST', organisation: '' } })
      const meeting = (title: string, stage: 'planned' | 'draft', participants: ReturnType<typeof row>[]) =>
        caller().create({ kind: 'meeting', title, start: '2019-05-17', stage, countries: ['KAZ'], participants })
      const seat = row('Anna Lee', 'KAZ', '')
      await meeting('By name', 'draft', [seat])
      await meeting('With regrets of others', 'draft', [seat, row('B', 'UZB', 'apologies')])
      await meeting('Present', 'draft', [row('Anna Lee', 'KAZ', 'present')])
      await meeting('Accepted', 'planned', [row('Anna Lee', 'KAZ', 'present')])
      await meeting('Others are marked', 'draft', [seat, row('B', 'UZB', 'present')])
      await meeting('Sent regrets', 'draft', [row('Anna Lee', 'KAZ', 'apologies')])
      const replaced = { ...seat, presence: 'replaced', replacedBy: 'Ester' } as const
      await caller().create({
        kind: 'meeting',
        title: 'Replaced by Estonia',
        start: '2019-05-17',
        stage: 'draft',
        participants: [replaced],
      })
      await meeting('To come', 'planned', [seat])

      const there = ['By name', 'Present', 'With regrets of others']
      const attended = async (by: 'country' | 'person', key: string) => {
        const matrix = await caller().call('attendance.matrix', { by })
        const marks = matrix.rows.find((each) => each.key === key)?.marks ?? ''
        return matrix.meetings.filter((_, place) => 'prsn'.includes(marks[place] ?? '-')).map(({ title }) => title)
      }
      const sorted = (titles: readonly string[]) => titles.toSorted()
      const country = await caller().call('countries.page', { id: kazakhstan.id })
      const titles = (list: typeof country.meetings) => sorted(list.map(({ head }) => head.title))
      expect(sorted(await attended('country', 'KAZ'))).toEqual(there)
      expect(titles(country.meetings)).toEqual(there)
      expect(country.meetings[0]?.detail).toBe('Anna Lee')
      expect(titles(country.expected)).toEqual(['Accepted', 'To come'])
      expect(titles(country.concerning)).toEqual(['Others are marked', 'Sent regrets'])

      const contact = await caller().call('contacts.page', { id: anna.id })
      expect(sorted(await attended('person', anna.id))).toEqual(there)
      expect(sorted(contact.meetings.map(({ title }) => title))).toEqual(there)
      expect(sorted(contact.expected.map(({ title }) => title))).toEqual(['Accepted', 'To come'])
    })

    test('what lies above the level is neither named nor counted, and its number is said', async () => {
      const hidden = { kind: 'contact', contactType: 'person', title: 'Hidden Source', classification: 'strictly confidential' } as const
      await caller().create(hidden)
      const both = (other: string, country: string) => [row('Rex Facer', 'USA', 'present'), row(other, country, 'present')]
      await meeting('Open', '2023-05-17', both('Hidden Source', 'KAZ'), { classification: 'public' })
      await meeting('Closed', '2023-05-17', both('Anna Lee', 'EST'), { classification: 'confidential' })

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
      await meeting('First', '2022', [row('R. Facer', '', 'present')])
      await meeting('Second', '2023', [row('rex facer', '', 'present')], { chair: 'Rex Facer' })
      expect((await caller().call('attendance.matrix', { by: 'person' })).rows).toEqual([
        { key: id, id, name: 'Rex Facer', marks: 'pp', attended: 2, of: 2 },
      ])
      await caller().refused('NOT_FOUND', 'attendance.matrix', { by: 'country', body: MISSING })
    })
  })
}
