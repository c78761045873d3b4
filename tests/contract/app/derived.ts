/** Actions, decisions, the pages that assemble themselves, and today. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'
const row = (person: string, country = '', organisation = '') =>
  ({ person, function: '', status: '', represents: { country, organisation }, title: '', presence: 'present', replacedBy: '' }) as const
const post = (title: string, organisation: string) => ({ title, organisation, country: '', from: '', to: '', former: false })

const dayFrom = (now: string, days: number) => new Date(Date.parse(`${now}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function describeDerived(connect: Connect): void {
  section('derived pages', connect, ({ caller }) => {
    test('lists actions by deadline over all texts, and by line in one', async () => {
      const meeting = await caller().create({
        kind: 'meeting',
        title: 'Committee',
        start: '2023-05-17',
        body: 'Intro\n\n- [ ] Write to members [[Rex Facer]] 📅 2999-01-02\n- [ ] Some day\n- [x] Booked the hall ✅ 2023-05-18',
      })
      await caller().create({ kind: 'note', title: 'Note', date: '2023', body: '- [ ] Late [[Anna Lee]] 📅 2001-01-01' })
      const all = await caller().call('actions.list', {})
      expect(all.total).toBe(4)
      expect(all.rows[0]).toMatchObject({
        recordTitle: 'Note',
        recordDate: '2023',
        text: 'Late',
        responsible: ['Anna Lee'],
        due: '2001-01-01',
        state: 'open',
        line: 0,
      })
      expect((await caller().call('actions.list', { state: 'overdue' })).rows.map(({ text }) => text)).toEqual(['Late'])
      expect((await caller().call('actions.list', { state: 'open' })).rows.map(({ text }) => text)).toEqual([
        'Late',
        'Write to members',
        'Some day',
      ])
      expect((await caller().call('actions.list', { state: 'done' })).rows.map(({ done }) => done)).toEqual(['2023-05-18'])
      expect((await caller().call('actions.list', { recordId: meeting.id })).rows.map(({ line }) => line)).toEqual([2, 3, 4])
      expect((await caller().call('actions.list', { text: 'face mem' })).rows.map(({ text }) => text)).toEqual(['Write to members'])
      expect(await caller().call('actions.list', { from: 1, count: 1 })).toMatchObject({ total: 4, rows: [{ text: 'Write to members' }] })
      await caller().refused('NOT_FOUND', 'actions.list', { recordId: MISSING })
    })

    test('filters actions in the language of the search, by who answers for them, deadline, state and record', async () => {
      const body = [
        '- [ ] Circulate the questionnaires [[Алихан Байменов]] 📅 2999-01-02',
        '- [ ] Book the hall [[Rex Facer]] 📅 2001-01',
        '- [x] Print the study [[Rex Facer]] ✅ 2023-05-18',
      ]
      await caller().create({ kind: 'meeting', title: 'Committee', tags: ['seats/2023'], countries: ['KAZ'], body: body.join('\n') })
      await caller().create({ kind: 'note', title: 'On Estonia', body: '- [ ] Ask for data' })
      const found = async (text: string) => (await caller().call('actions.list', { text })).rows.map(({ text }) => text.split(' ')[0])
      expect(await found('questionnaire')).toEqual(['Circulate'])
      expect(await found('Baimenov')).toEqual(['Circulate'])
      expect(await found('owner:facer')).toEqual(['Book', 'Print'])
      expect(await found('in:body committee')).toEqual([])
      expect(await found('committee -owner:facer')).toEqual(['Circulate'])
      expect(await found('is:overdue')).toEqual(['Book'])
      expect((await found('is:done OR kind:note')).toSorted()).toEqual(['Ask', 'Print'])
      expect(await found('is:open country:Казахстан')).toEqual(['Book', 'Circulate'])
      expect(await found('tag:seats "the hall"')).toEqual(['Book'])
      expect(await found('before:2001-02')).toEqual(['Book'])
      expect(await found('after:2900')).toEqual(['Circulate'])
      expect(await found('kind:parrot data')).toEqual(['Ask'])
      expect(await found('?!')).toHaveLength(4)
    })

    test('lists decisions, the newest text first', async () => {
      await caller().create({ kind: 'meeting', title: 'First', start: '2022', body: '> [!decision] SC/2022/1 Budget\n> Agreed.' })
      const second = await caller().create({
        kind: 'meeting',
        title: 'Second',
        start: '2023',
        body: 'x\n\n> [!decision] SC/2023/1 Plan\n> Adopted.\n\n> [!decision] SC/2023/2 Seat\n> Kept.',
      })
      const { rows, total } = await caller().call('decisions.list', {})
      expect(total).toBe(3)
      expect(rows.map(({ number, title }) => `${number} ${title}`)).toEqual(['SC/2023/1 Plan', 'SC/2023/2 Seat', 'SC/2022/1 Budget'])
      expect(rows[0]).toMatchObject({ recordId: second.id, recordDate: '2023', line: 2, text: 'Adopted.' })
      expect((await caller().call('decisions.list', { text: '2022 bud' })).total).toBe(1)
      const numbers = async (text: string) => (await caller().call('decisions.list', { text })).rows.map(({ number }) => number)
      expect(await numbers('adopts OR "SC 2022 1"')).toEqual(['SC/2023/1', 'SC/2022/1'])
      expect(await numbers('after:2023 -kept')).toEqual(['SC/2023/1'])
      expect(await numbers('in:title second')).toEqual(['SC/2023/1', 'SC/2023/2'])
      await caller().refused('NOT_FOUND', 'decisions.list', { recordId: MISSING })
    })

    test('offers all countries, with the workspace’s own names and record where it has one', async () => {
      const country = await caller().create({
        kind: 'country',
        title: 'Türkiye',
        code: 'TUR',
        shortNames: { en: 'Türkiye', ru: 'Турция', kk: '' },
        aliases: ['Turkey'],
      })
      const options = await caller().call('countries.options', {})
      expect(options.length).toBeGreaterThan(240)
      expect(options.find(({ code }) => code === 'TUR')).toMatchObject({
        alpha2: 'tr',
        recordId: country.id,
        names: { en: 'Türkiye', ru: 'Турция' },
      })
      expect(options.find(({ code }) => code === 'KAZ')).toMatchObject({
        alpha2: 'kz',
        numeric: '398',
        recordId: null,
        names: { ru: 'Казахстан' },
      })
    })

    test('assembles the page of a country', async () => {
      const korea = await caller().create({ kind: 'country', title: 'Republic of Korea', code: 'KOR' })
      await caller().create({ kind: 'contact', title: 'Kim Pan Suk', represents: { country: 'KOR', organisation: '' } })
      await caller().create({ kind: 'contact', contactType: 'organisation', title: 'Ministry', seat: 'KOR' })
      await caller().create({
        kind: 'note',
        title: 'On Korea',
        countries: ['KOR'],
        date: '2023',
        body: '# Title\n\nThe **system** was reformed. \n\n- [ ] Ask again',
      })
      await caller().create({
        kind: 'meeting',
        title: 'Panel',
        stage: 'draft',
        start: '2023-05-17',
        participants: [row('Kim Pan Suk', 'KOR')],
        body: '- [ ] Send the study [[Kim Pan Suk]] 📅 2023-06-30\n- [ ] Not theirs',
      })
      await caller().create({ kind: 'meeting', title: 'Elsewhere', start: '2023-05-18', participants: [row('Rex', 'USA')] })
      await caller().create({ kind: 'study', title: 'Pay in Korea', countries: ['KOR'] })
      const page = await caller().call('countries.page', { id: korea.id })
      expect(page.notes).toMatchObject([{ head: { title: 'On Korea' } }])
      expect(page.notes[0]?.excerpt).toContain('The system was reformed.')
      expect(page.meetings).toMatchObject([{ head: { title: 'Panel' }, detail: 'Kim Pan Suk' }])
      expect(page.studies.map(({ title }) => title)).toEqual(['Pay in Korea'])
      expect(page.people.map(({ title }) => title)).toEqual(['Kim Pan Suk'])
      expect(page.organisations.map(({ title }) => title)).toEqual(['Ministry'])
      expect(page.commitments.map(({ text }) => text)).toEqual(['Send the study', 'Ask again'])
      await caller().refused('NOT_FOUND', 'countries.page', { id: MISSING })
    })

    test('assembles the page of an organisation and of a body', async () => {
      const hub = await caller().create({ kind: 'contact', contactType: 'organisation', title: 'Hub', aliases: ['ACSH'] })
      const committee = await caller().create({
        kind: 'contact',
        contactType: 'body',
        title: 'Steering Committee',
        parent: 'ACSH',
        officers: [{ person: 'Anna Lee', role: 'Chair', from: '', to: '' }],
      })
      await caller().create({ kind: 'contact', title: 'Anna Lee', posts: [post('Chairman', 'Hub')] })
      await caller().create({ kind: 'contact', title: 'Rex', represents: { country: '', organisation: 'hub' } })
      await caller().create({
        kind: 'meeting',
        title: 'SC 8',
        stage: 'draft',
        start: '2023',
        meetingBody: 'Steering Committee',
        participants: [row('Rex', '', 'ACSH')],
        body: '- [ ] Host the next one [[Hub]]',
      })
      const page = await caller().call('contacts.page', { id: hub.id })
      expect(page.people.map(({ title }) => title)).toEqual(['Anna Lee', 'Rex'])
      expect(page.parts.map(({ title }) => title)).toEqual(['Steering Committee'])
      expect(page.meetings.map(({ title }) => title)).toEqual(['SC 8'])
      expect(page.actions.map(({ text }) => text)).toEqual(['Host the next one'])
      const body = await caller().call('contacts.page', { id: committee.id })
      expect(body).toMatchObject({ people: [{ title: 'Anna Lee' }], meetings: [{ title: 'SC 8' }], actions: [] })
      const note = await caller().create({ kind: 'note', title: 'Note' })
      await caller().refused('NOT_FOUND', 'contacts.page', { id: note.id })
    })

    test('today shows what is around now', async () => {
      const { now } = await caller().call('today.get', {})
      expect(now).toMatch(/^\d{4}-\d\d-\d\d$/)
      const body = '- [ ] Follow up 📅 2001-01-01'
      const meeting = (title: string, days: number, stage: 'planned' | 'draft') =>
        caller().create({ kind: 'meeting', title, start: dayFrom(now, days), stage, body })
      await caller().adopted({ kind: 'meeting', title: 'Long ago', start: dayFrom(now, -400), body })
      await meeting('Last week', -7, 'draft')
      await meeting('Next month', 30, 'planned')
      await meeting('Next year', 400, 'planned')
      await caller().create({ kind: 'study', title: 'Due', deadline: dayFrom(now, 10) })
      await caller().create({ kind: 'study', title: 'Out', deadline: dayFrom(now, 10), stage: 'published' })
      await caller().create({ kind: 'contact', title: 'Never confirmed' })
      await caller().create({ kind: 'contact', title: 'Long ago confirmed', confirmedOn: '2001' })
      await caller().create({ kind: 'contact', title: 'Confirmed', confirmedOn: dayFrom(now, -30) })
      const today = await caller().call('today.get', {})
      expect(today.meetings.map(({ head }) => head.title)).toEqual(['Last week', 'Next month'])
      expect(today.waiting.map(({ head }) => head.title)).toEqual(['Last week'])
      expect(today.actions).toHaveLength(4)
      expect(today.studiesDue.map(({ title }) => title)).toEqual(['Due'])
      expect(today.recent[0]?.title).toBe('Confirmed')
      expect(today.toConfirm.map(({ title }) => title)).toEqual(['Never confirmed', 'Long ago confirmed'])
      expect(today.toConfirmTotal).toBe(2)
    })

    test('today shows the next meetings when none are near', async () => {
      const { now } = await caller().call('today.get', {})
      await caller().adopted({ kind: 'meeting', title: 'Past', start: dayFrom(now, -300) })
      expect((await caller().call('today.get', {})).meetings.map(({ head }) => head.title)).toEqual(['Past'])
      await caller().create({ kind: 'meeting', title: 'Future', start: dayFrom(now, 300) })
      expect((await caller().call('today.get', {})).meetings.map(({ head }) => head.title)).toEqual(['Future'])
    })
  })
}
