import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n/dates.ts'
import type { OthersQuestion } from '../store/undo-commands.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import styles from './undo-question.module.css'

/** Before a command is taken back without those of its records that were changed since. */
export function UndoOthersQuestion({ question, onClose }: { readonly question: OthersQuestion; readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  const { label, left, others, again, run } = question
  const more = left.count - left.records.length
  const counted = (count: number) => ({ count, number: formatNumber(count) })
  return (
    <ConfirmDialog
      open
      title={t('undo.others.title', counted(left.count))}
      message={t(again ? 'undo.others.againText' : 'undo.others.text', { label })}
      confirmLabel={t(again ? 'undo.others.again' : 'undo.others.back', counted(others))}
      onConfirm={() => {
        onClose()
        run()
      }}
      onCancel={onClose}
    >
      <ul className={styles.staying} aria-label={t('undo.others.list')}>
        {left.records.map(({ id, title, reason, by }) => (
          <li key={id}>{t(`undo.others.record.${reason}`, { title, by })}</li>
        ))}
        {more > 0 && <li>{t('undo.others.more', counted(more))}</li>}
      </ul>
      {left.withLostLinks > 0 && <p className={styles.aside}>{t('undo.others.links', counted(left.withLostLinks))}</p>}
    </ConfirmDialog>
  )
}
