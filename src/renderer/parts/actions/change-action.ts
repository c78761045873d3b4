/** Changes of actions from lists: in the text, or in the log beside an adopted one. They can be undone. */
import type { Input } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { SeenAction } from '../../../shared/markdown/as-seen.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatDate } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import { openRecords } from '../../store/records.ts'
import { dismissToastsAbout, showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { plainWords } from './plain-words.ts'

export type ActionChange = Input<'actions.change'>['change']
type Changed = SeenAction & { readonly recordId: string }

/** As much of an action as a message can name. */
const NAMED = 60

function named({ text }: Pick<SeenAction, 'text'>): string {
  const words = plainWords(text)
  return words.length > NAMED ? `${words.slice(0, NAMED).trimEnd()}…` : words
}

const labelOf = (action: Changed, { state }: ActionChange): string =>
  i18n.t(state ? `actions:changed.${state}` : 'actions:changed.other', { action: named(action) })

/** "open, Rex Facer, 30 June 2023": how an action stands. */
export function standingWords({ state, responsible, due }: Pick<SeenAction, 'state' | 'responsible' | 'due'>): string {
  const { t } = i18n
  return [
    t(`actions:standing.${state}`),
    responsible.join(', ') || t('actions:standing.nobody'),
    due === '' ? t('actions:standing.noDeadline') : t('actions:standing.due', { date: formatDate(due) }),
  ].join(', ')
}

/** How the action stands when it was changed since it was seen; null when that cannot be said. */
const standingIn = ({ details }: AppError): SeenAction | null => (details['now'] ?? null) as SeenAction | null

/**
 * True when it stands as asked now. What is typed in that text in this window is saved first, so that neither takes the
 * other back. Failures are told; an action that was changed since it was seen is left to `onChanged`, if that is given.
 */
export async function changeAction(action: Changed, change: ActionChange, onChanged?: (now: SeenAction) => void): Promise<boolean> {
  await i18n.loadNamespaces('actions')
  const about = `action ${action.recordId} ${action.text}`
  const tell = (message: string) => showToast({ message, tone: 'bad', about })
  try {
    if (!(await openRecords.flush(action.recordId))) {
      const title = openRecords.store.getState()[action.recordId]?.record?.title ?? ''
      tell(i18n.t('actions:unsaved', { title }))
      return false
    }
    const { recordId, line, text, responsible, due, state } = action
    const seen = { line, text, responsible: [...responsible], due, state }
    const { commit } = await client.call('actions.change', { recordId, seen, change })
    dismissToastsAbout(about)
    if (commit) offerUndo({ revision: commit.revision, label: labelOf(action, change) })
    return true
  } catch (error) {
    const isConflict = error instanceof AppError && error.code === 'CONFLICT'
    const now = isConflict ? standingIn(error) : null
    if (now && onChanged) onChanged(now)
    else if (now) tell(i18n.t('actions:changedSince', { action: named(now), now: standingWords(now) }))
    else tell(isConflict ? i18n.t('actions:notAsSeen', { action: named(action) }) : formatError(error))
    return false
  }
}

/** Done, when it was not; else open again. */
export const tickAction = (action: Changed): Promise<boolean> => changeAction(action, { state: action.state === 'done' ? 'open' : 'done' })
