/** Whether a body is competent to decide: how many of those entitled to sit in it on a day are there. Pure. */
import type { Participant } from '../model/meeting.ts'
import type { ContactRecord } from '../model/record.ts'
import { linkKey } from '../text/link-key.ts'
import { isMarkedAsThere, markedAttendance } from './attendance.ts'
import { mayHoldOn } from './period.ts'

export interface Quorum {
  /** Seats that somebody was entitled to on the day. */
  readonly entitled: number
  /** As few of them as the rules let decide. */
  readonly needed: number
  /** Those of them that are taken: in the room, by video, or by a replacement. */
  readonly present: number
  /** Null while nobody is marked as there and somebody is not marked at all. */
  readonly met: boolean | null
}

type Body = Pick<ContactRecord, 'composition' | 'rules'>
type Seat = Body['composition'][number]

/** They sit in the room, and never on a seat of the body. */
const WITHOUT_SEAT: ReadonlySet<Participant['status']> = new Set(['observer', 'expert', 'staff', 'guest'])

/** The least number of seats that is this share of them; null for a rule that is no share, such as `1/0` or `3/2`. */
function neededOf(share: string, entitled: number): number | null {
  const [part = 0, whole = 0] = share.split('/').map(Number)
  if (part < 1 || whole < part) return null
  return Math.max(1, Math.ceil((entitled * part) / whole))
}

/** Seats that somebody was entitled to on a day, a partial date. Rows that name nobody are none. */
export const seatsOn = (composition: readonly Seat[], day: string): Seat[] =>
  composition.filter((seat) => (seat.country !== '' || seat.member !== '') && mayHoldOn(seat, day))

/**
 * As many seats as can be taken at once when nobody sits on two. `choices` are, for each person who is there, the seats
 * open to them (Kuhn's augmenting paths).
 */
function seatsTaken(choices: readonly (readonly number[])[], seats: number): number {
  const takenBy = new Int32Array(seats).fill(-1)
  const finds = (person: number, tried: Uint8Array): boolean =>
    (choices[person] ?? []).some((seat) => {
      if (tried[seat] === 1) return false
      tried[seat] = 1
      const other = takenBy[seat] ?? -1
      if (other !== -1 && !finds(other, tried)) return false
      takenBy[seat] = person
      return true
    })
  return choices.reduce((taken, _, person) => taken + Number(finds(person, new Uint8Array(seats))), 0)
}

/**
 * A seat is taken by the member it names, or by whoever represents its country or organisation; a replacement takes the
 * seat of whom they replace. A national who speaks for an organisation does not take the country's seat. Null when the
 * body's rules have no quorum.
 * @param day the meeting's, a partial date
 * @param keyOf what makes two names the same record: their link keys unless given
 */
export function quorumOf(
  { composition, rules }: Body,
  participants: readonly Participant[],
  day: string,
  keyOf: (name: string) => string = linkKey,
): Quorum | null {
  const seats = seatsOn(composition, day)
  const needed = neededOf(rules.quorum, seats.length)
  if (needed === null) return null
  const places = new Map<string, number[]>()
  const add = (key: string, seat: number) => {
    const known = places.get(key)
    if (known) known.push(seat)
    else places.set(key, [seat])
  }
  for (const [seat, { country, member }] of seats.entries()) {
    if (country !== '') add(`country ${country}`, seat)
    if (member !== '') add(`member ${keyOf(member)}`, seat)
  }
  // one person may stand in several rows: as themselves, and in place of others
  const people = new Map<string, Set<number>>()
  const { rows } = markedAttendance(participants, { keyOf })
  for (const [at, { row, standing, person: name, represents }] of rows.entries()) {
    const { person, status } = row
    if (!isMarkedAsThere(standing) || WITHOUT_SEAT.has(status)) continue
    const who = name === '' ? `row ${at}` : `name ${keyOf(name)}`
    const open = people.get(who) ?? new Set()
    people.set(who, open)
    const keys = [
      represents.country && `country ${represents.country}`,
      person && `member ${keyOf(person)}`,
      represents.organisation && `member ${keyOf(represents.organisation)}`,
    ]
    for (const key of keys) for (const seat of places.get(key) ?? []) open.add(seat)
  }
  const present = seatsTaken(
    Array.from(people.values(), (open) => [...open]),
    seats.length,
  )
  const isMarked =
    rows.some(({ standing }) => isMarkedAsThere(standing)) ||
    (participants.length > 0 && participants.every(({ presence }) => presence !== ''))
  return { entitled: seats.length, needed, present, met: isMarked ? seats.length > 0 && present >= needed : null }
}
