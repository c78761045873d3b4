import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Clash } from './use-restore.ts'

export interface TitleTakenDialogProps {
  readonly clash: Clash
  /** What the record is called now. */
  readonly current: string
  readonly busy: boolean
  readonly onChoose: (title: string) => void
  readonly onClose: () => void
}

/** The title that the version had is another record's now: under which one is it restored? */
export function TitleTakenDialog({ clash, current, busy, onChoose, onClose }: TitleTakenDialogProps) {
  const { t } = useTranslation(['history', 'common'])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      role="alertdialog"
      title={t('clash.title')}
      description={t('clash.text', { title: clash.title })}
      footer={<Button onClick={onClose}>{t('common:cancel')}</Button>}
    >
      <Button disabled={busy} onClick={() => onChoose(clash.suggestion)}>
        {t('clash.suggestion', { title: clash.suggestion })}
      </Button>
      <Button variant="primary" disabled={busy} onClick={() => onChoose(current)}>
        {t('clash.present', { title: current })}
      </Button>
    </Dialog>
  )
}
