/** The first screen: what is around now and what waits. */
import type { Output } from '../../../shared/contract/index.ts'
import type { DueAction, todayMethods } from '../../../shared/contract/today.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import { addDays, localDay } from '../calendar.ts'
import { countriesSpokenFor } from '../countries/speaks-for.ts'
import { dateNumber, firstDay, lastDay } from '../derived/date-number.ts'
import { stateOf } from '../derived/facts-store.ts'
import { isOverdue } from '../actions/action-order.ts'
import { ActionReader } from '../actions/action-rows.ts'
import { firstOf } from '../lists/first-of.ts'
import { compareText } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import { notFound, type Service, type ServiceContext } from '../service-context.ts'
import { written, type OpenWorkspace } from '../workspace/open-workspace.ts'
import { addAction } from './add-action.ts'
import { earliest } from './earliest.ts'
import { meetingsAround } from './meetings-around.ts'
import { numberClashes } from './number-clashes.ts'
import { waitingMinutes } from './waiting-minutes.ts'

const DAYS_AHEAD = 60
const CONFIRMED_FOR_DAYS = 365
/** Enough for a screen; the lists have the rest. */
const SHOWN = { actions: 40, studies: 20, recent: 10, toConfirm: 8 }
const FINISHED = ['published', 'shelved'] as const

function studiesDue(index: RecordIndex, horizon: number): RecordHead[] {
  const { columns } = index
  const finished = new Set(FINISHED.flatMap((stage) => index.stageNumber(stage) ?? []))
  const rows = [...index.rows('study')].filter((row) => {
    const date = columns.date(row)
    return date !== 0 && firstDay(date) <= horizon && !finished.has(columns.stage(row))
  })
  return index
    .headsOf(earliest(index, rows, SHOWN.studies))
    .flatMap((head) => (head.kind === 'study' ? [head] : []))
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

function openActions({ actions, index }: OpenWorkspace, now: string) {
  const reader = new ActionReader(index)
  const day = dateNumber(now)
  const rows: DueAction[] = []
  let total = 0
  let overdue = 0
  for (const place of actions.places()) {
    if (stateOf(place.packed) !== 'open' || !index.columns.isLive(place.row)) continue
    total += 1
    if (isOverdue(place.packed, day)) overdue += 1
    const action = rows.length < SHOWN.actions ? reader.at(place) : undefined
    if (action) rows.push({ ...action, countries: countriesSpokenFor(index, action.responsible) })
  }
  return { rows, total, overdue }
}

async function overview(open: OpenWorkspace, at: number): Promise<Output<'today.get'>> {
  const now = localDay(at)
  const toConfirm = await unconfirmed(open, now)
  const { meetings, on } = await meetingsAround(open, now, at)
  const waiting = await waitingMinutes(open, now)
  const names = await open.decisions.current()
  // from here on nothing is waited for: one state of the workspace
  const { index } = open
  const { columns } = index
  const latest = firstOf(
    index.latestRows(),
    () => true,
    SHOWN.recent,
    (a, b) => columns.updatedAt(b) - columns.updatedAt(a) || (columns.isOlder(a, b) ? 1 : -1),
  )
  const actions = openActions(open, now)
  const clashes = numberClashes(index, names)
  return {
    now,
    meetings,
    waiting: waiting.rows,
    waitingTotal: waiting.total,
    actions: actions.rows,
    actionsTotal: actions.total,
    overdueTotal: actions.overdue,
    studiesDue: studiesDue(index, dateNumber(addDays(now, DAYS_AHEAD))),
    recent: index.headsOf(latest),
    toConfirm: index.headsOf(toConfirm.subarray(0, SHOWN.toConfirm)),
    toConfirmTotal: toConfirm.length,
    clashes: clashes.shown,
    clashesTotal: clashes.total,
    meetingNow: on ? { id: on.id, kind: on.kind, title: on.title } : null,
  }
}

export function todayService({ session, author, clock, newId, today }: ServiceContext): Service<typeof todayMethods> {
  return {
    'today.get': () => session.use((open) => overview(open, clock())),

    /** A command of its own that can be undone. */
    'today.addAction': (input, { client }) =>
      session.use(async (open) => {
        const creation = { id: newId(), author: author(), now: new Date(clock()).toISOString(), index: open.index }
        const { value, commit } = await open.change(
          creation.author,
          client,
          (transaction) => addAction(transaction, input, creation, today()),
          { kind: 'command' },
        )
        const head = open.workspace.head(value.id)
        if (!head) throw notFound(value.id)
        return { record: { id: head.id, kind: head.kind, title: head.title }, line: value.line, commit: written(commit) }
      }),
  }
}
