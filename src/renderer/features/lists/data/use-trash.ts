import { useTranslation } from 'react-i18next'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { single } from '../../../i18n/single.ts'
import { openRecords } from '../../../store/records.ts'
import { showToast } from '../../../store/toasts.ts'
import { offerUndo } from '../../../store/undo-commands.ts'
import type { Section } from '../../../parts/rows/sections.ts'
import type { Target } from '../../../parts/rows/selection.ts'

/** What is typed in a record that is open goes with it: it is saved first, and that makes a new revision. */
async function saved({ id, rev }: Target): Promise<{ id: string; baseRev: number }> {
  await openRecords.flush(id)
  return { id, baseRev: Math.max(rev, openRecords.store.getState()[id]?.baseRev ?? 0) }
}

/** Moves records to the trash without asking, and offers to take it back. Answers whether it was done. */
export function useTrash(section: Section) {
  const { t } = useTranslation('lists')
  return async (records: readonly Target[], title: string): Promise<boolean> => {
    try {
      const { commit } = await client.call('records.trash', { records: await Promise.all(records.map(saved)) })
      if (commit) {
        offerUndo({
          revision: commit.revision,
          label: t('trashed', { count: records.length, context: single(records.length), formatted: formatNumber(records.length), title }),
          place: `/${section}`,
        })
      }
      return true
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
      return false
    }
  }
}
