import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { Location } from '../../ui/location.tsx'
import { exportFailure, revealExport } from './export-job.ts'
import styles from './export.module.css'

/** Damaged files that are named; the rest is counted. */
const NAMED = 5

export interface ExportResultProps {
  readonly job: Job
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** What came of it: the files, or why there are none. */
export function ExportResult({ job, onAgain, onClose }: ExportResultProps) {
  const { t } = useTranslation('export')
  const { capabilities } = useAppState()
  const { report } = job
  const toPress = useRef<HTMLButtonElement>(null)
  // what had the focus went with the progress
  useEffect(() => toPress.current?.focus(), [])
  if (job.state === 'done' && report)
    return (
      <div className={styles.form} role="status">
        <p className={styles.good}>
          <CircleCheck />
          {t('done', { count: report.files, number: formatNumber(report.files) })}
        </p>
        <p className={styles.location}>
          <Location path={report.location} />
        </p>
        <p className={styles.figures}>
          {t('detail', { kilobytes: formatNumber(Math.ceil(report.bytes / 1_000)) })}
          {report.unchanged > 0 && ` ${t('unchanged', { count: report.unchanged, number: formatNumber(report.unchanged) })}`}
          {report.removed > 0 && ` ${t('removed', { count: report.removed, number: formatNumber(report.removed) })}`}
        </p>
        {report.damaged.length > 0 && (
          <p className={styles.bad}>
            <TriangleAlert />
            {t('damaged', { count: report.damaged.length, files: report.damaged.slice(0, NAMED).join('; ') })}
          </p>
        )}
        <div className={styles.buttons}>
          {capabilities.reveal && <Button onClick={() => void revealExport(job)}>{t('reveal')}</Button>}
          <Button ref={toPress} variant="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </div>
      </div>
    )
  const cancelled = job.state === 'cancelled'
  return (
    <div className={styles.form} role="alert">
      <p className={cancelled ? styles.plain : styles.bad}>
        {cancelled ? <CircleSlash /> : <TriangleAlert />}
        {cancelled ? t('cancelled') : exportFailure(job)}
      </p>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button ref={toPress} variant="primary" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </div>
  )
}
