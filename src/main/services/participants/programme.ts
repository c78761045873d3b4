/** The programme of a conference: its sessions in the order in which they are held, with who leads and speaks in them. */
import type { Output } from '../../../shared/contract/index.ts'
import type { ProgrammeSession } from '../../../shared/contract/participants.ts'
import { findLinks } from '../../../shared/markdown/links.ts'
import { eachOnce } from '../../../shared/meetings/named-twice.ts'
import type { Participant } from '../../../shared/model/meeting.ts'
import { participantFunctions } from '../../../shared/model/vocabulary.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type Meeting = HeadOf<'meeting'>

/** A meeting's sessions, and their own; meetings that name each other as their whole end here. */
function partsOf(index: RecordIndex, meeting: Meeting): Meeting[] {
  const seen = new Set([meeting.id])
  const found: Meeting[] = []
  const waiting = [meeting]
  for (let whole = waiting.pop(); whole; whole = waiting.pop()) {
    for (const head of index.headsOf(index.linkers(index.keysOf(whole), ['partOf']))) {
      if (head.kind !== 'meeting' || seen.has(head.id)) continue
      seen.add(head.id)
      found.push(head)
      waiting.push(head)
    }
  }
  return found
}

/** The chair, then those with a function, in the order of the functions; each once. */
export function peopleOf({ chair, participants }: Pick<MeetingRecord, 'chair' | 'participants'>): ProgrammeSession['people'] {
  const named = participants.filter((row) => row.function !== '' && row.person !== '')
  const rows = [
    ...(chair === '' ? [] : [{ name: chair, function: 'chair' as const }]),
    ...named
      .map((row) => ({ name: row.presence === 'replaced' && row.replacedBy !== '' ? row.replacedBy : row.person, function: row.function }))
      .toSorted((a, b) => participantFunctions.indexOf(a.function) - participantFunctions.indexOf(b.function)),
  ]
  return eachOnce(rows, ({ name }) => name)
}

function sessionOf(head: Meeting, record: MeetingRecord | undefined): ProgrammeSession {
  return {
    id: head.id,
    title: head.title,
    meetingType: head.meetingType,
    start: head.start,
    startTime: head.startTime,
    end: head.end,
    endTime: record?.endTime ?? '',
    place: head.place,
    people: record ? peopleOf(record) : [],
    participants: head.participants,
    unreadable: record === undefined,
  }
}

const isDay = ({ start }: Meeting) => start.length === 10
const when = ({ start, startTime }: Meeting) => `${start} ${startTime}`

/** Those without a day first, as the text of the whole names them, so that it ends with its last day; then by day and time. */
function inOrder(index: RecordIndex, parts: readonly Meeting[], body: string): Meeting[] {
  const places = new Map<string, number>()
  for (const { target } of findLinks(body)) {
    const id = index.target(target)?.id
    if (id !== undefined && !places.has(id)) places.set(id, places.size)
  }
  const placeOf = ({ id }: Meeting) => places.get(id) ?? places.size
  return parts.toSorted((a, b) => {
    if (isDay(a) !== isDay(b)) return isDay(a) ? 1 : -1
    if (isDay(a) && when(a) !== when(b)) return when(a) < when(b) ? -1 : 1
    return placeOf(a) - placeOf(b) || (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0)
  })
}

export async function programmeOf(open: OpenWorkspace, meeting: Meeting): Promise<Output<'meetings.programme'>> {
  const { index, workspace } = open
  const read = async (id: string) => {
    const record = await unlessDamaged(workspace.read(id))
    return record !== 'damaged' && record?.kind === 'meeting' ? record : undefined
  }
  const nextSession = pacing()
  const whole = await read(meeting.id)
  const sessions: ProgrammeSession[] = []
  const participants: Participant[] = [...(whole?.participants ?? [])]
  for (const head of inOrder(index, partsOf(index, meeting), whole?.body ?? '')) {
    await nextSession()
    const record = await read(head.id)
    sessions.push(sessionOf(head, record))
    participants.push(...(record?.participants ?? []))
  }
  return { sessions, participants: eachOnce(participants, ({ person }) => person) }
}
