/** The first screen and its quick capture, over every transport. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'
const dayFrom = (now: string, days: number) => new Date(Date.parse(`${now}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const row = (person: string, country: string, presence: '' | 'present' = '') =>
  ({ person, function: '', status: '', represents: { country, organisation: '' }, title: '', presence, replacedBy: '' }) as const

export function describeToday(connect: Connect): void {
  section('today', connect, ({ caller }) => {
    const get = () => caller().call('today.get', {})

    test('says what is missing of meetings to come, with the sessions and countries of a conference', async () => {
      const { now } = await get()
      await caller().create({
        kind: 'meeting',
        title: 'Committee',
        start: dayFrom(now, 3),
        body: '## 1. Opening\n\n```\n## 9. Not an item\n```\n\n## 2. Budget\n',
        participants: [row('Anna Lee', 'KAZ'), row('Rex Facer', 'USA', 'present'), row('', 'GEO')],
      })
      await caller().create({ kind: 'meeting', title: 'Conference', start: dayFrom(now, 5), participants: [row('A', 'KAZ')] })
      await caller().create({
        kind: 'meeting',
        title: 'Panel',
        start: dayFrom(now, 5),
        partOf: 'Conference',
        participants: [row('B', 'KOR')],
      })
      expect((await get()).meetings).toMatchObject([
        { head: { title: 'Committee' }, agenda: 2, unanswered: 1, sessions: 0, countries: 3 },
        { head: { title: 'Conference' }, agenda: 0, unanswered: 1, sessions: 1, countries: 2 },
      ])
    })

    test('lists what waits of the most recent meetings first, and says since when each waits and what was remarked', async () => {
      const comment = (answer: string) => ({ from: 'Anna Lee', on: '2023-05-20', passage: '', text: 'Amend', answer })
      const circulation = { to: 'Members', on: '2023-05-18', deadline: '2023-06-01' }
      await caller().create({ kind: 'meeting', title: 'Drafted', start: '2023-01', stage: 'draft' })
      await caller().create({ kind: 'meeting', title: 'Some day', stage: 'draft' })
      await caller().create({ kind: 'meeting', title: 'Afternoon', start: '2023-01-03', startTime: '14:00', stage: 'draft' })
      await caller().create({
        kind: 'meeting',
        title: 'Disputed',
        start: '2023-01-02',
        stage: 'circulated',
        circulation,
        comments: [comment('')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'Ready',
        start: '2023-01-03',
        stage: 'circulated',
        circulation,
        comments: [comment('Done')],
      })
      await caller().create({
        kind: 'meeting',
        title: 'Read',
        start: '2023-01-04',
        stage: 'cleared',
        clearance: { by: 'Chair', on: '2023-01-09' },
      })
      const { waiting, waitingTotal } = await get()
      expect(waiting.map(({ head, since, comments, open }) => [head.title, since, comments, open])).toEqual([
        ['Read', '2023-01-09', 0, 0],
        ['Afternoon', '2023-01-03', 0, 0],
        ['Ready', '2023-05-18', 1, 0],
        ['Disputed', '2023-05-18', 1, 1],
        ['Drafted', '2023-01', 0, 0],
        ['Some day', '', 0, 0],
      ])
      expect(waitingTotal).toBe(6)
    })

    test('lists among what waits a meeting that is over and still planned, when its text says what was agreed; the search finds the same', async () => {
      const { now } = await get()
      const planned = { kind: 'meeting', body: '- [ ] Write\n' } as const
      await caller().create({ ...planned, title: 'Over', start: dayFrom(now, -2) })
      await caller().create({ ...planned, title: 'On', start: dayFrom(now, -2), end: now })
      await caller().create({ ...planned, title: 'To come', start: dayFrom(now, 2) })
      await caller().create({ kind: 'meeting', title: 'Prepared', start: dayFrom(now, -3), body: '## 1. Opening\n' })
      await caller().create({ kind: 'meeting', title: 'Drafted', start: '2023-01', stage: 'draft' })
      await caller().adopted({ kind: 'meeting', title: 'Adopted', start: '2023-01-02', body: 'Text' })
      const { waiting, waitingTotal } = await get()
      expect(waiting.map(({ head, since }) => [head.title, since])).toEqual([
        ['Over', dayFrom(now, -2)],
        ['Drafted', '2023-01'],
      ])
      const query = { kind: 'meeting', text: 'is:waiting', sort: { key: 'date', direction: 'descending' } } as const
      const listed = await caller().call('list.query', { query, from: 0, count: 50 })
      expect(listed.rows.map(({ head }) => head.title)).toEqual(['Over', 'Drafted'])
      expect(waitingTotal).toBe(listed.total)
    })

    test('names the one meeting that is on, by its hours where it has them, else by its day', async () => {
      const { now } = await get()
      const on = async () => (await get()).meetingNow?.title
      const planned = { kind: 'meeting', start: now } as const
      const over = await caller().create({
        ...planned,
        title: 'Over',
        startTime: '00:00',
        endTime: '00:01',
        timeZone: 'Pacific/Kiritimati',
      })
      expect(await on()).toBeUndefined()
      await caller().create({ ...planned, title: 'All day', end: now })
      expect(await on()).toBe('All day')
      const update = (patch: { startTime?: string; endTime?: string; end?: string; start?: string }) =>
        caller().call('records.update', { id: over.id, kind: 'meeting', baseRev: over.rev, patch })
      await update({ start: dayFrom(now, -2), end: dayFrom(now, 2) })
      expect(await on()).toBeUndefined()
    })

    test('counts what is overdue, names the countries of those responsible, and numbers used twice', async () => {
      await caller().create({ kind: 'contact', title: 'Rex Facer', represents: { country: 'USA', organisation: '' } })
      const body = '> [!decision] SC/2023/1 Budget\n> Yes.\n\n- [ ] Late [[Rex Facer]] 📅 2001-01-01\n- [ ] Some day\n- [x] Done\n'
      await caller().create({ kind: 'meeting', title: 'First', start: '2023-01-02', body })
      await caller().create({ kind: 'meeting', title: 'Second', start: '2023-02-02', body: '> [!decision] sc/2023/1 Seat\n> No.\n' })
      const today = await get()
      expect(today).toMatchObject({ overdueTotal: 1, actionsTotal: 2, clashesTotal: 1 })
      expect(today.actions.map(({ text, countries }) => [text, countries])).toEqual([
        ['Late', ['USA']],
        ['Some day', []],
      ])
      expect(today.clashes[0]?.records.map(({ title }) => title).toSorted()).toEqual(['First', 'Second'])
    })

    test('puts an action into the note of the day, which it makes once, and takes it back', async () => {
      const add = (text: string, into: string | null = null) =>
        caller().call('today.addAction', { text, responsible: ['Rex Facer'], due: '2023-06-30', into, note: 'Captured 2023-06-22' })
      const { record, line, commit } = await add('Call')
      expect([record.title, line]).toEqual(['Captured 2023-06-22', 0])
      const first = await caller().call('undo.apply', { revision: commit.revision })
      await caller().call('undo.apply', { revision: first.commit.revision })
      const second = await add('Write')
      expect(second).toMatchObject({ record: { id: record.id }, line: 1 })
      const body = async (id: string) => (await caller().call('records.get', { id })).body
      expect(await body(record.id)).toBe('- [ ] Call [[Rex Facer]] 📅 2023-06-30\n- [ ] Write [[Rex Facer]] 📅 2023-06-30\n')
      await caller().call('undo.apply', { revision: second.commit.revision })
      expect(await body(record.id)).toBe('- [ ] Call [[Rex Facer]] 📅 2023-06-30\n')

      const meeting = await caller().create({ kind: 'meeting', title: 'On now', body: 'Opened.\r\n\r\nClosed.' })
      await add('Thank', meeting.id)
      expect(await body(meeting.id)).toBe('Opened.\r\n\r\nClosed.\r\n\r\n- [ ] Thank [[Rex Facer]] 📅 2023-06-30\r\n')
    })

    test('takes back the first action of the day not from under those that came after it', async () => {
      const add = (text: string) =>
        caller().call('today.addAction', { text, responsible: [], due: '', into: null, note: 'Captured 2023-06-22' })
      const [first, second] = [await add('Call'), await add('Write')]
      const texts = async () => (await caller().call('actions.list', {})).rows.map(({ text }) => text)
      await caller().refused('NOT_UNDOABLE', 'undo.apply', { revision: first.commit.revision })
      expect(await texts()).toEqual(['Call', 'Write'])
      await caller().call('undo.apply', { revision: second.commit.revision })
      await caller().call('undo.apply', { revision: first.commit.revision })
      expect(await texts()).toEqual([])
      await add('Call again')
      expect(await texts()).toEqual(['Call again'])
    })

    test('shows the first numbers that are used twice, in the order of the numbers', async () => {
      for (const number of [10, 9, 8, 3, 2, 1])
        await caller().create({
          kind: 'meeting',
          title: `Session ${number}`,
          body: `> [!decision] SC/2023/${number} One\n> Yes.\n\n> [!decision] SC/2023/${number} Two\n> No.\n`,
        })
      const { clashes, clashesTotal } = await get()
      expect(clashes.map(({ number }) => number)).toEqual(['SC/2023/1', 'SC/2023/2', 'SC/2023/3', 'SC/2023/8', 'SC/2023/9'])
      expect(clashesTotal).toBe(6)
    })

    test('refuses what cannot be an action there, and changes nothing', async () => {
      const add = { text: 'Call', responsible: [] as string[], due: '', into: null as string | null, note: 'Captured' }
      await caller().refused('NOT_FOUND', 'today.addAction', { ...add, into: MISSING })
      const code = await caller().create({ kind: 'note', title: 'Code', body: '```\nopen' })
      await caller().refused('INVALID_INPUT', 'today.addAction', { ...add, into: code.id })
      await caller().refused('INVALID_INPUT', 'today.addAction', { ...add, responsible: ['A ]] b'] })
      const adopted = await caller().adopted({ kind: 'meeting', title: 'Adopted', start: '2023-01-02', body: 'Text' })
      await caller().refused('ADOPTED', 'today.addAction', { ...add, into: adopted.id })
      await caller().create({ kind: 'study', title: 'Captured' })
      await caller().refused('TITLE_TAKEN', 'today.addAction', add)
      expect((await caller().call('actions.list', {})).total).toBe(0)
    })
  })
}
