/** What became of the actions and decisions of a text: a log beside it, of meetings and notes (docs/adr/0009-follow-up.md). */
import { count, line, partialDate } from './common.ts'
import { z } from './zod.ts'
import { followUpChanges } from './vocabulary.ts'

/**
 * What became of an action or a decision after its text: a log, the later entry counts. Actions of a text that is not
 * adopted are changed in the text itself and have no entries; what becomes of a decision always stands here
 * (docs/adr/0009-follow-up.md).
 */
export const followUpEntry = z.strictObject({
  of: z.enum(['action', 'decision']),
  /** The action's text, or the decision's number (without one its title), as the body has it; cut at 2,000 characters. */
  key: line,
  /**
   * Which of those with this key, from 0 in the order of the text; from 1,000,000 when the text has it no more: then the key is all its
   * words, of a decision its number, title and text.
   */
  nth: count,
  on: partialDate,
  change: z.enum(followUpChanges),
  /**
   * `state`: open, done or cancelled. `due`: a partial date or empty. `responsible`: links parted by a comma and a space. `remark`: a sentence.
   * `status`: one of `decisionStatuses`; `superseded` is followed by a space and the number or title of the decision in its place.
   */
  value: line,
})
export type FollowUpEntry = z.infer<typeof followUpEntry>
