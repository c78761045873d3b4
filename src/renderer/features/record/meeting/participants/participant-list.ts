/** What commands do to a list of participants. Pure. */
import type { Participant } from '../../../../../shared/model/meeting.ts'
import { MAX_ITEMS } from '../../../../../shared/model/vocabulary.ts'
import { linkKey } from '../../../../../shared/text/link-key.ts'

export const emptyParticipant: Participant = {
  person: '',
  function: '',
  status: '',
  represents: { country: '', organisation: '' },
  title: '',
  presence: '',
  replacedBy: '',
}

/** A row that was added and left as it was: it is nobody. */
export const isBlank = ({ person, title, represents }: Participant): boolean =>
  person === '' && title === '' && represents.country === '' && represents.organisation === ''

/** Whoever is not replaced has no replacement. */
export const withPresence = (row: Participant, presence: Participant['presence']): Participant => ({
  ...row,
  presence,
  replacedBy: presence === 'replaced' ? row.replacedBy : '',
})

export interface Joined {
  readonly rows: Participant[]
  readonly added: number
  /** Rows that stood there already and got something that they lacked. */
  readonly filled: number
}

/** Who speaks for an organisation must not become a country's delegate because a list says where they come from. */
const isGiven = ({ country, organisation }: Participant['represents']) => country !== '' || organisation !== ''

/** What stands there stays; what is empty is filled in. */
const filledIn = (row: Participant, other: Participant): Participant => ({
  person: row.person,
  function: row.function || other.function,
  status: row.status || other.status,
  represents: isGiven(row.represents) ? row.represents : other.represents,
  title: row.title || other.title,
  presence: row.presence || other.presence,
  replacedBy: row.replacedBy || other.replacedBy,
})
const isSame = (a: Participant, b: Participant) => JSON.stringify(a) === JSON.stringify(b)

/** Who is in the list already stays one row. Blank rows of the list go. */
export function joined(rows: readonly Participant[], more: readonly Participant[]): Joined {
  const all = rows.filter((row) => !isBlank(row))
  const places = new Map(all.map(({ person }, at) => [linkKey(person), at]))
  const filled = new Set<number>()
  const before = all.length
  for (const participant of more) {
    const key = linkKey(participant.person)
    const at = key === '' ? undefined : places.get(key)
    const there = at === undefined ? undefined : all[at]
    if (at === undefined || !there) {
      places.set(key, all.push(participant) - 1)
      continue
    }
    const whole = filledIn(there, participant)
    if (isSame(whole, there)) continue
    all[at] = whole
    if (at < before) filled.add(at)
  }
  return { rows: all, added: all.length - before, filled: filled.size }
}

/** A meeting takes no more participants than this. */
export const MOST_PARTICIPANTS = MAX_ITEMS
