import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { RestoreForm } from '../../parts/restore/restore-form.tsx'
import { openRestored } from '../../parts/restore/run-restore.ts'
import { useRestore } from '../../parts/restore/use-restore.ts'
import { setAppState } from '../../store/session.ts'
import styles from './start.module.css'

export interface RestoreStepProps {
  /** With the backups. */
  readonly folder: FolderInfo
  readonly onBack: () => void
}

/** After a lost computer: all there is are the backups of a second place. */
export function RestoreStep({ folder, onBack }: RestoreStepProps) {
  const { t } = useTranslation(['start', 'restore'])
  const restoring = useRestore(async (job) => setAppState(await openRestored(job)))
  return (
    <section className={styles.card} aria-labelledby="restore-step">
      <h2 id="restore-step" className={styles.step}>
        {t('restore:title')}
      </h2>
      <p className={styles.lead}>{t('restore:explained')}</p>
      <RestoreForm from={folder} backLabel={t('back')} onBack={onBack} restoring={restoring} />
    </section>
  )
}
