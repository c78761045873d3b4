/** Who of a meeting is named in a calendar file: those whose e-mail address is known, up to the meeting's classification. */
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { ContactRecord, MeetingRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Invited, People } from './event-lines.ts'
import { isEmail } from './event-people.ts'

const emailOf = ({ emails }: ContactRecord) => emails.map(({ value }) => value.trim().replace(/^mailto:/i, '')).find(isEmail)

export interface NamedPeople extends People {
  /** Contacts with an address that are classified above the meeting. */
  readonly withheld: number
}

/** The secretary invites, else the chair. Printed names stand as the meeting has them. */
export async function peopleOfMeeting(open: OpenWorkspace, meeting: MeetingRecord): Promise<NamedPeople> {
  const withheld = new Set<string>()
  const next = pacing()
  const emailFor = async (name: string): Promise<string | undefined> => {
    const head = open.index.target(name)
    if (head?.kind !== 'contact') return undefined
    await next()
    const record = await unlessDamaged(open.workspace.read(head.id))
    const email = record !== 'damaged' && record?.kind === 'contact' ? emailOf(record) : undefined
    if (email === undefined || isWithin(head.classification, meeting.classification)) return email
    withheld.add(head.id)
    return undefined
  }
  const addressed = async (name: string) => {
    const email = name === '' ? undefined : await emailFor(name)
    return email === undefined ? null : { name, email }
  }
  const organiser = (await addressed(meeting.secretary)) ?? (await addressed(meeting.chair))
  const attendees: Invited[] = []
  const seen = new Set<string>()
  const chair = linkKey(meeting.chair)
  const rows =
    meeting.chair === ''
      ? meeting.participants
      : [...meeting.participants, { person: meeting.chair, function: 'chair' as const, presence: '' as const }]
  for (const { person, function: role, presence } of rows) {
    const found = await addressed(person)
    if (!found || seen.has(found.email.toLowerCase())) continue
    seen.add(found.email.toLowerCase())
    attendees.push({ ...found, isChair: role === 'chair' || linkKey(person) === chair, presence })
  }
  return { organiser, attendees, withheld: withheld.size }
}
