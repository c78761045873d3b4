import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './import.module.css'
import { stopJob } from './run-import.ts'
import { useImport } from './session.ts'

/** Reading or importing: how far it is, how fast it goes, and the way to stop it. */
export function WorkingStep({ job }: { readonly job: Job }) {
  const { t } = useTranslation('import')
  const name = useImport((session) => (job.kind === 'import' ? session.name : session.reading))
  const [stopping, setStopping] = useState<string | null>(null)
  const isStopping = stopping === job.id
  const what = job.kind === 'import' ? 'importing' : 'reading'
  const rate = job.elapsed > 0 ? Math.round((job.done * 1_000) / job.elapsed) : 0
  return (
    <div className={styles.scroller}>
      <div className={styles.column}>
        <div>
          <h2 className={styles.heading}>{t(`${what}.title`, { name })}</h2>
          <p className={styles.lead}>{t(`${what}.text`)}</p>
        </div>
        <ProgressBar label={t(`${what}.progress`)} value={job.total > 0 ? job.done : null} max={job.total} />
        <p className={styles.figures}>
          {job.total > 0
            ? t(`${what}.figures`, { done: formatNumber(job.done), total: formatNumber(job.total), rate: formatNumber(rate) })
            : t(`${what}.counting`)}
        </p>
        <div className={styles.buttons}>
          <Button
            data-takes-keys
            disabled={isStopping}
            onClick={() => {
              setStopping(job.id)
              void stopJob()
            }}
          >
            {isStopping ? t('stopping') : t('common:cancel')}
          </Button>
        </div>
      </div>
    </div>
  )
}
