import { PlugZap, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../store/connection.ts'
import { useReadOnly, useSession } from '../store/session.ts'
import styles from './banners.module.css'

function Banner({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div role="status" className={styles.banner}>
      {icon}
      <p>{children}</p>
    </div>
  )
}

/** Says that the host is gone, and what happens to what is typed meanwhile. */
export function ConnectionBanner() {
  const { t } = useTranslation('frame')
  const connected = useConnection((connection) => connection.connected)
  const started = useSession((session) => session.app !== null)
  if (connected || !started) return null
  return (
    <Banner icon={<PlugZap />}>
      <strong>{t('lostHost.title')}</strong> {t('lostHost.text')}
    </Banner>
  )
}

/** Says why nothing can be changed. */
export function ReadOnlyBanner() {
  const { t } = useTranslation('frame')
  const reason = useReadOnly()
  if (!reason) return null
  return (
    <Banner icon={<TriangleAlert />}>
      <strong>{t('readOnly.title')}</strong> {t(`readOnly.${reason}`)}
    </Banner>
  )
}
