import { PlugZap, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenAgain } from '../parts/recovery/use-open-again.ts'
import { useConnection } from '../store/connection.ts'
import { useOpenRecords } from '../store/records.ts'
import { useReadOnly, useSession, useWorkspace } from '../store/session.ts'
import { unsavedRecords } from '../store/unsaved.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './banners.module.css'
import { copyUnsaved } from './copy-unsaved.ts'

export interface BannerProps {
  readonly icon: ReactNode
  readonly children: ReactNode
  /** A button beside the sentence. */
  readonly action?: ReactNode
  /** `calm`: nothing is wrong any more. */
  readonly tone?: 'warn' | 'calm' | undefined
}

/** One quiet line across the window. */
export function Banner({ icon, children, action, tone = 'warn' }: BannerProps) {
  return (
    <div role="status" className={classNames(styles.banner, tone === 'calm' && styles.calm)}>
      {icon}
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Says that the host is gone, and what happens to what is typed meanwhile. */
export function ConnectionBanner() {
  const { t } = useTranslation('frame')
  const { connected, stopped, refused } = useConnection()
  const unsaved = useOpenRecords((records) => unsavedRecords(records).length > 0)
  const started = useSession((session) => session.app !== null)
  if (connected || !started) return null
  // an application that was started again does not know this window
  if (stopped || refused)
    return (
      <Banner icon={<PlugZap />} action={unsaved && <Button onClick={copyUnsaved}>{t('lostHost.copy')}</Button>}>
        <strong>{t('lostHost.stopped')}</strong> {t(unsaved ? 'lostHost.unsaved' : 'lostHost.nothing')}
      </Banner>
    )
  return (
    <Banner icon={<PlugZap />}>
      <strong>{t('lostHost.title')}</strong> {t('lostHost.text')}
    </Banner>
  )
}

/** What may have passed: the disk is there again, the folder may be written to now. Of damage it shows what can be done. */
const PASSING: ReadonlySet<string> = new Set(['ioError', 'permission', 'damaged'])

/** Records that a sentence names. */
const NAMED = 5

/** Says why nothing can be changed, and tries again where that can help. */
export function ReadOnlyBanner() {
  const { t } = useTranslation('frame')
  const reason = useReadOnly()
  const problems = useWorkspace()?.problems ?? []
  const { busy, openAgain } = useOpenAgain()
  if (!reason) return null
  const titles = problems.map(({ title }) => title).filter(Boolean)
  const named = titles.slice(0, NAMED)
  const more = titles.length > named.length
  return (
    <Banner
      icon={<TriangleAlert />}
      action={
        PASSING.has(reason) && (
          <Button disabled={busy} onClick={() => void openAgain()}>
            {t(reason === 'damaged' ? 'readOnly.repair' : 'readOnly.again')}
          </Button>
        )
      }
    >
      <strong>{t('readOnly.title')}</strong> {t(`readOnly.${reason}`)}
      {named.length > 0 && ` ${t('readOnly.touched', { titles: named.join(', ') + (more ? ', …' : '') })}`}
    </Banner>
  )
}
