/** Meetings around now, with what is still missing of each. */
import type { NearMeeting } from '../../../shared/contract/today.ts'
import { agendaItems } from '../../../shared/markdown/agenda-items.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { addDays } from '../calendar.ts'
import { attendanceParts } from '../derived/attendance.ts'
import { dateNumber, firstDay, lastDay } from '../derived/date-number.ts'
import { compareText } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { earliest } from './earliest.ts'
import { isOn, type MeetingTimes } from './meeting-on.ts'

type Meeting = HeadOf<'meeting'>

const DAYS_BACK = 14
const DAYS_AHEAD = 60
/** Enough for a screen; the list of meetings has the rest. */
const SHOWN = { near: 30, others: 3 }

const byStart = (a: Meeting, b: Meeting) =>
  comparePartialDates(a.start, b.start) || compareText(a.startTime, b.startTime) || compareText(a.title, b.title)

export const meetingHeads = (index: RecordIndex, rows: Iterable<number>): Meeting[] =>
  index.headsOf(rows).filter((head): head is Meeting => head.kind === 'meeting')

/** Around now; if there are none, the next ones, else the last ones. Parts stand in their conference, not beside it. */
function headsAround(index: RecordIndex, now: string): Meeting[] {
  const { columns } = index
  const dated = [...index.rows('meeting')].filter((row) => columns.date(row) !== 0)
  const from = dateNumber(addDays(now, -DAYS_BACK))
  const to = dateNumber(addDays(now, DAYS_AHEAD))
  const near = dated.filter((row) => firstDay(columns.date(row)) <= to && lastDay(columns.date(row)) >= from)
  const sorted = (rows: readonly number[]) => meetingHeads(index, rows).toSorted(byStart)
  if (near.length > 0) {
    const shown = sorted(earliest(index, near, SHOWN.near)).slice(0, SHOWN.near)
    const ids = new Set(shown.map(({ id }) => id))
    return shown.filter(({ partOf }) => partOf === '' || !ids.has(index.target(partOf)?.id ?? ''))
  }
  const today = dateNumber(now)
  const ahead = dated.filter((row) => firstDay(columns.date(row)) > today)
  return ahead.length > 0
    ? sorted(earliest(index, ahead, SHOWN.others)).slice(0, SHOWN.others)
    : sorted(earliest(index, dated, SHOWN.others, -1))
        .slice(-SHOWN.others)
        .toReversed()
}

const isUnanswered = ({ person, presence }: MeetingRecord['participants'][number]) => person !== '' && presence === ''

function nearOf(index: RecordIndex, head: Meeting, record: MeetingRecord | undefined): NearMeeting {
  const parts = [...index.linkers(index.keysOf(head), ['partOf'])].filter((row) => index.columns.isLive(row))
  const own = index.rowOf(head.id)
  const rows = own === undefined ? parts : [own, ...parts]
  const countries = new Set(rows.flatMap((row) => (['own', ...attendanceParts] as const).flatMap((role) => index.countriesOf(row, role))))
  return {
    head,
    agenda: record ? agendaItems(record.body).length : null,
    unanswered: record?.participants.filter(isUnanswered).length ?? 0,
    sessions: parts.length,
    countries: countries.size,
  }
}

/** What the head says of its times: the rest of a record that cannot be read is not known. */
const timesOf = ({ start, startTime, end }: Meeting): MeetingTimes => ({ start, startTime, end, endTime: '', timeZone: '' })

export interface MeetingsAround {
  readonly meetings: NearMeeting[]
  /** The one of them that is on now; undefined when there is none or more than one, or its text is adopted. */
  readonly on: Meeting | undefined
}

/** `at`: an instant of the day `now`. */
export async function meetingsAround({ index, workspace }: OpenWorkspace, now: string, at: number): Promise<MeetingsAround> {
  const next = pacing()
  const meetings: NearMeeting[] = []
  const on: Meeting[] = []
  for (const head of headsAround(index, now)) {
    await next()
    const record = await unlessDamaged(workspace.read(head.id))
    const read = record !== 'damaged' && record?.kind === 'meeting' ? record : undefined
    meetings.push(nearOf(index, head, read))
    if (head.stage !== 'adopted' && isOn(read ?? timesOf(head), at)) on.push(head)
  }
  return { meetings, on: on.length === 1 ? on[0] : undefined }
}
