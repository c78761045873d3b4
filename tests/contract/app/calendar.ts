/** Calendar files over every transport: a meeting out of one, meetings into one. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'
const email = (value: string) => ({ label: 'work', value })
const base64 = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\r\n`).join('')).toString('base64')
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const calendar = (...events: readonly string[][]) => base64(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR'])
const row = (person: string, presence: '' | 'present' = '') =>
  ({ person, function: '', status: '', represents: { country: '', organisation: '' }, title: '', presence, replacedBy: '' }) as const
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

export function describeCalendar(connect: Connect): void {
  section('calendar files', connect, ({ caller }) => {
    test('an event becomes a draft whose people are contacts by e-mail address and by name in another spelling; nothing is made', async () => {
      await caller().create({
        kind: 'contact',
        title: 'Alikhan Baimenov',
        family: 'Baimenov',
        given: 'Alikhan',
        represents: { country: 'KAZ', organisation: '' },
        posts: [
          { title: 'Chairman', organisation: '', country: '', from: '2013', to: '2024', former: false },
          { title: 'Adviser', organisation: '', country: '', from: '2024', to: '', former: false },
        ],
      })
      await caller().create({ kind: 'contact', title: 'Rex Facer', emails: [email('private@x.edu'), email('Rex.Facer@BYU.edu')] })
      const file = calendar(
        event(
          'UID:a-1',
          'SUMMARY:Steering Committee\\, 8th session',
          'DTSTART;TZID="W. Europe Standard Time":20230517T093000',
          'DTEND;TZID="W. Europe Standard Time":20230517T120000',
          'LOCATION:Astana',
          'ORGANIZER;CN=Алихан Байменов:mailto:office@hub.org',
          'ATTENDEE;CN=R. F.;PARTSTAT=DECLINED:mailto:rex.facer@byu.edu',
          'ATTENDEE;CN=Nobody Known:mailto:nobody@x.org',
        ),
      )
      const { draft, events } = await caller().call('calendar.read', { base64: file, event: null })
      expect(events).toEqual([])
      expect(draft).toMatchObject({
        title: 'Steering Committee, 8th session',
        start: '2023-05-17',
        startTime: '09:30',
        end: '',
        endTime: '12:00',
        timeZone: 'Europe/Berlin',
        place: 'Astana',
        repeats: false,
        notes: [],
        same: null,
      })
      expect(draft?.attendees).toMatchObject([
        {
          name: 'Алихан Байменов',
          isOrganiser: true,
          how: 'name',
          participant: { person: 'Alikhan Baimenov', title: 'Chairman', represents: { country: 'KAZ' }, presence: '' },
        },
        { how: 'email', participant: { person: 'Rex Facer', presence: 'apologies' } },
        { how: 'unknown', contacts: [], participant: { person: 'Nobody Known' } },
      ])
      expect(await caller().call('list.counts', {})).toMatchObject({ meetings: 0, contacts: { person: 2 } })
    })

    test('an event that was taken in before is known by its UID, also when the meeting was renamed and moved', async () => {
      const file = calendar(event('UID:040000008200E00074C5B7101A82E008@example.org', 'SUMMARY:Committee', 'DTSTART:20230517T093000'))
      const draft = async () => (await caller().call('calendar.read', { base64: file, event: null })).draft
      const first = await draft()
      expect(first?.same).toBeNull()
      const { calendarUid = '' } = first ?? {}
      const made = await caller().create({ kind: 'meeting', title: 'Ninth session', start: '2023-06-01', calendarUid })
      expect((await draft())?.same).toEqual({ id: made.id, title: 'Ninth session' })
      await caller().call('records.trash', { records: [{ id: made.id, baseRev: made.rev }] })
      expect((await draft())?.same).toBeNull()
    })

    test('an address that several contacts have in common names none of them; their names do', async () => {
      const office = { emails: [email('office@hub.org')] }
      await caller().create({ kind: 'contact', title: 'Anna Lee', ...office })
      await caller().create({ kind: 'contact', title: 'Bolat Omarov', ...office })
      const attendees = async (...names: string[]) => {
        const lines = names.map((name) => `ATTENDEE;CN=${name}:mailto:office@hub.org`)
        const file = calendar(...lines.map((line) => event('UID:a', 'SUMMARY:Committee', 'DTSTART;VALUE=DATE:20230517', line)))
        const { draft } = await caller().call('calendar.read', { base64: file, event: 0 })
        return draft?.attendees.map(({ how, participant }) => [how, participant.person])
      }
      expect(await attendees('Secretariat')).toEqual([['unknown', 'Secretariat']])
      expect(await attendees('Bolat Omarov')).toEqual([['name', 'Bolat Omarov']])
    })

    test('of several events one is chosen, the latest stands first', async () => {
      const file = calendar(
        event('UID:1', 'SUMMARY:First', 'DTSTART;VALUE=DATE:20230101'),
        event('UID:2', 'SUMMARY:Second', 'DTSTART:20240101T090000', 'RRULE:FREQ=WEEKLY'),
      )
      const { events, draft } = await caller().call('calendar.read', { base64: file, event: null })
      expect(draft).toBeNull()
      expect(events).toEqual([
        { event: 1, title: 'Second', start: '2024-01-01', startTime: '09:00', repeats: true },
        { event: 0, title: 'First', start: '2023-01-01', startTime: '', repeats: false },
      ])
      expect((await caller().call('calendar.read', { base64: file, event: 0 })).draft).toMatchObject({ title: 'First' })
      await caller().refused('NOT_FOUND', 'calendar.read', { base64: file, event: 2 })
    })

    test('what is no calendar is refused, and why', async () => {
      const problem = async (bytes: string) =>
        (await caller().refused('INVALID_INPUT', 'calendar.read', { base64: bytes, event: null })).details
      expect(await problem(Buffer.from('hello').toString('base64'))).toMatchObject({ problem: 'notCalendar' })
      expect(await problem(Buffer.from([0xff, 0x00, 0xc7]).toString('base64'))).toMatchObject({ problem: 'notText' })
      expect(await problem(calendar())).toMatchObject({ problem: 'noEvents' })
      // 2 MB and a little
      expect((await problem('A'.repeat(2_700_000)))['issues']).toMatchObject([{ path: 'base64' }])
    })

    test('a meeting goes out with those whose address may be told, and comes back as the same meeting', async () => {
      await caller().create({ kind: 'contact', title: 'Anna Lee', emails: [email('anna@hub.org')] })
      await caller().create({ kind: 'contact', title: 'Rex Facer', emails: [email('rex@byu.edu')] })
      await caller().create({ kind: 'contact', title: 'Secret Source', emails: [email('s@x.org')], classification: 'confidential' })
      const meeting = await caller().create({
        kind: 'meeting',
        title: 'Комитет',
        start: '2023-05-17',
        startTime: '09:30',
        endTime: '12:00',
        timeZone: 'Asia/Almaty',
        place: 'Astana',
        classification: 'internal',
        secretary: 'Anna Lee',
        participants: [row('Rex Facer', 'present'), row('Secret Source'), row('No Address')],
        body: 'Minutes stay here',
      })
      const { name, text, events, withheld, withoutDay } = await caller().call('calendar.write', { ids: [meeting.id, meeting.id] })
      expect({ name, events, withheld, withoutDay }).toEqual({ name: 'Комитет', events: 1, withheld: 1, withoutDay: [] })
      const lines = unfolded(text)
      expect(lines).toContain('ORGANIZER;CN="Anna Lee":mailto:anna@hub.org')
      expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
        'ATTENDEE;CN="Rex Facer";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:rex@byu.edu',
      ])
      expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
      expect(text).not.toMatch(/Minutes|s@x\.org/)
      const { draft } = await caller().call('calendar.read', { base64: Buffer.from(text).toString('base64'), event: null })
      expect(draft).toMatchObject({
        title: 'Комитет',
        start: '2023-05-17',
        startTime: '09:30',
        endTime: '12:00',
        timeZone: 'Asia/Almaty',
        place: 'Astana',
        same: { id: meeting.id, title: 'Комитет' },
      })
    })

    test('takes the agenda along in plain words, and says by whose clock a meeting without a zone goes out', async () => {
      await caller().create({ kind: 'contact', title: 'Secret Source', classification: 'confidential' })
      const planned = { kind: 'meeting', start: '2023-05-17', startTime: '10:00', classification: 'internal' } as const
      const list = '1. Budget of [[Rex Facer|Rex]]\n2. Talk with [[Secret Source]]\n3. On the secret source’s letter\n'
      const first = await caller().create({ ...planned, title: 'Planned', place: 'At Secret Source', body: list })
      const second = await caller().create({
        ...planned,
        title: 'Held',
        timeZone: 'UTC',
        stage: 'draft',
        body: '## 1. Opening\n\nWords.\n',
      })
      const { text, withoutZone, zone } = await caller().call('calendar.write', { ids: [first.id, second.id] })
      expect({ withoutZone, zone }).toEqual({ withoutZone: ['Planned'], zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })
      expect(unfolded(text).filter((line) => line.startsWith('DESCRIPTION'))).toEqual([
        'DESCRIPTION:1. Budget of Rex\\n2. [withheld]\\n3. [withheld]',
        'DESCRIPTION:1. Opening',
      ])
      expect(text).toContain('LOCATION:[withheld]')
      expect(unfolded(text).filter((line) => /^DTSTART(?:;TZID=[^:]+:|:)20230517T100000$/.test(line))).toHaveLength(zone === 'UTC' ? 0 : 1)
    })

    test('a meeting without a day is left out and named; a file of none is refused', async () => {
      const known = await caller().create({ kind: 'meeting', title: 'Known', start: '2023-05-17' })
      const vague = await caller().create({ kind: 'meeting', title: 'Vague', start: '2023-05' })
      const note = await caller().create({ kind: 'note', title: 'Note' })
      expect(await caller().call('calendar.write', { ids: [known.id, vague.id] })).toMatchObject({ events: 1, withoutDay: ['Vague'] })
      expect((await caller().refused('INVALID_INPUT', 'calendar.write', { ids: [vague.id] })).details).toMatchObject({ problem: 'noDay' })
      await caller().refused('INVALID_INPUT', 'calendar.write', { ids: [note.id] })
      await caller().refused('NOT_FOUND', 'calendar.write', { ids: [MISSING] })
    })
  })
}
