/** Actions: what was agreed to be done, read out of all texts, and changed where it stands. */
import { actionFilters, actionGroupings } from '../model/action-lists.ts'
import { classification, count, kind, line, linkName, partialDate, recordId } from '../model/common.ts'
import { z } from '../model/zod.ts'
import { documentLanguages } from '../text/dates-in-words.ts'
import { method, nothing } from './define.ts'
import { searchedFor } from './search.ts'

const taskState = z.enum(['open', 'done', 'cancelled'])

/** An action read out of a body: a task item (docs/dialect.md), as it stands now (docs/adr/0009-follow-up.md). */
export const actionRow = z.strictObject({
  recordId,
  recordKind: kind,
  recordTitle: z.string(),
  recordDate: z.string(),
  classification,
  /** Its text is adopted: what becomes of it stands in a log, and the text does not move. */
  adopted: z.boolean(),
  /** Line in the body, from 0. */
  line: count,
  text: z.string(),
  /** As they are called now, each once. */
  responsible: z.array(z.string()),
  /** Those of them that no record is called: deleted, erased, or never entered. */
  unknown: z.array(z.string()),
  due: z.string(),
  done: z.string(),
  state: taskState,
  /** Progress, in its order. */
  remarks: z.array(z.strictObject({ on: z.string(), text: z.string() })),
})
export type ActionRow = z.output<typeof actionRow>

/** An action as somebody saw it, so that no other one is changed in its place, and nothing that was written meanwhile. */
export const seenAction = z.strictObject({
  line: count,
  text: z.string().max(20_000),
  responsible: z.array(z.string().max(2_000)).max(1_000),
  due: z.string().max(100),
  state: taskState,
})

/** Rows `from` to `from + count - 1` of a list that is grouped. */
export const actionGroup = z.strictObject({
  /**
   * What they have in common: a name, a country's code, a record's id, and of deadlines `overdue`, `today`, `week` (the
   * seven days after today), or a month or year. Empty: nothing of the kind.
   */
  key: z.string(),
  /** As it is called; of deadlines empty. */
  title: z.string(),
  /** The date of a record; else empty. */
  date: z.string(),
  /** Of a name: no record is called so. */
  unknown: z.boolean(),
  from: count,
  count,
  overdue: count,
})
export type ActionGroup = z.output<typeof actionGroup>

const filterText = z.string().max(500)

/** A way to look at the actions, kept with the workspace. */
export const actionView = z.strictObject({
  id: recordId,
  name: z.string().min(1).max(120),
  state: z.enum(actionFilters),
  group: z.enum(actionGroupings).nullable(),
  text: filterText,
})
export type ActionView = z.output<typeof actionView>

export const actionMethods = {
  /**
   * By deadline, what is overdue first and what is done last; those of one record in the order of its text. Grouped, an
   * action stands in each group that it belongs to: `total` counts rows, `actions` counts each once. `groups` are those
   * that the rows given belong to. Where nothing at all fits `text`, what fits the words it may have been meant to be
   * is there instead, and `searchedFor` says so.
   */
  'actions.list': method(
    z.strictObject({
      recordId: recordId.nullable().default(null),
      state: z.enum(actionFilters).default('all'),
      text: filterText.default(''),
      group: z.enum(actionGroupings).nullable().default(null),
      from: count.default(0),
      count: count.max(500).default(500),
    }),
    z.strictObject({
      revision: count,
      total: count,
      actions: count,
      rows: z.array(actionRow),
      groups: z.array(actionGroup),
      searchedFor,
    }),
  ),
  /**
   * Changes one action: its line in the text, and nothing else there, or the log beside a text that is adopted. `seen` is
   * the action as it was seen; when it has moved it is the nearest one that stands so. What is not named stays; null in
   * `commit` when all was so already.
   * CONFLICT with `details` {title, now} when none stands as it was seen, or two that are equally near: `now` is how the
   * only one with these words stands, else null. NOT_FOUND for a record that is gone or in the trash; INVALID_INPUT when
   * what is asked cannot be written on that line.
   */
  'actions.change': method(
    z.strictObject({
      recordId,
      seen: seenAction,
      change: z.strictObject({
        state: taskState.optional(),
        due: partialDate.optional(),
        responsible: z.array(linkName.min(1)).max(50).optional(),
        remark: z.strictObject({ on: partialDate.min(1), text: line.min(1) }).optional(),
      }),
    }),
    z.strictObject({ commit: z.strictObject({ revision: count }).nullable() }),
  ),
  /**
   * What somebody still has to do, written for them: in `language`, or in the first of theirs that there is (English for
   * who has none). `classification` is the highest of the texts it is taken from, none of them above `upTo`; the text says
   * it, and how many actions are withheld.
   */
  'actions.reminder': method(
    z.strictObject({
      name: linkName.min(1),
      format: z.enum(['text', 'markdown']),
      language: z.enum(documentLanguages).nullable().default(null),
      upTo: classification.default('internal'),
    }),
    z.strictObject({
      /** As the contact is called now; as asked where nobody is. */
      name: z.string(),
      language: z.enum(documentLanguages),
      /** One line, for the head of a message. */
      subject: z.string(),
      text: z.string(),
      actions: count,
      overdue: count,
      emails: z.array(z.string()),
      classification,
      /** Open actions of texts above `upTo`: nothing else is left of them. */
      withheld: count,
    }),
  ),

  /** Views that are kept, in their order. */
  'actions.views': method(nothing, z.strictObject({ views: z.array(actionView) })),
  /** Keeps a new view (`id` null, put last) or changes one. @throws NOT_FOUND, INVALID_INPUT when its name is taken */
  'actions.saveView': method(z.strictObject({ ...actionView.shape, id: recordId.nullable() }), actionView),
  /** @throws NOT_FOUND */
  'actions.forgetView': method(z.strictObject({ id: recordId }), nothing),
} as const

export const actionEvents = {
  /** Kept views were added, changed or forgotten. */
  'actions.viewsChanged': z.strictObject({}),
} as const
