/** The people of an event, each with the contact that is meant, or those that may be. */
import type { CalendarAttendee } from '../../../shared/contract/calendar.ts'
import type { KnownContact, KnownName } from '../../../shared/contract/participants.ts'
import { knownNames } from '../participants/known-names.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { contactsByEmail } from './contacts-by-email.ts'
import type { FilePerson } from './event-people.ts'

/** Who is meant by a name: whoever bears it, or the only one whose name says the same. */
function meantBy({ contact, alike }: KnownName): KnownContact | null {
  if (contact) return contact
  const same = alike.filter(({ likeness }) => likeness === 'same')
  const likely = same.length > 0 ? same : alike.filter(({ likeness }) => likeness === 'likely')
  return likely.length === 1 ? (likely[0] ?? null) : null
}

/** @param on the day of the event, a partial date: titles are those held on it */
export async function attendeesOf(open: OpenWorkspace, people: readonly FilePerson[], on: string): Promise<CalendarAttendee[]> {
  const byEmail = await contactsByEmail(
    open,
    people.map(({ email }) => email),
  )
  // an address that several have in common says nothing of who is meant, and their names may
  const names = people.map(({ name, email }) => {
    const owners = byEmail.get(email) ?? []
    const [owner] = owners
    return owners.length === 1 && owner ? owner.title : name
  })
  const known = await knownNames(open, names, on)
  return people.map((person, place) => {
    const { name, email } = person
    const found = known[place] ?? { contact: null, alike: [] }
    const hasOwner = byEmail.get(email)?.length === 1
    const contact = meantBy(found)
    const others = [found.contact, ...found.alike].filter((other) => other !== null && other.id !== contact?.id)
    return {
      name,
      email,
      isOrganiser: person.isOrganiser,
      participant: {
        person: contact?.title ?? (name || email),
        function: person.function,
        status: '',
        represents: contact?.represents ?? { country: '', organisation: '' },
        title: contact?.post ?? '',
        presence: person.presence,
        replacedBy: '',
      },
      how: contact === null ? 'unknown' : hasOwner ? 'email' : 'name',
      contacts: [contact, ...others].flatMap((one) => (one ? [{ id: one.id, title: one.title, detail: one.detail }] : [])),
    }
  })
}
