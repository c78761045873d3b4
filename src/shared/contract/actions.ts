/** Actions: what was agreed to be done, read out of all texts, and changed where it stands. */
import { count, kind, line, linkName, partialDate, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { method } from './define.ts'

const taskState = z.enum(['open', 'done', 'cancelled'])

/** An action read out of a body: a task item (docs/dialect.md), as it stands now (docs/adr/0009-follow-up.md). */
export const actionRow = z.strictObject({
  recordId,
  recordKind: kind,
  recordTitle: z.string(),
  recordDate: z.string(),
  /** Its text is adopted: what becomes of it stands in a log, and the text does not move. */
  adopted: z.boolean(),
  /** Line in the body, from 0. */
  line: count,
  text: z.string(),
  responsible: z.array(z.string()),
  due: z.string(),
  done: z.string(),
  state: taskState,
  /** Progress, in its order. */
  remarks: z.array(z.strictObject({ on: z.string(), text: z.string() })),
})
export type ActionRow = z.output<typeof actionRow>

export const actionMethods = {
  'actions.list': method(
    z.strictObject({
      recordId: recordId.nullable().default(null),
      state: z.enum(['open', 'overdue', 'done', 'all']).default('all'),
      text: z.string().max(500).default(''),
      from: count.default(0),
      count: count.max(500).default(500),
    }),
    z.strictObject({ revision: count, total: count, rows: z.array(actionRow) }),
  ),
  /**
   * Changes one action: its line in the text, and nothing else there, or the log beside a text that is adopted. `text`
   * is the action as it was seen; when it has moved it is found again by its words. What is not named stays; null in
   * `commit` when all was so already.
   * CONFLICT with `details` {title} when the text has no such action any more; NOT_FOUND for a record that is gone or in
   * the trash; INVALID_INPUT when what is asked cannot be written on that line.
   */
  'actions.change': method(
    z.strictObject({
      recordId,
      line: count,
      text: z.string().max(20_000),
      change: z.strictObject({
        state: taskState.optional(),
        due: partialDate.optional(),
        responsible: z.array(linkName.min(1)).max(50).optional(),
        remark: z.strictObject({ on: partialDate.min(1), text: line.min(1) }).optional(),
      }),
    }),
    z.strictObject({ commit: z.strictObject({ revision: count }).nullable() }),
  ),
} as const
