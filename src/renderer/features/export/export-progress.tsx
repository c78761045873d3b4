import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { cancelExport } from './export-job.ts'
import styles from './export.module.css'

/** How far it is, how fast it goes, and the way to stop it. */
export function ExportProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation('export')
  const [error, setError] = useState<string>()
  const [stopping, setStopping] = useState(false)
  const rate = job.elapsed > 0 ? Math.round((job.done * 1_000) / job.elapsed) : 0
  const stop = async () => {
    setStopping(true)
    try {
      await cancelExport(job)
    } catch (cause) {
      setStopping(false)
      setError(formatError(cause))
    }
  }
  return (
    <div className={styles.form}>
      <ProgressBar label={t('progress')} value={job.total > 0 ? job.done : null} max={job.total} />
      <p className={styles.figures}>
        {job.total > 0
          ? t('figures', { done: formatNumber(job.done), total: formatNumber(job.total), rate: formatNumber(rate) })
          : t('counting')}
      </p>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void stop()} disabled={stopping}>
          {stopping ? t('stopping') : t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
