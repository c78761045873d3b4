import { useTranslation } from 'react-i18next'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { Button } from '../../ui/button.tsx'
import { Location } from '../../ui/location.tsx'
import styles from './start.module.css'
import { SyncedNote } from './synced-note.tsx'

export interface SyncWarningProps {
  readonly folder: FolderInfo
  readonly busy: boolean
  readonly error: string | undefined
  readonly onContinue: () => void
  readonly onBack: () => void
}

/** Stands before a synchronised workspace is opened. */
export function SyncWarning({ folder, busy, error, onContinue, onBack }: SyncWarningProps) {
  const { t } = useTranslation('start')
  return (
    <section className={styles.card}>
      <h2 className={styles.step}>{t('open.title')}</h2>
      <p className={styles.location}>
        <Location path={folder.location} />
      </p>
      <SyncedNote product={folder.syncedBy} />
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onBack} disabled={busy}>
          {t('back')}
        </Button>
        <Button variant="primary" onClick={onContinue} disabled={busy}>
          {t('synced.openAnyway')}
        </Button>
      </div>
    </section>
  )
}
