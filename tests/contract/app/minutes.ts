/** What minutes are typed with: people as they were on the day, and what is open of earlier meetings. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeMinutes(connect: Connect): void {
  section('taking minutes', connect, ({ caller }) => {
    test('a person is suggested with the post held on the day that is asked for', async () => {
      const post = (title: string, from: string, to: string) => ({
        title,
        organisation: 'Ministry',
        country: '' as const,
        from,
        to,
        former: false,
      })
      await caller().create({
        kind: 'contact',
        title: 'Saule Testova',
        posts: [post('Deputy Minister', '2021', '2023-11'), post('Minister', '2023-12', '')],
      })
      await caller().create({ kind: 'contact', contactType: 'organisation', title: 'Saule Foundation', shortName: 'SF' })
      const on = async (day: string) =>
        (await caller().call('links.suggest', { text: 'saule', on: day })).map(({ title, detail }) => [title, detail])
      expect(await on('2023-09-12')).toEqual([
        ['Saule Foundation', 'SF'],
        ['Saule Testova', 'Deputy Minister, Ministry'],
      ])
      expect(await on('2024')).toContainEqual(['Saule Testova', 'Minister, Ministry'])
      expect(await on('2019-01')).toContainEqual(['Saule Testova', ''])
    })

    test('the next document symbol is that of the body and the year, past every other meeting of it', async () => {
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Steering Committee', symbol: 'SC' })
      const meetingBody = 'Steering Committee'
      const { id } = await caller().create({ kind: 'meeting', title: 'New', meetingBody, symbol: 'SC/2023/99' })
      const next = async (start: string, body = meetingBody) =>
        (await caller().call('meetings.nextSymbol', { id, meetingBody: body, start })).symbol
      expect(await next('2023-05-16')).toBe('SC/2023/1')
      await caller().create({ kind: 'meeting', title: '8th', meetingBody, symbol: 'sc/2023/2' })
      await caller().create({ kind: 'meeting', title: 'Corrected', meetingBody, symbol: 'SC/2023/9/Corr.1' })
      await caller().create({ kind: 'meeting', title: 'Other', meetingBody: 'Working group', symbol: 'SC/2023/40' })
      expect(await next('2023-05')).toBe('SC/2023/10')
      expect(await next('2024-05-16')).toBe('SC/2024/1')
      expect(await next('2023-05-16', 'Working group')).toBe('')
    })

    test('open actions of the body’s earlier meetings arise, by deadline, and of no other ones', async () => {
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Steering Committee', symbol: 'SC' })
      const meeting = (title: string, start: string, body: string, meetingBody = 'Steering Committee') =>
        caller().create({ kind: 'meeting', title, meetingBody, start, body })
      await meeting('7th session', '2022-05', '- [ ] Late 📅 2023-01-01\n- [x] Done')
      await meeting('8th session', '2023-05-16', '- [ ] Early 📅 2022-01-01\n- [-] Given up')
      await meeting('10th session', '2024-05-16', '- [ ] Of a later one')
      await meeting('Other body', '2022-01-01', '- [ ] Of another body', 'Working group')
      const { id } = await meeting('9th session', '2023-09-12', '- [ ] Its own')
      const { rows } = await caller().call('meetings.mattersArising', { id })
      expect(rows.map(({ text, recordTitle }) => [text, recordTitle])).toEqual([
        ['Early', '8th session'],
        ['Late', '7th session'],
      ])
      const on = async (title: string, start: string, startTime = '') =>
        caller().create({ kind: 'meeting', title, meetingBody: 'Steering Committee', start, startTime })
      const arising = async (meeting: { readonly id: string }) =>
        (await caller().call('meetings.mattersArising', { id: meeting.id })).rows.map(({ text }) => text)
      // of the same day by the hour, where the day is not known by the month, and of one without a date all
      await caller().create({
        kind: 'meeting',
        title: 'Morning',
        meetingBody: 'Steering Committee',
        start: '2023-09-12',
        startTime: '09:00',
        body: '- [ ] M',
      })
      expect(await arising(await on('Dawn', '2023-09-12', '08:00'))).toEqual(['Early', 'Late', 'Its own'])
      expect(await arising(await on('Noon', '2023-09-12', '12:00'))).toEqual(['Early', 'Late', 'Its own', 'M'])
      expect(await arising(await on('May', '2022-05'))).toEqual([])
      expect(await arising(await on('Some day', ''))).toEqual(['Early', 'Late', 'Of a later one', 'Its own', 'M'])
      const { id: alone } = await meeting('Without a body', '2025-01-01', '', '')
      expect(await caller().call('meetings.mattersArising', { id: alone })).toEqual({ rows: [], withheld: 0 })
    })

    test('what is classified above a meeting does not arise in it: it is counted, and not named', async () => {
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Steering Committee', symbol: 'SC' })
      await caller().create({ kind: 'contact', title: 'Quiet Source', classification: 'confidential' })
      await caller().create({ kind: 'note', title: 'Operation Falcon', classification: 'strictly confidential' })
      const binned = await caller().create({ kind: 'note', title: 'Operation Kestrel', classification: 'confidential' })
      await caller().trash(binned.id)
      const of = { kind: 'meeting', meetingBody: 'Steering Committee' } as const
      const closed = { title: 'Closed session', start: '2023-01', classification: 'confidential', body: '- [ ] Investigate Mr X' } as const
      await caller().create({ ...of, ...closed })
      const body =
        '- [ ] Read [[Operation Falcon]] first [[Quiet Source]] [[Rex Facer]]\n- [ ] Read [[Operation Kestrel]] soon\n- [ ] Ask the quiet source\n'
      await caller().create({ ...of, title: 'Open session', start: '2023-02', classification: 'public', body })
      const { id, rev } = await caller().create({ ...of, title: 'Next session', start: '2023-05', classification: 'internal' })
      const low = await caller().call('meetings.mattersArising', { id })
      expect(low.withheld).toBe(1)
      expect(low.rows.map(({ text, responsible }) => [text, responsible])).toEqual([
        ['[withheld]', ['[withheld]', 'Rex Facer']],
        ['[withheld]', []],
        ['[withheld]', []],
      ])
      expect(JSON.stringify(low)).not.toMatch(/Mr X|Closed|Falcon|Kestrel|Quiet/i)
      await caller().call('records.update', { id, kind: 'meeting', baseRev: rev, patch: { classification: 'strictly confidential' } })
      const high = await caller().call('meetings.mattersArising', { id })
      expect(high.withheld).toBe(0)
      expect(high.rows.map(({ text }) => text)).toEqual([
        'Read [[Operation Falcon]] first',
        'Read [[Operation Kestrel]] soon',
        'Ask the quiet source',
        'Investigate Mr X',
      ])
    })
  })
}
