/** Lists that participants are taken from: who is entitled to sit in the body, and who took part in its last meeting. */
import { seatsOn } from '../../../../../shared/meetings/quorum.ts'
import type { Participant } from '../../../../../shared/model/meeting.ts'
import type { HeadOf } from '../../../../../shared/model/head.ts'
import type { ContactRecord } from '../../../../../shared/model/record.ts'
import { MAX_ITEMS } from '../../../../../shared/model/vocabulary.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { client } from '../../../../api/client.ts'
import { emptyParticipant, isBlank } from './participant-list.ts'
import { withContact } from './paste-plan.ts'

type Meeting = HeadOf<'meeting'>

/** What the contacts say of these names on a day, by link key. */
async function contactsOf(names: readonly string[], day: string) {
  const asked = [...new Map(names.filter(Boolean).map((name) => [linkKey(name), name])).values()].slice(0, MAX_ITEMS)
  const known = asked.length > 0 ? await client.call('participants.known', { names: asked, on: day }) : []
  return new Map(asked.map((name, at) => [linkKey(name), known[at]?.contact ?? null]))
}

/**
 * A row for each seat of the body on a day: named members with the title that they hold then, countries and organisations
 * as delegations whose people are still to be named. A country that is there already is not added.
 */
export async function rowsOfComposition(body: ContactRecord, there: readonly Participant[], day: string): Promise<Participant[]> {
  const seats = seatsOn(body.composition, day)
  const contacts = await contactsOf(
    seats.map(({ member }) => member),
    day,
  )
  const countries = new Set(there.map(({ represents }) => represents.country))
  const organisations = new Set(there.map(({ represents }) => linkKey(represents.organisation)))
  return seats.flatMap(({ country, member }): Participant[] => {
    const contact = contacts.get(linkKey(member))
    if (member === '') return countries.has(country) ? [] : [{ ...emptyParticipant, represents: { country, organisation: '' } }]
    if (contact && contact.contactType !== 'person') {
      if (organisations.has(linkKey(contact.title))) return []
      return [{ ...emptyParticipant, represents: { country, organisation: contact.title } }]
    }
    const row = { ...emptyParticipant, person: member, represents: { country, organisation: '' } }
    return [contact ? withContact(row, contact) : row]
  })
}

/** The meeting of the body before this one: by its day, and not this one itself. */
export async function meetingBefore(body: ContactRecord, id: string, day: string): Promise<Meeting | undefined> {
  const { meetings, expected } = await client.call('contacts.page', { id: body.id })
  const names = new Set([body.title, ...body.aliases].map(linkKey))
  return [...meetings, ...expected]
    .filter((head): head is Meeting => head.kind === 'meeting' && head.id !== id && names.has(linkKey(head.meetingBody)))
    .filter(({ start }) => start !== '' && start < day)
    .toSorted((a, b) => (a.start < b.start ? 1 : -1))[0]
}

/** Its participants, not yet ticked, each with the title held on the new day; without one known, as it was printed. */
export async function rowsOfMeeting(id: string, day: string): Promise<Participant[]> {
  const record = await client.call('records.get', { id })
  if (record.kind !== 'meeting') return []
  const rows = record.participants.filter((row) => !isBlank(row))
  const contacts = await contactsOf(
    rows.map(({ person }) => person),
    day,
  )
  return rows.map((row) => {
    const contact = contacts.get(linkKey(row.person))
    return { ...row, title: contact?.post || row.title, presence: '' as const, replacedBy: '' }
  })
}

/** The titles that the contacts of these rows hold on a day, by link key; whose is not known is not there. */
export async function titlesOf(rows: readonly Participant[], day: string): Promise<ReadonlyMap<string, string>> {
  const contacts = await contactsOf(
    rows.map(({ person }) => person),
    day,
  )
  return new Map([...contacts].flatMap(([key, contact]) => (contact?.post ? [[key, contact.post] as const] : [])))
}
