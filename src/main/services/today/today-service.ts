/** The first screen: what is around now and what waits. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import { addDays } from '../calendar.ts'
import { dateNumber, firstDay, lastDay } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { firstOf } from '../lists/first-of.ts'
import { compareText, latestFirst } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { ActionReader, type ActionRow } from '../actions/action-rows.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type TodayMethods = Pick<typeof listMethods, 'today.get'>
type Meeting = HeadOf<'meeting'>

const DAYS_BACK = 14
const DAYS_AHEAD = 60
const CONFIRMED_FOR_DAYS = 365
/** Enough for a screen; the lists have the rest. */
const SHOWN = { meetings: 30, otherMeetings: 3, waiting: 20, actions: 40, studies: 20, recent: 10, toConfirm: 8 }

const byStart = (a: Meeting, b: Meeting) =>
  comparePartialDates(a.start, b.start) || compareText(a.startTime, b.startTime) || compareText(a.title, b.title)

/** Rows of the earliest dates, as many as asked for and those that share the last one's date. `sign` -1: the latest. */
function earliest(index: RecordIndex, rows: readonly number[], count: number, sign: 1 | -1 = 1): readonly number[] {
  const { columns } = index
  const first = firstOf(
    rows,
    () => true,
    count,
    (a, b) => (columns.date(a) - columns.date(b)) * sign,
  )
  const last = first.at(-1)
  if (last === undefined || first.length < count) return rows
  return rows.filter((row) => (columns.date(row) - columns.date(last)) * sign <= 0)
}

const headsOfKind = <K extends RecordHead['kind']>(index: RecordIndex, kind: K, rows: Iterable<number>) =>
  index.headsOf(rows).filter((head): head is HeadOf<K> => head.kind === kind)

/** Around now; if there are none, the next ones, else the last ones. */
function meetingsAround(index: RecordIndex, now: string): Meeting[] {
  const { columns } = index
  const dated = [...index.rows('meeting')].filter((row) => columns.date(row) !== 0)
  const from = dateNumber(addDays(now, -DAYS_BACK))
  const to = dateNumber(addDays(now, DAYS_AHEAD))
  const near = dated.filter((row) => firstDay(columns.date(row)) <= to && lastDay(columns.date(row)) >= from)
  const sorted = (rows: readonly number[]) => headsOfKind(index, 'meeting', rows).toSorted(byStart)
  if (near.length > 0) return sorted(earliest(index, near, SHOWN.meetings)).slice(0, SHOWN.meetings)
  const today = dateNumber(now)
  const ahead = dated.filter((row) => firstDay(columns.date(row)) > today)
  return ahead.length > 0
    ? sorted(earliest(index, ahead, SHOWN.otherMeetings)).slice(0, SHOWN.otherMeetings)
    : sorted(earliest(index, dated, SHOWN.otherMeetings, -1))
        .slice(-SHOWN.otherMeetings)
        .toReversed()
}

const WAITING = ['draft', 'cleared', 'circulated'] as const
const FINISHED = ['published', 'shelved'] as const

const stageNumbers = (index: RecordIndex, stages: readonly string[]) => new Set(stages.flatMap((stage) => index.stageNumber(stage) ?? []))

function waiting(index: RecordIndex): RecordHead[] {
  const { columns } = index
  const stages = stageNumbers(index, WAITING)
  const rows = [...index.rows('meeting')].filter((row) => stages.has(columns.stage(row)))
  return index
    .headsOf(earliest(index, rows, SHOWN.waiting, -1))
    .toSorted(latestFirst)
    .slice(0, SHOWN.waiting)
}

function studiesDue(index: RecordIndex, horizon: number): RecordHead[] {
  const { columns } = index
  const finished = stageNumbers(index, FINISHED)
  const rows = [...index.rows('study')].filter((row) => {
    const date = columns.date(row)
    return date !== 0 && firstDay(date) <= horizon && !finished.has(columns.stage(row))
  })
  return headsOfKind(index, 'study', earliest(index, rows, SHOWN.studies))
    .toSorted((a, b) => comparePartialDates(a.deadline, b.deadline) || compareText(a.title, b.title))
    .slice(0, SHOWN.studies)
}

/** People whose entry nobody has confirmed for a year, those never confirmed first; of one date by name. */
async function unconfirmed({ index, lists }: OpenWorkspace, now: string): Promise<Uint32Array> {
  const { columns } = index
  const yearAgo = dateNumber(addDays(now, -CONFIRMED_FOR_DAYS))
  const contacts = await lists.order({ kind: 'contact', trashed: false, key: 'confirmedOn', direction: 'ascending' })
  const isDue = (row: number) => columns.contactType(row) === 'person' && columns.isLive(row) && lastDay(columns.date(row)) < yearAgo
  const due = contacts.filter(isDue)
  const never = due.filter((row) => columns.date(row) === 0)
  const later = due.filter((row) => columns.date(row) !== 0)
  return Uint32Array.from([...never, ...later])
}

function openFirst({ actions, index }: OpenWorkspace): ActionRow[] {
  const reader = new ActionReader(index)
  const found: ActionRow[] = []
  for (const place of actions.places()) {
    const action = stateOf(place.packed) === 'open' ? reader.at(place) : undefined
    if (action) found.push(action)
    if (found.length === SHOWN.actions) break
  }
  return found
}

async function overview(open: OpenWorkspace, now: string): Promise<Output<'today.get'>> {
  const toConfirm = await unconfirmed(open, now)
  const { index } = open
  const { columns } = index
  const latest = firstOf(
    index.latestRows(),
    () => true,
    SHOWN.recent,
    (a, b) => columns.updatedAt(b) - columns.updatedAt(a) || (columns.isOlder(a, b) ? 1 : -1),
  )
  return {
    now,
    meetings: meetingsAround(index, now),
    waiting: waiting(index),
    actions: openFirst(open),
    studiesDue: studiesDue(index, dateNumber(addDays(now, DAYS_AHEAD))),
    recent: index.headsOf(latest),
    toConfirm: index.headsOf(toConfirm.subarray(0, SHOWN.toConfirm)),
    toConfirmTotal: toConfirm.length,
  }
}

export function todayService({ session, today }: ServiceContext): Service<TodayMethods> {
  return { 'today.get': () => session.use((open) => overview(open, today())) }
}
