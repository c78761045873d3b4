import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Pills } from '../../ui/pills.tsx'
import styles from './import.module.css'
import { ImportedTable } from './imported-table.tsx'
import { Notes } from './notes.tsx'
import { ReportLines } from './report-lines.tsx'
import { takeImportBack } from './run-import.ts'
import { useImport } from './session.ts'

const counts = ['created', 'updated', 'unchanged', 'skipped', 'attachments', 'ignored'] as const
const views = ['create', 'update', 'refused', 'remarks', 'ignored'] as const
type View = (typeof views)[number]

/** What came of an import, what was left out and why, and the way back. */
export function DoneStep({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation('import')
  const name = useImport((session) => session.name)
  const plan = useImport((session) => session.plan?.plan)
  const [back, setBack] = useState(false)
  const taken = report.created + report.updated
  const sizes: Readonly<Record<View, number>> = {
    create: plan === undefined ? 0 : report.created,
    update: plan === undefined ? 0 : report.updated,
    refused: report.refused.length + report.moreRefused,
    remarks: report.remarks.length + report.moreRemarks,
    ignored: report.ignored,
  }
  const shown = views.filter((view) => sizes[view] > 0)
  // what was left out is what somebody has to know; the records are in the workspace
  const [view, setView] = useState<View | undefined>(sizes.refused > 0 ? 'refused' : shown[0])
  const takeBack = async () => {
    setBack(true)
    await takeImportBack()
    setBack(false)
  }
  return (
    <div className={styles.check}>
      <div className={styles.summary}>
        <div className={styles.result}>
          <h2 className={styles.good} tabIndex={-1} data-takes-keys>
            <CircleCheck />
            {t('done.title', { count: taken, number: formatNumber(taken), name })}
          </h2>
          {report.revision !== null && (
            <Button icon={<Undo2 />} disabled={back} onClick={() => void takeBack()}>
              {t(back ? 'done.takingBack' : 'done.takeBack')}
            </Button>
          )}
        </div>
        <p className={styles.figures}>
          {counts
            .filter((count) => report[count] > 0)
            .map((count) => t(`done.${count}`, { count: report[count], number: formatNumber(report[count]) }))
            .join(' · ')}
        </p>
        <Notes />
      </div>
      {shown.length > 0 && (
        <div className={styles.results}>
          <div className={styles.tools}>
            <Pills
              label={t('done.shown')}
              value={view ?? null}
              options={shown.map((value) => ({ value, label: t(`done.view.${value}`), count: formatNumber(sizes[value]) }))}
              onChange={setView}
            />
          </div>
          {(view === 'create' || view === 'update') && plan !== undefined && <ImportedTable key={view} plan={plan} only={view} />}
          {(view === 'refused' || view === 'remarks' || view === 'ignored') && <ReportLines report={report} what={view} />}
        </div>
      )}
    </div>
  )
}
