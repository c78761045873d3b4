import type { Kind } from '../../../../shared/model/common.ts'
import type { ContactType } from '../../../../shared/model/contact.ts'
import type { RecordInput } from '../../../../shared/model/record.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { i18n } from '../../../i18n/index.ts'
import { showToast } from '../../../store/toasts.ts'
import { offerUndo } from '../../../store/undo-commands.ts'

/** What a name that leads nowhere can become. */
export interface Creatable {
  readonly kind: Exclude<Kind, 'country'>
  readonly contactType?: ContactType | undefined
}

/** Makes the record that a name asks for; the page stays, and undo takes it away again. */
export async function createLinked(title: string, { kind, contactType }: Creatable): Promise<void> {
  try {
    const record = { kind, title, ...(kind === 'contact' && contactType ? { contactType } : {}) } as RecordInput
    const { commit } = await client.call('records.create', { record })
    offerUndo({ revision: commit.revision, label: i18n.t('record:undo.created', { title }) })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}
