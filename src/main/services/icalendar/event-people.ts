/** Organiser and attendees of an event. Pure. */
import type ICAL from 'ical.js'
import type { Participant } from '../../../shared/model/meeting.ts'
import { MAX_ITEMS } from '../../../shared/model/vocabulary.ts'
import type { FileEvent } from './calendar-file.ts'
import { lineOf } from './event-draft.ts'

export interface FilePerson {
  readonly name: string
  /** In lower case; empty when none is given. */
  readonly email: string
  readonly isOrganiser: boolean
  readonly function: Participant['function']
  readonly presence: Participant['presence']
}

/** Rooms and devices are invited as people are. */
const THINGS: ReadonlySet<string> = new Set(['ROOM', 'RESOURCE'])

/** An address that a program can send to. */
export const isEmail = (text: string): boolean => /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/u.test(text)

const parameter = (property: ICAL.Property, name: string) => String(property.getFirstParameter(name) ?? '')

function emailOf(property: ICAL.Property): string {
  const value = String(property.jCal[3])
  const written = /^mailto:/i.test(value) ? value.slice('mailto:'.length) : parameter(property, 'email').replace(/^mailto:/i, '') || value
  const plain = /%[0-9a-f]{2}/i.test(written) ? decoded(written) : written
  const email = lineOf(plain).toLowerCase()
  return isEmail(email) ? email : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

function personOf(property: ICAL.Property, isOrganiser: boolean): FilePerson | undefined {
  if (THINGS.has(parameter(property, 'cutype').toUpperCase())) return undefined
  const email = emailOf(property)
  const written = lineOf(parameter(property, 'cn').replace(/^['"]+|['"]+$/g, ''))
  const name = written.toLowerCase() === email ? '' : written
  if (name === '' && email === '') return undefined
  return {
    name,
    email,
    isOrganiser,
    function: parameter(property, 'role').toUpperCase() === 'CHAIR' ? 'chair' : '',
    // who accepted may still not come; who declined has sent regrets
    presence: parameter(property, 'partstat').toUpperCase() === 'DECLINED' ? 'apologies' : '',
  }
}

/** The organiser first; nobody twice. `more` counts those for whom a record has no room. */
export function peopleOf({ component, first }: FileEvent): { readonly people: readonly FilePerson[]; readonly more: number } {
  const event = first ?? component
  const organiser = event.getFirstProperty('organizer')
  const rows = [
    organiser ? personOf(organiser, true) : undefined,
    ...event.getAllProperties('attendee').map((property) => personOf(property, false)),
  ]
  const found = new Map<string, FilePerson>()
  for (const row of rows) {
    if (!row) continue
    const key = row.email || row.name.toLowerCase()
    const known = found.get(key)
    found.set(
      key,
      known ? { ...row, name: row.name || known.name, isOrganiser: known.isOrganiser, function: row.function || known.function } : row,
    )
  }
  const people = [...found.values()]
  return { people: people.slice(0, MAX_ITEMS), more: Math.max(0, people.length - MAX_ITEMS) }
}
