/** Who took part in which meeting, and which countries and organisations were represented. */
import type { MeetingRecord } from '../../shared/model/record.ts'
import type { Participant } from '../../shared/model/meeting.ts'
import { partialDateSpan } from '../../shared/model/partial-date.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { KeySets } from './key-sets.ts'

/** Somebody whom a row names and who came, or is expected to. */
export interface Attendance {
  readonly person: string
  readonly country: string
  readonly organisation: string
}

interface Entry {
  readonly start: string
  readonly planned: boolean
  readonly attendances: readonly Attendance[]
  readonly keys: readonly string[]
  readonly countries: readonly string[]
}

const AWAY: ReadonlySet<string> = new Set(['apologies', 'absent'])

const attendance = (row: Participant): Attendance | undefined => {
  if (AWAY.has(row.presence)) return undefined
  const person = row.presence === 'replaced' ? row.replacedBy : row.person
  return { person, country: row.represents.country, organisation: row.represents.organisation }
}

function entryOf(meeting: MeetingRecord): Entry {
  const attendances = meeting.participants.map(attendance).filter((found) => found !== undefined)
  const away = new Set(
    meeting.participants.filter((row) => AWAY.has(row.presence) || row.presence === 'replaced').map((row) => linkKey(row.person)),
  )
  const officers = [meeting.chair, meeting.secretary].map(linkKey).filter((key) => !away.has(key))
  const names = attendances.flatMap(({ person, organisation }) => [linkKey(person), linkKey(organisation)])
  return {
    start: meeting.start,
    planned: meeting.stage === 'planned',
    attendances,
    keys: [...new Set([...names, ...officers, linkKey(meeting.meetingBody)])].filter((key) => key !== ''),
    countries: [...new Set([...meeting.countries, ...attendances.map(({ country }) => country)])].filter((code) => code !== ''),
  }
}

export class Participation {
  readonly #entries = new Map<string, Entry>()
  readonly #byName = new KeySets()
  readonly #byCountry = new KeySets()

  add(meeting: MeetingRecord): void {
    const entry = entryOf(meeting)
    this.#entries.set(meeting.id, entry)
    for (const key of entry.keys) this.#byName.add(key, meeting.id)
    for (const code of entry.countries) this.#byCountry.add(code, meeting.id)
  }

  remove(id: string): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    for (const key of entry.keys) this.#byName.delete(key, id)
    for (const code of entry.countries) this.#byCountry.delete(code, id)
    this.#entries.delete(id)
  }

  /** Meetings that a contact took part in, chaired, kept the minutes of, was represented at, or that are its own. */
  meetingsOf(keys: Iterable<string>): Set<string> {
    const found = new Set<string>()
    for (const key of keys) for (const id of this.#byName.get(key)) found.add(id)
    return found
  }

  meetingsOfCountry(code: string): ReadonlySet<string> {
    return this.#byCountry.get(code)
  }

  attendances(meetingId: string): readonly Attendance[] {
    return this.#entries.get(meetingId)?.attendances ?? []
  }

  /** The start of the last of these contact's meetings that has been held by `today`; empty when there is none. */
  lastMet(keys: Iterable<string>, today: string): string {
    let last = ''
    for (const id of this.meetingsOf(keys)) {
      const entry = this.#entries.get(id)
      if (!entry || entry.planned || entry.start === '' || entry.start <= last) continue
      if (partialDateSpan(entry.start).first <= today) last = entry.start
    }
    return last
  }
}
