/** What is still open of a body's earlier meetings, for the agenda of this one. */
import type { Output } from '../../../shared/contract/index.ts'
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { MeetingRecord } from '../../../shared/model/record.ts'
import type { RecordHead } from '../../../shared/model/head.ts'
import { openActions } from '../actions/open-actions.ts'
import { tellingUpTo } from '../texts/may-name.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** Whether a meeting began before another, as far as both days are known; where one is not known it counts as earlier. */
function isEarlier(head: RecordHead, { start, startTime }: MeetingRecord): boolean {
  if (head.kind !== 'meeting') return false
  if (head.start === '' || start === '') return true
  const known = Math.min(head.start.length, start.length)
  const [its, own] = [head.start.slice(0, known), start.slice(0, known)]
  return its < own || (its === own && head.startTime < startTime)
}

/**
 * Open actions of the other meetings of its body that were held before, by deadline; none for a meeting without a body. What is
 * classified above the meeting stays out of its text.
 */
export async function mattersArising(open: OpenWorkspace, meeting: MeetingRecord): Promise<Output<'meetings.mattersArising'>> {
  const { index } = open
  const body = index.target(meeting.meetingBody)
  if (!body) return { rows: [], withheld: 0 }
  const rows = new Set<number>()
  for (const row of index.linkers(index.keysOf(body), ['meetingBody'])) {
    const head = index.headAt(row)
    if (head && head.id !== meeting.id && isEarlier(head, meeting)) rows.add(row)
  }
  let withheld = 0
  const within = openActions(open, rows, ({ recordId }) => {
    const level = index.head(recordId)?.classification ?? 'strictly confidential'
    const isSecret = !isWithin(level, meeting.classification)
    if (isSecret) withheld += 1
    return !isSecret
  })
  const telling = await tellingUpTo(open, meeting.classification)
  return {
    rows: within.map(({ recordTitle, text, responsible, due }) => ({
      recordTitle: telling.name(recordTitle),
      text: telling.text(text),
      due,
      responsible: responsible.map(telling.name),
    })),
    withheld,
  }
}
