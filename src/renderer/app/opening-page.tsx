/** While a workspace opens; how far it has come when that takes long. */
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../shared/contract/app.ts'
import { formatNumber } from '../i18n/dates.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import styles from './app.module.css'

export function OpeningPage({ opening: { location, progress } }: { readonly opening: Extract<WorkspaceState, { status: 'opening' }> }) {
  const { t } = useTranslation('frame')
  return (
    <main className={styles.waiting}>
      <div className={styles.appear}>
        <p role="status">{t('opening', { location })}</p>
        {progress && (
          <p>
            <ProgressBar label={t('openingProgress')} value={progress.done} max={progress.total} />{' '}
            {t('openingRecords', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
          </p>
        )}
      </div>
    </main>
  )
}
