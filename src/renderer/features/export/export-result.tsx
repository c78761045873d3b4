import { CircleCheck, CircleSlash, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportReport, Job } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Location } from '../../ui/location.tsx'
import { dropWords, withheldWords } from './count-words.ts'
import { exportAgain, exportFailure, revealExport, useExportJob } from './export-job.ts'
import styles from './export.module.css'
import { LevelLine } from './level-line.tsx'
import { LossList } from './loss-list.tsx'
import { NamedFiles } from './named-files.tsx'

/** “The same” is said of whole records alone, and only when all of them left. */
function proofWords({ drops, withheld, damaged }: ExportReport, files: number) {
  if (drops.some(({ code }) => code === 'properties')) return 'proof.documents'
  const isPart = drops.length + damaged.length + withheld.records + withheld.passages + withheld.files > 0
  if (isPart) return 'proof.asWritten'
  return files > 0 ? 'proof.sameWithFiles' : 'proof.same'
}

/** The line that a person trusts, or what it found instead. */
function Proof({ report, onLeave }: { readonly report: ExportReport; readonly onLeave: () => void }) {
  const { t } = useTranslation('export')
  const { proof } = report
  if (proof === null) return null
  const lost = proof.losses.length + proof.moreLosses
  if (lost > 0)
    return (
      <>
        <p className={classNames(styles.bad, styles.lead)}>
          <TriangleAlert />
          {t('proof.losses', { count: lost, number: formatNumber(lost), records: formatNumber(proof.records) })}
        </p>
        <LossList proof={proof} onLeave={onLeave} />
      </>
    )
  const words = proofWords(report, proof.files)
  return (
    <p className={classNames(styles.good, styles.lead)}>
      <ShieldCheck />
      {t(words, { count: proof.records, number: formatNumber(proof.records), files: formatNumber(proof.files) })}
    </p>
  )
}

function Done({ report, onLeave }: { readonly report: ExportReport; readonly onLeave: () => void }) {
  const { t } = useTranslation(['export', 'common'])
  const options = useExportJob((state) => state.asked?.options)
  const { files, unchanged, removed, kept, damaged, bytes, proof } = report
  const sentences = [
    t('detail', { kilobytes: formatNumber(Math.ceil(bytes / 1_000)) }),
    unchanged > 0 && t('unchanged', { count: unchanged, number: formatNumber(unchanged) }),
    removed > 0 && t('removed', { count: removed, number: formatNumber(removed) }),
    options?.report && t('reportWritten'),
  ]
  return (
    <>
      <div role="status" className={styles.sentences}>
        <p className={classNames(styles.good, styles.lead)}>
          <CircleCheck />
          {t('done', { count: files, number: formatNumber(files) })}
        </p>
        <p className={styles.location}>
          <Location path={report.location} />
        </p>
        <p className={styles.figures}>{sentences.filter(Boolean).join(' ')}</p>
      </div>
      <Proof report={report} onLeave={onLeave} />
      <div className={styles.sentences}>
        <LevelLine level={report.level} />
        {withheldWords(report.withheld, options?.upTo ?? report.level, t).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {dropWords(report.drops, t).map((words) => (
          <p key={words} className={styles.warn}>
            <TriangleAlert />
            {words}
          </p>
        ))}
        <NamedFiles words="damaged" tone="bad" files={damaged} />
        <NamedFiles words="kept" tone="warn" files={kept} />
        <NamedFiles words="foreign" tone="plain" files={proof?.foreign ?? []} more={proof?.moreForeign} />
      </div>
    </>
  )
}

export interface ExportResultProps {
  readonly job: Job
  readonly onClose: () => void
}

/** What came of it: the files and their proof, or that nothing was written, and why. */
export function ExportResult({ job, onClose }: ExportResultProps) {
  const { t } = useTranslation('export')
  if (job.state === 'done' && job.report)
    return (
      <div className={styles.form}>
        <Done report={job.report} onLeave={onClose} />
      </div>
    )
  const cancelled = job.state === 'cancelled'
  return (
    <div role="alert" className={styles.sentences}>
      <p className={classNames(cancelled ? styles.plain : styles.bad, styles.lead)}>
        {cancelled ? <CircleSlash /> : <TriangleAlert />}
        {t(cancelled ? 'cancelled' : 'failed')}
      </p>
      {!cancelled && <p>{exportFailure(job)}</p>}
      <p className={styles.figures}>{t('asBefore')}</p>
    </div>
  )
}

/** What can be done now. */
export function ExportResultButtons({ job, onClose }: ExportResultProps) {
  const { t } = useTranslation('export')
  const { capabilities } = useAppState()
  const toPress = useRef<HTMLButtonElement>(null)
  // what had the focus went with the progress
  useEffect(() => toPress.current?.focus(), [])
  const done = job.state === 'done'
  return (
    <>
      {done && capabilities.reveal && <Button onClick={() => void revealExport(job)}>{t('reveal')}</Button>}
      {!done && <Button onClick={onClose}>{t('common:close')}</Button>}
      <Button ref={toPress} variant="primary" onClick={done ? onClose : exportAgain}>
        {t(done ? 'common:close' : 'again')}
      </Button>
    </>
  )
}
