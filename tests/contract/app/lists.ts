/** Windows of lists. */
import { expect, test } from 'vitest'
import { sortKeys } from '../../../src/shared/contract/lists.ts'
import { listOf, type Caller, type Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'

export function describeLists(connect: Connect): void {
  section('lists', connect, ({ caller }) => {
    const person = (given: string, family: string, fields: object = {}) =>
      caller().create({ kind: 'contact', title: `${given} ${family}`, given, family, ...fields })

    test('answers windows of a list and the total', async () => {
      for (const title of ['Note 10', 'Note 2', 'Note 1']) await caller().create({ kind: 'note', title })
      const query = listOf({ kind: 'note' })
      const page = await caller().call('list.query', { query, from: 1, count: 1 })
      expect(page).toMatchObject({ revision: 3, total: 3, rows: [{ head: { title: 'Note 2' }, depth: 0, lastMet: '', related: 0 }] })
      expect((await caller().call('list.query', { query, from: 7, count: 10 })).rows).toEqual([])
      expect((await caller().call('list.query', { query, from: 0, count: 0 })).rows).toEqual([])
    })

    test('sorts people by family name, in either direction', async () => {
      await person('Alikhan', 'Baimenov')
      await person('Rex', 'Facer')
      await person('Болат', 'Абишев')
      expect(await caller().titles({ kind: 'contact' })).toEqual(['Alikhan Baimenov', 'Rex Facer', 'Болат Абишев'])
      expect(await caller().titles({ kind: 'contact', sort: { key: 'title', direction: 'descending' } })).toEqual([
        'Болат Абишев',
        'Rex Facer',
        'Alikhan Baimenov',
      ])
    })

    test('keeps the order after every change', async () => {
      const byDate: Parameters<Caller['titles']>[0] = { kind: 'note', sort: { key: 'date', direction: 'descending' } }
      const old = await caller().create({ kind: 'note', title: 'Old', date: '2019' })
      await caller().create({ kind: 'note', title: 'Undated' })
      await caller().create({ kind: 'note', title: 'Month', date: '2019-02' })
      expect(await caller().titles(byDate)).toEqual(['Month', 'Old', 'Undated'])
      await caller().call('records.update', { kind: 'note', id: old.id, baseRev: 1, patch: { date: '2023-05-17' } })
      expect(await caller().titles(byDate)).toEqual(['Old', 'Month', 'Undated'])
      await caller().trash(old.id)
      await caller().create({ kind: 'note', title: 'New', date: '2019-01' })
      expect(await caller().titles(byDate)).toEqual(['Month', 'New', 'Undated'])
    })

    test('puts the sessions of a conference beneath it when sorting by date', async () => {
      await caller().create({ kind: 'meeting', title: 'Conference', start: '2023-05-17', meetingType: 'conference', aliases: ['AC 2023'] })
      await caller().create({ kind: 'meeting', title: 'Panel', start: '2023-05-18', startTime: '14:00', partOf: 'AC 2023' })
      await caller().create({ kind: 'meeting', title: 'Plenary', start: '2023-05-18', startTime: '09:30', partOf: 'Conference' })
      await caller().create({ kind: 'meeting', title: 'Committee', start: '2023-06-01' })
      const query = listOf({ kind: 'meeting', sort: { key: 'date', direction: 'descending' } })
      const { rows } = await caller().call('list.query', { query, from: 0, count: 10 })
      expect(rows.map(({ head, depth }) => `${depth} ${head.title}`)).toEqual(['0 Committee', '0 Conference', '1 Plenary', '1 Panel'])
      const flat = await caller().call('list.query', { query: listOf({ kind: 'meeting' }), from: 0, count: 10 })
      expect(flat.rows.map(({ head, depth }) => `${depth} ${head.title}`)).toEqual(['0 Committee', '0 Conference', '0 Panel', '0 Plenary'])
    })

    test('filters by beginnings of words, in any order, without accents', async () => {
      await caller().create({ kind: 'contact', title: 'Pan Suk Kim', aliases: ['Kim Pan-Suk'] })
      await caller().create({ kind: 'contact', title: 'Łukasz Müller', nativeName: 'Лукаш' })
      await caller().create({ kind: 'note', title: 'Pay', topic: 'Remuneration', tags: ['mission/2023'] })
      expect(await caller().titles({ text: 'kim su' })).toEqual(['Pan Suk Kim'])
      expect(await caller().titles({ text: 'lukasz mull' })).toEqual(['Łukasz Müller'])
      expect(await caller().titles({ text: 'Лук' })).toEqual(['Łukasz Müller'])
      expect(await caller().titles({ text: 'remun' })).toEqual(['Pay'])
      expect(await caller().titles({ text: 'uk' })).toEqual([])
      expect(await caller().titles({ text: ' . ' })).toHaveLength(3)
    })

    test('filters by kind of contact, country, tag and stage', async () => {
      await person('Anna', 'Lee', { represents: { country: 'KOR', organisation: '' } })
      await caller().create({ kind: 'contact', contactType: 'organisation', title: 'ACSH', seat: 'KAZ' })
      await caller().create({
        kind: 'country',
        title: 'Kazakhstan',
        code: 'KAZ',
        participation: { status: 'participating', since: '2013', until: '' },
      })
      await caller().create({ kind: 'note', title: 'On Korea', countries: ['KOR'], tags: ['Mission/2023'], noteType: 'mission report' })
      await caller().create({ kind: 'study', title: 'Pay', stage: 'drafting' })
      expect(await caller().titles({ contactType: 'organisation' })).toEqual(['ACSH'])
      // people stand under their family name: Lee, Anna
      expect(await caller().titles({ country: 'KOR' })).toEqual(['Anna Lee', 'On Korea'])
      expect(await caller().titles({ country: 'KAZ' })).toEqual(['ACSH', 'Kazakhstan'])
      expect(await caller().titles({ tag: 'mission' })).toEqual(['On Korea'])
      expect(await caller().titles({ tag: 'miss' })).toEqual([])
      expect(await caller().titles({ kind: 'study', stage: 'drafting' })).toEqual(['Pay'])
      expect(await caller().titles({ kind: 'country', stage: 'participating' })).toEqual(['Kazakhstan'])
      expect(await caller().titles({ kind: 'note', stage: 'mission report' })).toEqual(['On Korea'])
      expect(await caller().call('list.tags', {})).toEqual([{ tag: 'Mission/2023', count: 1 }])
    })

    test('sorts by every key without losing a row', async () => {
      await person('Anna', 'Lee', { represents: { country: 'KOR', organisation: '' }, confirmedOn: '2023' })
      await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
      await caller().create({ kind: 'meeting', title: 'Committee', start: '2023-05-17', stage: 'draft' })
      await caller().create({ kind: 'study', title: 'Pay', deadline: '2023-12' })
      for (const key of sortKeys) {
        for (const direction of ['ascending', 'descending'] as const)
          expect(await caller().titles({ sort: { key, direction } }), key).toHaveLength(4)
      }
    })

    test('says when a contact was last met: present at a meeting that has been held', async () => {
      const row = (person: string, presence: 'present' | 'apologies') =>
        ({ person, function: '', status: '', represents: { country: '', organisation: '' }, title: '', presence, replacedBy: '' }) as const
      await person('Anna', 'Lee')
      await person('Rex', 'Facer')
      await caller().adopted({
        kind: 'meeting',
        title: 'M1',
        start: '2019-11',
        participants: [row('Anna Lee', 'present'), row('Rex Facer', 'present')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'M2',
        start: '2021-03-02',
        stage: 'draft',
        participants: [row('Anna Lee', 'present'), row('Rex Facer', 'apologies')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'M3',
        start: '2021-04-02',
        stage: 'planned',
        participants: [row('Anna Lee', 'present')],
      })
      const query = listOf({ kind: 'contact', sort: { key: 'lastMet', direction: 'descending' } })
      const { rows } = await caller().call('list.query', { query, from: 0, count: 10 })
      expect(rows.map(({ head, lastMet }) => `${head.title} ${lastMet}`)).toEqual(['Anna Lee 2021-03-02', 'Rex Facer 2019-11'])
    })

    test('counts open actions of meetings and notes on countries', async () => {
      await caller().create({ kind: 'meeting', title: 'Committee', body: '- [ ] One\n- [x] Two ✅ 2023-01-01\n- [ ] Three' })
      await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ', countries: ['KAZ'] })
      await caller().create({ kind: 'note', title: 'On Kazakhstan', countries: ['KAZ'] })
      const { rows } = await caller().call('list.query', { query: listOf({}), from: 0, count: 10 })
      expect(rows.map(({ head, related }) => `${head.title} ${related}`)).toEqual(['Committee 2', 'Kazakhstan 1', 'On Kazakhstan 0'])
    })

    test('finds where a record stands', async () => {
      await caller().create({ kind: 'note', title: 'A' })
      const b = await caller().create({ kind: 'note', title: 'B' })
      const query = listOf({ kind: 'note' })
      expect(await caller().call('list.position', { query, id: b.id })).toEqual({ position: 1 })
      expect(await caller().call('list.position', { query: { ...query, text: 'A' }, id: b.id })).toEqual({ position: null })
      expect(await caller().call('list.position', { query, id: MISSING })).toEqual({ position: null })
    })

    test('counts what the sections have', async () => {
      await person('Anna', 'Lee')
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Steering Committee' })
      await caller().create({
        kind: 'note',
        title: 'Note',
        body: '- [ ] Late 📅 2001-01-01\n- [ ] Some day\n\n> [!decision] SC/2023/1 Yes\n> Agreed.',
      })
      expect(await caller().call('list.counts', {})).toEqual({
        contacts: { person: 1, organisation: 0, body: 1 },
        countries: 0,
        notes: 1,
        meetings: 0,
        studies: 0,
        trash: 0,
        openActions: 2,
        overdueActions: 1,
        decisions: 1,
      })
    })
  })
}
