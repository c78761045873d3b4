/** The first screen: what is around now and what waits. */
import type { listMethods } from '../../../shared/contract/lists.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { comparePartialDates, partialDateSpan } from '../../../shared/model/partial-date.ts'
import type { HeadOf, RecordHead } from '../../../shared/model/head.ts'
import { addDays, isBefore, touches } from '../calendar.ts'
import { compareText, latestChangedFirst, latestFirst } from '../lists/list-sort.ts'
import type { RecordIndex } from '../record-index.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { allActions } from '../texts/action-rows.ts'

type TodayMethods = Pick<typeof listMethods, 'today.get'>
type Meeting = HeadOf<'meeting'>

const DAYS_BACK = 14
const DAYS_AHEAD = 60
const CONFIRMED_FOR_DAYS = 365
/** Enough for a screen; the lists have the rest. */
const SHOWN = { meetings: 30, otherMeetings: 3, waiting: 20, actions: 40, studies: 20, recent: 10, toConfirm: 8 }

const ofKind = <K extends RecordHead['kind']>(heads: readonly RecordHead[], kind: K) =>
  heads.filter((head): head is HeadOf<K> => head.kind === kind)

const byStart = (a: Meeting, b: Meeting) =>
  comparePartialDates(a.start, b.start) || compareText(a.startTime, b.startTime) || compareText(a.title, b.title)

/** Around now; if there are none, the next ones, else the last ones. */
function meetingsAround(meetings: readonly Meeting[], now: string): Meeting[] {
  const dated = meetings.filter(({ start }) => start !== '').toSorted(byStart)
  const near = dated.filter(({ start }) => touches(start, addDays(now, -DAYS_BACK), addDays(now, DAYS_AHEAD)))
  if (near.length > 0) return near.slice(0, SHOWN.meetings)
  const ahead = dated.filter(({ start }) => partialDateSpan(start).first > now)
  return ahead.length > 0 ? ahead.slice(0, SHOWN.otherMeetings) : dated.slice(-SHOWN.otherMeetings).toReversed()
}

const WAITING: ReadonlySet<string> = new Set(['draft', 'cleared', 'circulated'])
const FINISHED: ReadonlySet<string> = new Set(['published', 'shelved'])

/** People whose entry nobody has confirmed for a year, those never confirmed first. */
function unconfirmed(contacts: readonly HeadOf<'contact'>[], now: string): HeadOf<'contact'>[] {
  const yearAgo = addDays(now, -CONFIRMED_FOR_DAYS)
  return contacts
    .filter(({ contactType, confirmedOn }) => contactType === 'person' && (confirmedOn === '' || isBefore(confirmedOn, yearAgo)))
    .toSorted((a, b) => comparePartialDates(a.confirmedOn, b.confirmedOn) || compareText(a.listName, b.listName))
}

function overview(index: RecordIndex, now: string): Output<'today.get'> {
  const heads = [...index.heads()]
  const meetings = ofKind(heads, 'meeting')
  const toConfirm = unconfirmed(ofKind(heads, 'contact'), now)
  const horizon = addDays(now, DAYS_AHEAD)
  return {
    now,
    meetings: meetingsAround(meetings, now),
    waiting: meetings
      .filter(({ stage }) => WAITING.has(stage))
      .toSorted(latestFirst)
      .slice(0, SHOWN.waiting),
    actions: allActions(index)
      .filter(({ state }) => state === 'open')
      .slice(0, SHOWN.actions),
    studiesDue: ofKind(heads, 'study')
      .filter(({ stage, deadline }) => !FINISHED.has(stage) && deadline !== '' && partialDateSpan(deadline).first <= horizon)
      .toSorted((a, b) => comparePartialDates(a.deadline, b.deadline) || compareText(a.title, b.title))
      .slice(0, SHOWN.studies),
    recent: heads.toSorted(latestChangedFirst).slice(0, SHOWN.recent),
    toConfirm: toConfirm.slice(0, SHOWN.toConfirm),
    toConfirmTotal: toConfirm.length,
  }
}

export function todayService({ session, today }: ServiceContext): Service<TodayMethods> {
  return { 'today.get': () => session.use(async ({ index }) => overview(index, today())) }
}
