import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { hostReason } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { cancelExport, useExportJob } from './export-job.ts'
import styles from './export.module.css'

/** What is being done, how far it is, how fast it goes, and the way to stop it. */
export function ExportProgress({ job }: { readonly job: Job }) {
  const { t } = useTranslation('export')
  const phaseFrom = useExportJob((state) => state.phaseFrom)
  const [error, setError] = useState<string>()
  const [stopping, setStopping] = useState(false)
  const time = job.elapsed - phaseFrom
  const rate = time > 0 ? Math.round((job.done * 1_000) / time) : 0
  const phase = job.phase ?? 'writing'
  const stop = async () => {
    setStopping(true)
    try {
      await cancelExport(job)
    } catch (cause) {
      setStopping(false)
      setError(hostReason(cause))
    }
  }
  return (
    <div className={styles.form}>
      <p role="status" className={styles.lead}>
        {t(`phase.${phase}`)}
      </p>
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
        {/* what had the focus went with the form */}
        <Button onClick={() => void stop()} disabled={stopping} autoFocus>
          {stopping ? t('stopping') : t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
