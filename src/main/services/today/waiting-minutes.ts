/** Minutes that wait to be cleared, circulated or adopted. */
import type { WaitingMinutes } from '../../../shared/contract/today.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import { unlessDamaged } from '../../workspace/unless-damaged.ts'
import { isBefore } from '../calendar.ts'
import { pacing } from '../pacing.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { earliest } from './earliest.ts'
import { meetingHeads } from './meetings-around.ts'

const SHOWN = 20
/** The furthest on stands first. */
const STAGES = ['circulated', 'cleared', 'draft'] as const

function sinceOf({ stage, start, end, clearance, circulation }: MeetingRecord): string {
  if (stage === 'circulated') return circulation.on
  return stage === 'cleared' ? clearance.on : end || start
}

const waitingOf = (head: HeadOf<'meeting'>, record: MeetingRecord | undefined): WaitingMinutes => ({
  head,
  since: record ? sinceOf(record) : head.end || head.start,
  comments: record?.comments.length ?? 0,
  open: record?.comments.filter(({ answer }) => answer === '').length ?? 0,
})

/** Drafts that can be adopted now, then by how far on they are, then those that have waited longest. */
export const inOrder = (rows: readonly WaitingMinutes[], now: string): WaitingMinutes[] => {
  const rank = ({ head, open }: WaitingMinutes) =>
    head.stage === 'circulated' && isBefore(head.commentsBy, now)
      ? open === 0
        ? -2
        : -1
      : STAGES.findIndex((stage) => stage === head.stage)
  return rows.toSorted((a, b) => rank(a) - rank(b) || comparePartialDates(a.since, b.since) || (a.head.title < b.head.title ? -1 : 1))
}

/** A stage's latest meetings are shown when there are more than a screen takes: what was left years ago is not begun with. */
export async function waitingMinutes({ index, workspace }: OpenWorkspace, now: string): Promise<{ rows: WaitingMinutes[]; total: number }> {
  const { columns } = index
  const meetings = [...index.rows('meeting')]
  const rows: WaitingMinutes[] = []
  let total = 0
  const next = pacing()
  for (const stage of STAGES) {
    const number = index.stageNumber(stage)
    const waiting = number === undefined ? [] : meetings.filter((row) => columns.stage(row) === number)
    total += waiting.length
    for (const head of meetingHeads(index, earliest(index, waiting, SHOWN, -1)).slice(0, SHOWN)) {
      await next()
      const record = await unlessDamaged(workspace.read(head.id))
      rows.push(waitingOf(head, record !== 'damaged' && record?.kind === 'meeting' ? record : undefined))
    }
  }
  return { rows: inOrder(rows, now).slice(0, SHOWN), total }
}
