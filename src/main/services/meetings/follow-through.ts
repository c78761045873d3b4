/** What was recorded of actions and decisions goes with them when their text changes (docs/adr/0009-follow-up.md). */
import { jsonEqual } from '../../../shared/json-equal.ts'
import { followedThrough, type CarryingOn } from '../../../shared/markdown/followed-through.ts'
import { hasLog } from '../../../shared/model/kept-log.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'

/** The record, whose text was `before`, with its log carried to the text that it has now. The same record when nothing changes in the log. */
export function withFollowUpCarried<R extends AnyRecord>(record: R, before: string, how: CarryingOn = {}): R {
  if (!hasLog(record)) return record
  const followUp = followedThrough(before, record.body, record.followUp, how)
  return jsonEqual(followUp, record.followUp) ? record : { ...record, followUp }
}
