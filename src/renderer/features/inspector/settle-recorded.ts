/** What was recorded for an item that the text has no more: given to another by hand, or dismissed. */
import type { Input } from '../../../shared/contract/index.ts'
import type { FollowUpEntry } from '../../../shared/model/follow-up.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { i18n } from '../../i18n/index.ts'
import { openRecords } from '../../store/records.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'

/** An action or a decision of the text. */
export interface RecordedTarget {
  readonly to: NonNullable<Input<'meetings.settleRecorded'>['to']>
  readonly words: string
}

/** What is typed is saved first: the log goes with it. Undo takes it back. Failures are told. */
export async function settleRecorded(id: string, { of, key, nth }: FollowUpEntry, target: RecordedTarget | null): Promise<void> {
  try {
    if (!(await openRecords.flush(id))) {
      showToast({ message: i18n.t('inspector:recorded.unsaved'), tone: 'bad' })
      return
    }
    const { commit } = await client.call('meetings.settleRecorded', { id, of, key, nth, to: target?.to ?? null })
    const label = target ? i18n.t('inspector:recorded.given', { item: target.words }) : i18n.t('inspector:recorded.dismissed')
    offerUndo({ revision: commit.revision, label })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
