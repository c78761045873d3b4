import { CloudAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './start.module.css'

/** Why a folder that another program synchronises is a bad home for a workspace. */
export function SyncedNote({ product }: { readonly product: string }) {
  const { t } = useTranslation('start')
  return (
    <div className={styles.warning} role="note">
      <CloudAlert />
      <div>
        <p className={styles.warningTitle}>{t('synced.title', { product })}</p>
        <p>{t('synced.why', { product })}</p>
        <p>{t('synced.instead')}</p>
      </div>
    </div>
  )
}
