/** Attendance over several meetings. */
import { MAX_MATRIX_MEETINGS, MAX_MATRIX_ROWS, type AttendanceRow, type attendanceMethods } from '../../../shared/contract/attendance.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { mayHoldOn } from '../../../shared/meetings/period.ts'
import { seatsOn } from '../../../shared/meetings/quorum.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { linkKey } from '../../../shared/text/link-key.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { compareText } from '../lists/list-sort.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { ListedMeetings } from './listed-meetings.ts'
import { countryMarks, isThere, personMarks } from './marks.ts'
import { matrixRows, type MarkedMeeting } from './matrix.ts'

type Head = HeadOf<'meeting'>
type Asked = Parameters<Service<typeof attendanceMethods>['attendance.matrix']>[0]

async function bodyOf({ index, workspace }: OpenWorkspace, id: string | null): Promise<ContactRecord | null> {
  if (id === null) return null
  const record = index.head(id) && (await unlessDamaged(workspace.read(id)))
  if (!record || record === 'damaged' || record.kind !== 'contact') throw notFound(id)
  return record
}

/** Meetings of a body, of all bodies when it is null. */
function meetingsOf({ index }: OpenWorkspace, body: ContactRecord | null): Head[] {
  const row = body === null ? undefined : index.rowOf(body.id)
  const found: Head[] = []
  for (const head of index.headsOf(index.rows('meeting')))
    if (head.kind === 'meeting' && (body === null || (head.meetingBody !== '' && index.rowByName(head.meetingBody) === row)))
      found.push(head)
  return found
}

const inOrder = (a: Head, b: Head) => {
  const [first, second] = [a.start + a.startTime, b.start + b.startTime]
  return first === second ? compareText(a.title, b.title) : first < second ? -1 : 1
}

function chosen(heads: readonly Head[], { year, meetings, parts }: Asked): Head[] {
  const ids = meetings && new Set(meetings)
  return heads
    .filter((head) => (ids === null || ids.has(head.id)) && (year === '' || head.start.startsWith(year)) && (parts || head.partOf === ''))
    .toSorted(inOrder)
}

const hasSeats = (body: ContactRecord | null): body is ContactRecord => body !== null && body.composition.length > 0

/** Countries that are expected: those of the body's composition, else those that participate; and on which days. */
async function expectedCountries({ index, workspace }: OpenWorkspace, body: ContactRecord | null) {
  if (hasSeats(body)) {
    const codes = new Set(body.composition.map(({ country }) => country).filter(Boolean))
    const isDue = (code: string, day: string) => !codes.has(code) || seatsOn(body.composition, day).some(({ country }) => country === code)
    return { codes, isDue }
  }
  const periods = new Map<string, { readonly from: string; readonly to: string }>()
  for (const { id } of index.headsOf(index.rows('country'))) {
    const record = await unlessDamaged(workspace.read(id))
    if (record === 'damaged' || record?.kind !== 'country' || record.participation.status !== 'participating') continue
    periods.set(record.code, { from: record.participation.since, to: record.participation.until })
  }
  const isDue = (code: string, day: string) => {
    const period = periods.get(code)
    return period === undefined || mayHoldOn(period, day)
  }
  return { codes: new Set(periods.keys()), isDue }
}

/** What makes two names the same person's: the contact that they mean, else the name itself. */
function personKeys({ index }: OpenWorkspace) {
  const names = new Map<string, string>()
  const keyOf = (name: string) => {
    const key = linkKey(name)
    const id = key === '' ? '' : (index.target(name)?.id ?? key)
    if (id !== '' && !names.has(id)) names.set(id, name)
    return id
  }
  return { keyOf, nameOf: (key: string) => index.head(key)?.title ?? names.get(key) ?? key }
}

async function matrixOf(open: OpenWorkspace, listed: ListedMeetings, asked: Asked): Promise<Output<'attendance.matrix'>> {
  const body = await bodyOf(open, asked.body)
  const heads = meetingsOf(open, body)
  const fitting = chosen(heads, asked)
  const shown = fitting.slice(-MAX_MATRIX_MEETINGS)
  const records = await listed.of(open, shown)
  const { keyOf, nameOf } = personKeys(open)
  const representedBy = (name: string) => {
    const head = open.index.target(name)
    return head?.kind === 'contact' ? head.represents : undefined
  }
  const isByCountry = asked.by === 'country'
  const marked = records.map((record): MarkedMeeting => {
    const people = record ? personMarks(record, keyOf) : new Map<string, string>()
    return {
      marks: record && isByCountry ? countryMarks(record, representedBy) : people,
      recorded: [...people.values()].some(isThere),
    }
  })
  const expected = isByCountry ? await expectedCountries(open, body) : undefined
  const rows = matrixRows(marked, expected?.codes ?? [], (key, place) => expected?.isDue(key, shown[place]?.start ?? '') ?? true)
    .map((row): AttendanceRow => {
      const head = isByCountry ? open.index.country(row.key) : open.index.head(row.key)
      return { ...row, id: head?.id ?? null, name: isByCountry ? '' : nameOf(row.key) }
    })
    .toSorted((a, b) => b.attended - a.attended || compareText(a.name || a.key, b.name || b.key))
  return {
    body: body && { id: body.id, title: body.title },
    years: [...new Set(heads.map(({ start }) => start.slice(0, 4)).filter(Boolean))].toSorted().toReversed(),
    meetings: shown.map(({ id, title, symbol, start }, place) => ({
      id,
      title,
      symbol,
      start,
      recorded: marked[place]?.recorded ?? false,
    })),
    moreMeetings: fitting.length - shown.length,
    rows: rows.slice(0, MAX_MATRIX_ROWS),
    moreRows: Math.max(0, rows.length - MAX_MATRIX_ROWS),
    unreadable: records.filter((record) => record === null).length,
  }
}

/** Handles `attendance.*`. */
export function attendanceService({ session }: ServiceContext): Service<typeof attendanceMethods> {
  const listed = new ListedMeetings()
  return {
    'attendance.matrix': (asked) => session.use((open) => matrixOf(open, listed, asked)),
  }
}
