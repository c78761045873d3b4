import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { showToast } from '../../../store/toasts.ts'
import { Button } from '../../../ui/button.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import styles from './backups.module.css'

const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 1_000_000))

/** How much is copied, and the way to stop it. */
export function BackupProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation('backups')
  const [stopping, setStopping] = useState(false)
  const stop = async () => {
    setStopping(true)
    try {
      await client.call('jobs.cancel', { id: job.id })
    } catch (error) {
      setStopping(false)
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }
  return (
    <div className={styles.progress}>
      <ProgressBar label={t('progress')} value={job.total > 0 ? job.done : null} max={job.total} />
      <span className={styles.figures}>
        {job.total > 0 ? t('copied', { done: megabytes(job.done), total: megabytes(job.total) }) : t('counting')}
      </span>
      <Button onClick={() => void stop()} disabled={stopping}>
        {stopping ? t('stopping') : t('common:cancel')}
      </Button>
    </div>
  )
}
