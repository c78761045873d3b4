/** The matrix of attendance: countries or people × meetings. */
import { MAX_MATRIX_MEETINGS, MAX_MATRIX_ROWS, type attendanceMethods, type AttendanceRow } from '../../../shared/contract/attendance.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { attendanceOf, wasThere } from '../../../shared/meetings/attendance.ts'
import { highestOf, isWithin } from '../../../shared/model/classification-level.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import type { ContactRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { compareText } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import { notFound, type Service } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { expectedCountries } from './expected-countries.ts'
import { ListedMeetings } from './listed-meetings.ts'
import { meantBy } from './meant-by.ts'
import { marksOf } from './marks.ts'
import { matrixRows, type MarkedMeeting } from './matrix.ts'

type Head = HeadOf<'meeting'>
export type Asked = Parameters<Service<typeof attendanceMethods>['attendance.matrix']>[0]
export type Matrix = Output<'attendance.matrix'>

/** Heads, and meetings of hundreds of names, between two turns of the event loop. */
const HEADS_AT_ONCE = 200
const MEETINGS_AT_ONCE = 5

async function bodyOf({ index, workspace }: OpenWorkspace, id: string | null): Promise<ContactRecord | null> {
  if (id === null) return null
  const record = index.head(id) && (await unlessDamaged(workspace.read(id)))
  if (!record || record === 'damaged' || record.kind !== 'contact') throw notFound(id)
  return record
}

/** Meetings of a body, of all bodies when it is null. */
async function meetingsOf({ index }: OpenWorkspace, body: ContactRecord | null): Promise<Head[]> {
  const bodyRow = body === null ? undefined : index.rowOf(body.id)
  const found: Head[] = []
  const next = pacing(HEADS_AT_ONCE)
  for (const row of index.rows('meeting')) {
    await next()
    const head = index.headAt(row)
    if (head?.kind === 'meeting' && (body === null || (head.meetingBody !== '' && index.rowByName(head.meetingBody) === bodyRow)))
      found.push(head)
  }
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

async function markedMeetings(open: OpenWorkspace, records: Awaited<ReturnType<ListedMeetings['of']>>, by: Asked['by']) {
  const meant = meantBy(open.index)
  const next = pacing(MEETINGS_AT_ONCE)
  const marked: MarkedMeeting[] = []
  for (const record of records) {
    await next()
    const attendance = record && attendanceOf(record, meant)
    const standings = (by === 'country' ? attendance?.countries : attendance?.people) ?? new Map()
    marked.push({ marks: marksOf(standings), recorded: [...(attendance?.people.values() ?? [])].some(wasThere) })
  }
  return { marked, nameOf: meant.nameOf }
}

/** People who are classified above `upTo` are taken out. @returns how many they are */
function withoutHigher({ index }: OpenWorkspace, marked: readonly MarkedMeeting[], upTo: Asked['upTo']) {
  const classified = new Map<string, Matrix['classification']>()
  for (const { marks } of marked)
    for (const key of marks.keys()) if (!classified.has(key)) classified.set(key, index.head(key)?.classification ?? 'public')
  const isShown = (key: string) => isWithin(classified.get(key) ?? 'public', upTo)
  const levels = [...classified.values()].filter((level) => isWithin(level, upTo))
  return {
    marked: marked.map((meeting) => ({ ...meeting, marks: new Map([...meeting.marks].filter(([key]) => isShown(key))) })),
    withheld: classified.size - levels.length,
    highest: highestOf(levels),
  }
}

/** @throws AppError NOT_FOUND for a body that is not there */
export async function matrixOf(open: OpenWorkspace, listed: ListedMeetings, asked: Asked): Promise<Matrix> {
  const body = await bodyOf(open, asked.body)
  const isShown = ({ classification }: { readonly classification: Matrix['classification'] }) => isWithin(classification, asked.upTo)
  const all = await meetingsOf(open, body)
  const heads = all.filter(isShown)
  const fitting = chosen(heads, asked)
  const shown = fitting.slice(-MAX_MATRIX_MEETINGS)
  const records = await listed.of(open.workspace, shown)
  const isByCountry = asked.by === 'country'
  const { marked: whole, nameOf } = await markedMeetings(open, records, asked.by)
  const people = isByCountry ? { marked: whole, withheld: 0, highest: 'public' as const } : withoutHigher(open, whole, asked.upTo)
  const expected = isByCountry ? await expectedCountries(open, body) : undefined
  const notDue = shown.map(({ start }) => expected?.notDueOn(start))
  const { rows, more } = await matrixRows(people.marked, {
    keys: expected?.codes ?? [],
    inOrder: isByCountry ? compareText : (a, b) => compareText(nameOf(a), nameOf(b)),
    most: MAX_MATRIX_ROWS,
    isDue: (key, place) => notDue[place]?.has(key) !== true,
  })
  const shownBody = body && isShown(body) ? body : null
  return {
    body: shownBody && { id: shownBody.id, title: shownBody.title },
    years: [...new Set(heads.map(({ start }) => start.slice(0, 4)).filter(Boolean))].toSorted().toReversed(),
    meetings: shown.map(({ id, title, symbol, start }, place) => ({
      id,
      title,
      symbol,
      start,
      recorded: whole[place]?.recorded ?? false,
    })),
    moreMeetings: fitting.length - shown.length,
    rows: rows.map((row): AttendanceRow => {
      const head = isByCountry ? open.index.country(row.key) : open.index.head(row.key)
      return { ...row, id: head?.id ?? null, name: isByCountry ? '' : nameOf(row.key) }
    }),
    moreRows: more,
    unreadable: records.filter((record) => record === null).length,
    classification: highestOf(
      [...shown, ...(shownBody ? [shownBody] : [])].map(({ classification }) => classification).concat(people.highest),
    ),
    withheld: chosen(all, asked).length - fitting.length + people.withheld,
  }
}
