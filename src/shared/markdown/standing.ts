/** The actions and decisions of a record as they stand now: its text, and the log of what followed (docs/adr/0009-follow-up.md). */
import { isAdoptedText } from '../model/adopted-text.ts'
import type { FollowUpEntry } from '../model/follow-up.ts'
import { hasLog } from '../model/kept-log.ts'
import type { AnyRecord } from '../model/record.ts'
import { findDecisions, type Decision } from './decisions.ts'
import { decisionsWithFollowUp, tasksWithFollowUp, type DecisionFate } from './follow-up.ts'
import { findTasks, type Task } from './tasks.ts'

const logOf = (record: AnyRecord) => (hasLog(record) ? record.followUp : [])

/** In the order of the text. Of a text that is not adopted the text alone counts. */
export const standingTasks = (record: AnyRecord): Task[] =>
  isAdoptedText(record) ? tasksWithFollowUp(findTasks(record.body), logOf(record)).tasks : findTasks(record.body)

/** In the order of the text. */
export const standingDecisions = (record: AnyRecord): (Decision & DecisionFate)[] =>
  decisionsWithFollowUp(findDecisions(record.body), logOf(record)).decisions

/** What was recorded for actions and for decisions that the text has no more, as it was recorded. */
export function orphansOf(record: AnyRecord): { readonly actions: FollowUpEntry[]; readonly decisions: FollowUpEntry[] } {
  const log = logOf(record)
  if (log.length === 0) return { actions: [], decisions: [] }
  return {
    actions: tasksWithFollowUp(findTasks(record.body), log).orphans,
    decisions: decisionsWithFollowUp(findDecisions(record.body), log).orphans,
  }
}
