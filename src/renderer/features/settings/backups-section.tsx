import { Archive } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupInfo } from '../../../shared/contract/backups.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { formatInstant } from '../../i18n/dates.ts'
import { useSectionWanted } from '../../parts/places/settings-section.ts'
import { missingFilesValues, setBackupStatus, useBackups } from '../../store/backups.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { startBackup, useBackupJob } from './backups/backup-job.ts'
import { BackupList } from './backups/backup-list.tsx'
import { BackupProgress } from './backups/backup-progress.tsx'
import { RestoreDialog } from './backups/restore-dialog.tsx'
import { SecondPlace } from './backups/second-place.tsx'
import styles from './settings.module.css'
import { hostWords } from '../../i18n/host-words.ts'

const attempt = (work: () => Promise<void>) => {
  work().catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
}

/** When the last backup was made, where backups go, and the way back to one. */
export function BackupsSection() {
  const { t } = useTranslation('backups')
  const readOnly = useReadOnly() !== null
  const heading = useRef<HTMLHeadingElement>(null)
  useSectionWanted('backups', heading)
  const status = useBackups((backups) => backups.status)
  const job = useBackupJob((state) => state.job)
  const [restoring, setRestoring] = useState<BackupInfo | null>(null)
  // asked again whenever a backup was made, in either place
  const known = `${status?.last?.at ?? ''} ${status?.secondPlace?.lastAt ?? ''} ${status?.secondPlace?.location ?? ''}`
  return (
    <section className={styles.section} aria-labelledby="settings-backups">
      <h2 ref={heading} tabIndex={-1} id="settings-backups" className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.quiet}>{t('intro')}</p>
      {status && (
        <>
          <p role="status">{status.last ? t('last', { when: formatInstant(status.last.at) }) : t('none')}</p>
          {status.failed && (
            <p className={styles.warning}>
              {t('failed', { when: formatInstant(status.failed.at), reason: hostWords(status.failed.message) })}
            </p>
          )}
          {status.missingFiles && <p className={styles.warning}>{t('banner.missing', missingFilesValues(status))}</p>}
          <Checkbox
            label={t('automatic')}
            checked={status.automatic}
            disabled={readOnly}
            onChange={(automatic) => attempt(async () => setBackupStatus(await client.call('backups.settings', { automatic })))}
          />
          {job ? (
            <BackupProgress job={job} />
          ) : (
            <div className={styles.buttons}>
              <Button icon={<Archive />} disabled={readOnly} onClick={() => attempt(startBackup)}>
                {t('now')}
              </Button>
            </div>
          )}
          <SecondPlace place={status.secondPlace} disabled={readOnly} attempt={attempt} />
          <Listed known={known} onRestore={readOnly ? undefined : setRestoring} />
        </>
      )}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  )
}

interface ListedProps {
  /** The list is asked for again when this is another. */
  readonly known: string
  readonly onRestore: ((backup: BackupInfo) => void) | undefined
}

function Listed({ known, onRestore }: ListedProps) {
  const { data, refetch } = useQuery('backups.list', {})
  const seen = useRef(known)
  useEffect(() => {
    if (seen.current !== known) refetch()
    seen.current = known
  }, [known, refetch])
  return data && <BackupList backups={data.backups} onRestore={onRestore} />
}
