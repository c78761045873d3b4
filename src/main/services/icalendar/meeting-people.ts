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

/** By contact: the address that it is written to, null without one. Those that were asked for are remembered. */
export function contactAddresses({ workspace }: Pick<OpenWorkspace, 'workspace'>): (id: string) => Promise<string | null> {
  const known = new Map<string, string | null>()
  const next = pacing()
  return async (id) => {
    const before = known.get(id)
    if (before !== undefined) return before
    await next()
    const record = await unlessDamaged(workspace.read(id))
    const email = (record !== 'damaged' && record?.kind === 'contact' && emailOf(record)) || null
    known.set(id, email)
    return email
  }
}

/** The secretary invites, else the chair. Printed names stand as the meeting has them. */
export async function peopleOfMeeting(
  { index }: Pick<OpenWorkspace, 'index'>,
  meeting: MeetingRecord,
  addressFor: ReturnType<typeof contactAddresses>,
): Promise<NamedPeople> {
  const withheld = new Set<string>()
  const emailFor = async (name: string): Promise<string | null> => {
    const head = index.target(name)
    if (head?.kind !== 'contact') return null
    const email = await addressFor(head.id)
    if (email === null || isWithin(head.classification, meeting.classification)) return email
    withheld.add(head.id)
    return null
  }
  const addressed = async (name: string) => {
    const email = name === '' ? null : await emailFor(name)
    return email === null ? null : { name, email }
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
