/** Names of participants, contacts made of them, and the programme of a conference. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const post = (title: string, from: string, to: string, country = '') => ({ title, organisation: '', country, from, to, former: false })
const speaker = (person: string) => ({
  person,
  function: 'speaker' as const,
  status: '' as const,
  represents: { country: '', organisation: '' },
  title: '',
  presence: '' as const,
  replacedBy: '',
})

export function describeParticipants(connect: Connect): void {
  section('participants', connect, ({ caller }) => {
    test('a name is the contact that bears it, with the post held on the day; another spelling is offered, not taken', async () => {
      const { id } = await caller().create({
        kind: 'contact',
        title: 'Alikhan Baimenov',
        aliases: ['Mr Chairman'],
        posts: [post('Chairman', '2013', '', 'KAZ'), post('Minister', '2010', '2012', 'KAZ')],
      })
      await caller().create({ kind: 'contact', contactType: 'organisation', title: 'Baimenov Institute' })
      const [named, called, other, nobody] = await caller().call('participants.known', {
        names: ['mr  chairman', 'Alikhan Baimenov', 'Байменов Алихан', 'Anna Novak'],
        on: '2011-05',
      })
      expect(named?.contact).toMatchObject({ id, title: 'Alikhan Baimenov', post: 'Minister', represents: { country: 'KAZ' } })
      expect(called).toEqual({ contact: named?.contact, alike: [] })
      expect(other).toMatchObject({ contact: null, alike: [{ id, likeness: 'same', post: 'Minister' }] })
      expect(nobody).toEqual({ contact: null, alike: [] })
    })

    test('contacts are made all or none, and one undo takes them all back', async () => {
      const made = (title: string) => ({ title, family: '', given: '', post: 'Dean', country: 'SVN', organisation: 'Academy' })
      await caller().create({ kind: 'note', title: 'Taken' })
      await caller().refused('TITLE_TAKEN', 'participants.createContacts', { contacts: [made('Anna Novak'), made('Taken')] })
      expect(await caller().call('links.resolve', { names: ['Anna Novak'] })).toEqual([null])

      const { created, commit } = await caller().call('participants.createContacts', {
        contacts: [made('Anna Novak'), made('Boris Novak')],
      })
      expect(created).toBe(2)
      const [anna] = await caller().call('links.resolve', { names: ['Anna Novak'] })
      expect(await caller().call('records.get', { id: anna?.id ?? '' })).toMatchObject({
        contactType: 'person',
        posts: [{ title: 'Dean', organisation: 'Academy', country: 'SVN' }],
        represents: { country: 'SVN', organisation: '' },
      })
      await caller().call('undo.apply', { revision: commit.revision })
      expect(await caller().call('links.resolve', { names: ['Anna Novak', 'Boris Novak'] })).toEqual([null, null])
    })

    test('a programme has the sessions without a day as the text names them, then the others by day and time', async () => {
      const whole = await caller().create({
        kind: 'meeting',
        title: 'Conference',
        meetingType: 'conference',
        participants: [speaker('Rex Facer')],
        body: 'See [[Last]] and [[First]].',
      })
      const session = (title: string, more: object) => caller().create({ kind: 'meeting', title, partOf: 'Conference', ...more })
      await session('First', { start: '2023-05' })
      await session('Last', {})
      await session('Second day', { start: '2023-05-18' })
      await session('Afternoon', { start: '2023-05-17', startTime: '14:00', endTime: '15:00', place: 'Hall 2' })
      await session('Morning', {
        start: '2023-05-17',
        startTime: '09:00',
        chair: 'Anna Novak',
        participants: [
          speaker('Rex Facer'),
          { ...speaker('Victor Guzun'), presence: 'replaced', replacedBy: 'Boris Novak' },
          { ...speaker('Clara'), function: 'moderator' },
          { ...speaker('Guest'), function: '' },
        ],
      })
      await session('Workshop', { start: '2023-05-18', startTime: '10:00', partOf: 'Second day' })
      const { sessions, participants } = await caller().call('meetings.programme', { id: whole.id })
      expect(sessions.map(({ title }) => title)).toEqual(['Last', 'First', 'Morning', 'Afternoon', 'Second day', 'Workshop'])
      expect(sessions[2]?.people).toEqual([
        { name: 'Anna Novak', function: 'chair' },
        { name: 'Clara', function: 'moderator' },
        { name: 'Rex Facer', function: 'speaker' },
        { name: 'Boris Novak', function: 'speaker' },
      ])
      expect(sessions[3]).toMatchObject({ startTime: '14:00', endTime: '15:00', place: 'Hall 2', unreadable: false })
      // each person once
      expect(participants.map(({ person }) => person)).toEqual(['Rex Facer', 'Victor Guzun', 'Clara', 'Guest'])
    })

    test('meetings that name each other as their whole have a programme all the same; what is no meeting has none', async () => {
      const one = await caller().create({ kind: 'meeting', title: 'One', partOf: 'Other' })
      await caller().create({ kind: 'meeting', title: 'Other', partOf: 'One' })
      const { sessions } = await caller().call('meetings.programme', { id: one.id })
      expect(sessions.map(({ title }) => title)).toEqual(['Other'])
      const note = await caller().create({ kind: 'note', title: 'Note' })
      await caller().refused('NOT_FOUND', 'meetings.programme', { id: note.id })
    })
  })
}
