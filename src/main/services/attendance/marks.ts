/** Who was at one meeting, by country and by person. Pure. */
import type { AttendanceMark } from '../../../shared/contract/attendance.ts'
import type { Participant } from '../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'

/** What a meeting says of who was there. */
export type Listed = Pick<MeetingRecord, 'participants' | 'chair' | 'secretary' | 'stage'>
type Represents = Participant['represents']
/** What can be said of somebody who is named. */
type NamedMark = Extract<AttendanceMark, 'p' | 'r' | 's' | 'n' | 'a'>

/** The stronger first: a country is there when one of its people is. */
const STRENGTH = 'prsna'
const COUNTED: ReadonlySet<string> = new Set('prsn')

/** True for a mark that says that somebody was there. */
export const isThere = (mark: string): boolean => COUNTED.has(mark)

const isMarked = ({ participants }: Listed) => participants.some(({ presence }) => presence !== '')

class Marks {
  readonly marks = new Map<string, NamedMark>()

  add(key: string, mark: NamedMark | null): void {
    if (key === '' || mark === null) return
    const before = this.marks.get(key)
    if (before === undefined || STRENGTH.indexOf(mark) < STRENGTH.indexOf(before)) this.marks.set(key, mark)
  }
}

/** Where nobody's presence is marked, those whom the list of a meeting that was held names were there. */
function markOf(presence: Participant['presence'], meeting: Listed): NamedMark | null {
  switch (presence) {
    case 'present':
      return 'p'
    case 'remote':
      return 'r'
    case 'replaced':
      return 's'
    case 'apologies':
    case 'absent':
      return 'a'
    case '':
      return meeting.stage === 'planned' || isMarked(meeting) ? null : 'n'
  }
}

/**
 * By country code. A row stands for the country that it represents; somebody who represents an organisation alone stands for
 * none, whatever their nationality. A replacement counts unless they are known to represent another country or an organisation.
 * @param representedBy whom a contact represents; undefined for a name that is no contact's
 */
export function countryMarks(meeting: Listed, representedBy: (name: string) => Represents | undefined): Map<string, NamedMark> {
  const marks = new Marks()
  const rows = new Map(meeting.participants.map(({ person, represents }) => [linkKey(person), represents]))
  const isOf = (country: string, name: string) => {
    const known = [rows.get(linkKey(name)), representedBy(name)].find(
      (found) => found && (found.country !== '' || found.organisation !== ''),
    )
    return known === undefined || known.country === country
  }
  for (const { represents, presence, replacedBy } of meeting.participants) {
    const mark = markOf(presence, meeting)
    marks.add(represents.country, mark === 's' && !isOf(represents.country, replacedBy) ? 'a' : mark)
  }
  return marks.marks
}

/**
 * By what `keyOf` makes of a name. Who was replaced was not there, who came instead was. Chair and secretary were there,
 * unless their row says otherwise.
 */
export function personMarks(meeting: Listed, keyOf: (name: string) => string): Map<string, NamedMark> {
  const marks = new Marks()
  const listed = new Set(meeting.participants.map(({ person }) => keyOf(person)))
  for (const { person, presence, replacedBy } of meeting.participants) {
    const mark = markOf(presence, meeting)
    marks.add(keyOf(person), mark === 's' ? 'a' : mark)
    if (mark === 's' && !listed.has(keyOf(replacedBy))) marks.add(keyOf(replacedBy), 'p')
  }
  if (meeting.stage !== 'planned')
    for (const officer of [meeting.chair, meeting.secretary]) if (!listed.has(keyOf(officer))) marks.add(keyOf(officer), 'n')
  return marks.marks
}
