/** Who was at a meeting, and for whom: the one rule, which the matrix, the pages, the index, the counts and the quorum ask. Pure. */
import type { Participant } from '../model/meeting.ts'
import type { MeetingRecord } from '../model/record.ts'
import { linkKey } from '../text/link-key.ts'

/**
 * What is known of a row, a person or a country at one meeting, the strongest first. `named`: held, and there by the list alone.
 * `expected`: not held yet. `unmarked`: others are marked as there, and nobody says whether this one was.
 */
const STANDINGS = ['present', 'remote', 'replaced', 'named', 'expected', 'away', 'unmarked'] as const
export type Standing = (typeof STANDINGS)[number]

/** What a meeting says of who was there. */
export interface ListedMeeting extends Pick<MeetingRecord, 'chair' | 'secretary' | 'stage'> {
  readonly participants: readonly Participant[]
}
type Represents = Participant['represents']

/** One row of the list of participants. */
export interface AttendedRow {
  readonly row: Participant
  readonly standing: Standing
  /** Who sat there, or is to: the replacement where somebody was replaced; may be empty. */
  readonly person: string
  /** For whom; nobody where the replacement represents another. */
  readonly represents: Represents
}

export interface Attendance {
  /** False: the meeting is planned, and counts for nobody. */
  readonly held: boolean
  /** In the order of the list. */
  readonly rows: readonly AttendedRow[]
  /** By what `keyOf` makes of a name. Who was replaced is `away`. */
  readonly people: ReadonlyMap<string, Standing>
  /** By country code; a country has the strongest standing of those who represent it. */
  readonly countries: ReadonlyMap<string, Standing>
}

interface AttendanceOptions {
  /** What makes two names the same person's: their link keys unless given. */
  readonly keyOf?: (name: string) => string
  /** Whom a contact represents; undefined for a name that is no contact's. Without it the meeting's own rows say it. */
  readonly representedBy?: (name: string) => Represents | undefined
}

const MARKED_AS_THERE: ReadonlySet<string> = new Set(['present', 'remote', 'replaced'] satisfies Standing[])

/** In the room, by video, or by a replacement, as somebody has marked. */
export const isMarkedAsThere = (standing: Standing): boolean => MARKED_AS_THERE.has(standing)

/** Marked as there, or named by a meeting that was held. */
export const wasThere = (standing: Standing): boolean => standing === 'named' || isMarkedAsThere(standing)

function keepStronger(standings: Map<string, Standing>, key: string, standing: Standing): void {
  const before = standings.get(key)
  if (key !== '' && (before === undefined || STANDINGS.indexOf(standing) < STANDINGS.indexOf(before))) standings.set(key, standing)
}

/**
 * - A meeting was held when its stage is past `planned`. Before that marks are answers to the invitation: whom it names and who is not
 *   away is `expected`, and it counts for nobody.
 * - Marks decide: `present` and `remote` were there, `apologies` and `absent` were not.
 * - Without a mark: where nobody is marked as there (`present`, `remote`, `replaced`), the list of a meeting that was held says who was (`named`); where somebody is,
 *   those without a mark were not there. The chair and the secretary were, with a row or without one, unless they are marked as away.
 * - Who was replaced was not there, who came instead was. A replacement stands for the same country and organisation unless their own
 *   row, or else their contact, says that they represent another; who is themselves marked as away replaces nobody.
 * - A row stands for the country that it represents, whatever the nationality; who speaks for an organisation alone stands for no country.
 */
export function attendanceOf(meeting: ListedMeeting, { keyOf = linkKey, representedBy }: AttendanceOptions = {}): Attendance {
  const { participants, stage } = meeting
  const isTicked = participants.some(({ presence }) => MARKED_AS_THERE.has(presence))
  const held = stage !== 'planned'
  const byList: Standing = held ? 'named' : 'expected'
  const officers = new Set([meeting.chair, meeting.secretary].map(keyOf).filter((key) => key !== ''))
  const ownRows = new Map<string, Participant[]>()
  for (const row of participants) {
    const key = keyOf(row.person)
    const own = ownRows.get(key)
    if (own) own.push(row)
    else if (key !== '') ownRows.set(key, [row])
  }
  /** Where they are named in rows of their own that somebody has marked, these say it. */
  const ownMarks = (name: string) => (ownRows.get(keyOf(name)) ?? []).filter(({ presence }) => presence !== '')
  const isAway = (name: string) => {
    const marks = ownMarks(name)
    return marks.length > 0 && !marks.some(({ presence }) => presence === 'present' || presence === 'remote')
  }
  const standsFor = (name: string, represents: Represents) => {
    const own = (ownRows.get(keyOf(name)) ?? []).map((row) => row.represents).filter(isSomebodys)
    const contact = representedBy?.(name)
    const known = own.length > 0 ? own : contact && isSomebodys(contact) ? [contact] : [represents]
    return known.some((found) => isSameDelegation(found, represents))
  }
  const standingOf = ({ person, presence, replacedBy }: Participant): Standing => {
    if (presence === 'apologies' || presence === 'absent' || (presence === 'replaced' && isAway(replacedBy))) return 'away'
    if (!held) return 'expected'
    if (presence !== '') return presence
    return isTicked && !officers.has(keyOf(person)) ? 'unmarked' : byList
  }
  const people = new Map<string, Standing>()
  const countries = new Map<string, Standing>()
  const rows = participants.map((row): AttendedRow => {
    const standing = standingOf(row)
    const isReplaced = row.presence === 'replaced'
    keepStronger(people, keyOf(row.person), isReplaced ? 'away' : standing)
    const came = held ? 'present' : standing
    if (isReplaced && standing !== 'away' && ownMarks(row.replacedBy).length === 0) keepStronger(people, keyOf(row.replacedBy), came)
    const isForAnother = isReplaced && standing !== 'away' && !standsFor(row.replacedBy, row.represents)
    keepStronger(countries, row.represents.country, isForAnother ? 'away' : standing)
    const represents = isForAnother ? NOBODY : row.represents
    return { row, standing, person: isReplaced ? row.replacedBy : row.person, represents }
  })
  for (const key of officers) if (!people.has(key)) people.set(key, byList)
  return { held, rows, people, countries }
}

/** What the marks of a list say, as in the room where they are made, whatever the stage of the meeting. */
export const markedAttendance = (participants: readonly Participant[], options: AttendanceOptions = {}): Attendance =>
  attendanceOf({ participants, chair: '', secretary: '', stage: 'draft' }, options)

const NOBODY: Represents = { country: '', organisation: '' }
const isSomebodys = ({ country, organisation }: Represents) => country !== '' || organisation !== ''
/** Somebody of a country and an organisation belongs to the country's delegation. */
const isSameDelegation = (a: Represents, b: Represents) =>
  a.country !== '' || b.country !== '' ? a.country === b.country : linkKey(a.organisation) === linkKey(b.organisation)
