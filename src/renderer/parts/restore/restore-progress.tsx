import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { client } from '../../api/client.ts'
import { hostReason } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './restore.module.css'

const megabytes = (bytes: number) => formatNumber(Math.ceil(bytes / 1_000_000))

/** How much is copied and read back, and the way to stop it. */
export function RestoreProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation('restore')
  const [stopping, setStopping] = useState(false)
  const [error, setError] = useState<string>()
  const stop = async () => {
    setStopping(true)
    try {
      await client.call('jobs.cancel', { id: job.id })
    } catch (cause) {
      setStopping(false)
      setError(hostReason(cause))
    }
  }
  return (
    <div className={styles.form}>
      <ProgressBar label={t('progress')} value={job.total > 0 ? job.done : null} max={job.total} />
      <p className={styles.figures}>
        {job.total > 0 ? t('copied', { done: megabytes(job.done), total: megabytes(job.total) }) : t('looking')}
      </p>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void stop()} disabled={stopping} autoFocus>
          {stopping ? t('stopping') : t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
