import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import type { Search } from '../../store/search-address.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ExportForm } from './export-form.tsx'
import { exportAgain, forgetExport, useExportJob, watchExport } from './export-job.ts'
import { ExportProgress } from './export-progress.tsx'
import { ExportResult } from './export-result.tsx'

export interface ExportDialogProps {
  /** Only what it finds; everything when left out. */
  readonly search?: Pick<Search, 'text' | 'filters'> | undefined
  /** How many records that is; left out while it is not known. */
  readonly found?: number | null | undefined
  readonly onClose: () => void
}

/** Records as markdown: where to, how far, what came of it. */
export function ExportDialog({ search, found, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export')
  const job = useExportJob((state) => state.job)
  const description = !search
    ? t('description')
    : typeof found === 'number'
      ? t('foundCounted', { count: found, number: formatNumber(found) })
      : t('foundDescription')
  useEffect(() => {
    watchExport(true)
    return () => {
      watchExport(false)
      // a result that has been read is not shown again
      if (useExportJob.getState().job?.state !== 'running') forgetExport()
    }
  }, [])
  return (
    <Dialog open onOpenChange={onClose} title={t(search ? 'foundTitle' : 'title')} description={job ? undefined : description}>
      {!job && <ExportForm search={search} />}
      {job?.state === 'running' && <ExportProgress job={job} />}
      {job && job.state !== 'running' && <ExportResult job={job} onAgain={exportAgain} onClose={onClose} />}
    </Dialog>
  )
}
