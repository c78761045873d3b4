import { FolderSync, RefreshCw, SlidersHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useSectionWanted } from '../../parts/places/settings-section.ts'
import { setMirrorStatus, useMirror } from '../../store/mirror.ts'
import { useAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Location } from '../../ui/location.tsx'
import { MirrorConflicts } from './mirror/mirror-conflicts.tsx'
import { MirrorDialog } from './mirror/mirror-dialog.tsx'
import { MirrorStanding } from './mirror/mirror-standing.tsx'
import styles from './settings.module.css'

const attempt = (work: () => Promise<unknown>) => {
  work().catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
}

/** The folder that is kept equal to the workspace: off until it is switched on. */
export function MirrorSection() {
  const { t } = useTranslation(['mirror', 'export', 'common'])
  const { capabilities } = useAppState()
  const heading = useRef<HTMLHeadingElement>(null)
  useSectionWanted('mirror', heading)
  const status = useMirror((mirror) => mirror.status)
  const [isAsking, setAsking] = useState(false)
  const switchOff = async () => {
    const { location } = status ?? { location: '' }
    setMirrorStatus(await client.call('mirror.stop', {}))
    showToast({ message: t('off', { location }) })
  }
  return (
    <section className={styles.section} aria-labelledby="settings-mirror">
      <h2 ref={heading} tabIndex={-1} id="settings-mirror" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.quiet}>{t('intro')}</p>
      {status && !status.on && (
        <div className={styles.buttons}>
          <Button icon={<FolderSync />} onClick={() => setAsking(true)}>
            {t('switchOn')}
          </Button>
        </div>
      )}
      {status?.on && (
        <>
          <div>
            <p className={styles.label}>{t('folder')}</p>
            <p className={styles.location}>
              <Location path={status.location} />
            </p>
            <p className={styles.quiet}>
              {[
                t(`export:short.layout.${status.options.layout}`),
                t(`export:short.links.${status.options.links}`),
                t('upTo', { level: t(`common:classification.${status.options.upTo}`) }),
                t(`when.${status.when}`),
              ].join(' · ')}
            </p>
          </div>
          <MirrorStanding status={status} />
          <MirrorConflicts status={status} />
          <div className={styles.buttons}>
            <Button
              icon={<RefreshCw />}
              disabled={status.state === 'writing'}
              onClick={() => attempt(async () => setMirrorStatus(await client.call('mirror.update', {})))}
            >
              {t('now')}
            </Button>
            <Button icon={<SlidersHorizontal />} onClick={() => setAsking(true)}>
              {t('options')}
            </Button>
            {capabilities.reveal && (
              <Button onClick={() => attempt(() => client.call('host.reveal', { folder: status.folder }))}>{t('reveal')}</Button>
            )}
            <Button onClick={() => attempt(switchOff)}>{t('switchOff')}</Button>
          </div>
        </>
      )}
      {status && isAsking && <MirrorDialog status={status} onClose={() => setAsking(false)} />}
    </section>
  )
}
