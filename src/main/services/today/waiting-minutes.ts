/** Minutes that wait to be drafted, cleared, circulated or adopted. */
import type { WaitingMinutes } from '../../../shared/contract/today.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { dateNumber, lastDay } from '../derived/date-number.ts'
import { compareText } from '../lists/list-sort.ts'
import { pacing } from '../pacing.ts'
import type { RecordIndex } from '../record-index.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { earliest } from './earliest.ts'
import { meetingHeads } from './meetings-around.ts'

const SHOWN = 20
const STAGES = ['draft', 'cleared', 'circulated'] as const

type Meeting = HeadOf<'meeting'>

function sinceOf({ stage, start, end, clearance, circulation }: MeetingRecord): string {
  if (stage === 'circulated') return circulation.on
  return stage === 'cleared' ? clearance.on : end || start
}

const waitingOf = (head: Meeting, record: MeetingRecord | undefined): WaitingMinutes => ({
  head,
  since: record ? sinceOf(record) : head.end || head.start,
  comments: record?.comments.length ?? 0,
  open: record?.comments.filter(({ answer }) => answer === '').length ?? 0,
})

/** The most recent meetings first: what was left years ago is not begun with. Those of one time by name. */
const byRecency = (a: Meeting, b: Meeting): number =>
  comparePartialDates(b.start, a.start) || compareText(b.startTime, a.startTime) || compareText(a.title, b.title)

/** It is over, its text says what was agreed, and nobody has said that it was held. */
function isHeldUnsaid(index: RecordIndex, row: number, today: number): boolean {
  const [head] = meetingHeads(index, [row])
  if (!head || head.start === '' || lastDay(dateNumber(head.end || head.start)) >= today) return false
  return index.dues(row).length > 0 || index.decisions(row).length > 0
}

/** `is:waiting` of the search finds the same. */
export async function waitingMinutes({ index, workspace }: OpenWorkspace, now: string): Promise<{ rows: WaitingMinutes[]; total: number }> {
  const { columns } = index
  const today = dateNumber(now)
  const stages = new Set(STAGES.flatMap((stage) => index.stageNumber(stage) ?? []))
  const planned = index.stageNumber('planned')
  const waiting = [...index.rows('meeting')].filter(
    (row) => stages.has(columns.stage(row)) || (columns.stage(row) === planned && isHeldUnsaid(index, row, today)),
  )
  const latest = meetingHeads(index, earliest(index, waiting, SHOWN, -1))
    .toSorted(byRecency)
    .slice(0, SHOWN)
  const rows: WaitingMinutes[] = []
  const next = pacing()
  for (const head of latest) {
    await next()
    const record = await unlessDamaged(workspace.read(head.id))
    rows.push(waitingOf(head, record !== 'damaged' && record?.kind === 'meeting' ? record : undefined))
  }
  return { rows, total: waiting.length }
}
