/** What was typed into the form of an action and is not saved yet. It outlives the form, so that a click beside it costs nothing. */
import { jsonEqual } from '../../shared/json-equal.ts'
import type { SeenAction } from '../../shared/markdown/as-seen.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { formatDate, localDay } from '../i18n/dates.ts'
import { createKeptForms } from './kept-forms.ts'

export interface ActionDraft {
  /** The action as it was seen when that began. */
  readonly seen: SeenAction
  readonly responsible: readonly string[]
  /** As it is typed. */
  readonly due: string
  readonly state: SeenAction['state']
  readonly remark: string
  /** The day of the remark, as it is typed. */
  readonly on: string
}

/** Nothing is typed yet. */
export const newActionDraft = ({ line, text, responsible, due, state }: SeenAction): ActionDraft => ({
  seen: { line, text, responsible, due, state },
  responsible,
  due: formatDate(due),
  state,
  remark: '',
  on: formatDate(localDay()),
})

const drafts = createKeptForms<ActionDraft>()

/** Lines move, deadlines and states change; equal words of others are another action. */
const nameOf = (recordId: string, { text, responsible }: SeenAction) => JSON.stringify([recordId, text, responsible.map(linkKey)])

export const actionDraft = (recordId: string, action: SeenAction): ActionDraft | undefined => drafts.of(nameOf(recordId, action))

export function keepActionDraft(recordId: string, draft: ActionDraft): void {
  if (jsonEqual(draft, newActionDraft(draft.seen))) drafts.forget(nameOf(recordId, draft.seen))
  else drafts.keep(nameOf(recordId, draft.seen), draft)
}

export const forgetActionDraft = (recordId: string, { seen }: ActionDraft): void => drafts.forget(nameOf(recordId, seen))
