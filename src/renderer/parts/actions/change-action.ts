/** Changes of actions from lists: in the text, or in the log beside an adopted one. They can be undone. */
import type { Input } from '../../../shared/contract/index.ts'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { openRecords } from '../../store/records.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { plainWords } from './plain-words.ts'

export type ActionChange = Input<'actions.change'>['change']
type Changed = Pick<ActionRow, 'recordId' | 'line' | 'text'>

/** As much of an action as a message can name. */
const NAMED = 60

function labelOf({ text }: Changed, { state }: ActionChange): string {
  const words = plainWords(text)
  const action = words.length > NAMED ? `${words.slice(0, NAMED).trimEnd()}…` : words
  return i18n.t(state ? `actions:changed.${state}` : 'actions:changed.other', { action })
}

/**
 * True when it stands as asked now. What is typed in that text in this window is saved first, so that neither takes the
 * other back. Failures are told.
 */
export async function changeAction(action: Changed, change: ActionChange): Promise<boolean> {
  await i18n.loadNamespaces('actions')
  try {
    if (!(await openRecords.flush(action.recordId))) {
      const title = openRecords.store.getState()[action.recordId]?.record?.title ?? ''
      showToast({ message: i18n.t('actions:unsaved', { title }), tone: 'bad' })
      return false
    }
    const { recordId, line, text } = action
    const { commit } = await client.call('actions.change', { recordId, line, text, change })
    if (commit) offerUndo({ revision: commit.revision, label: labelOf(action, change) })
    return true
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
    return false
  }
}

/** Done, when it was not; else open again. */
export const tickAction = (action: Changed & Pick<ActionRow, 'state'>): Promise<boolean> =>
  changeAction(action, { state: action.state === 'done' ? 'open' : 'done' })
