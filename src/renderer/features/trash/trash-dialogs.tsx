import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { single } from '../../i18n/single.ts'
import { openRecord } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { useTrashCommands } from './use-trash-commands.ts'

/** Asks before anything is erased for good, and says why a record could not come back. */
export function TrashDialogs({ commands }: { readonly commands: ReturnType<typeof useTrashCommands> }) {
  const { t } = useTranslation('trash')
  const { erasure, clash } = commands
  const count = erasure === null ? 0 : 'everything' in erasure ? erasure.everything : erasure.records.length
  const title = erasure !== null && 'title' in erasure ? erasure.title : ''
  const everything = erasure !== null && 'everything' in erasure
  const figures = { count, formatted: formatNumber(count), title }
  return (
    <>
      <ConfirmDialog
        open={erasure !== null}
        title={everything ? t('emptyTitle') : t('eraseTitle', { ...figures, context: single(count) })}
        message={everything ? t('emptyMessage', figures) : t('eraseMessage', figures)}
        confirmLabel={everything ? t('empty') : t('erase')}
        tone="bad"
        onConfirm={() => void commands.erase()}
        onCancel={commands.keep}
      />
      <Dialog
        open={clash !== null}
        onOpenChange={(open) => !open && commands.closeClash()}
        title={t('clashTitle')}
        description={clash ? t('clashMessage', { title: clash.title }) : ''}
        size="small"
        footer={
          clash && (
            <Button
              variant="primary"
              onClick={() => {
                commands.closeClash()
                openRecord(clash.kind, clash.id)
              }}
            >
              {t('clashOpen', { title: clash.title })}
            </Button>
          )
        }
      />
    </>
  )
}
