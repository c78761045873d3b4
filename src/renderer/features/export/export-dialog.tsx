import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportWhat } from '../../parts/export/export-what.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ExportForm } from './export-form.tsx'
import { forgetResult, useExportJob, watchExport } from './export-job.ts'
import { ExportPlace } from './export-place.tsx'
import { ExportProgress } from './export-progress.tsx'
import { ExportResult, ExportResultButtons } from './export-result.tsx'
import { useDraft } from './use-draft.ts'
import { usePreview } from './use-preview.ts'
import { titleOf } from './what-words.ts'

const EVERYTHING: ExportWhat = { what: 'everything' }

export interface ExportDialogProps {
  /** What may be exported beside everything; the first is chosen. */
  readonly what?: readonly ExportWhat[] | undefined
  /** Of the last export, if there is one. */
  readonly result?: true | undefined
  readonly onClose: () => void
}

/** Records as markdown: which and in which form, what that would be, where to, how far, what came of it. */
export function ExportDialog({ what, result, onClose }: ExportDialogProps) {
  const { t } = useTranslation('export')
  useState(() => !result && forgetResult())
  const job = useExportJob((state) => state.job)
  const asked = useExportJob((state) => state.asked)
  const draft = useDraft(what?.[0] ?? EVERYTHING)
  const preview = usePreview(job ? null : draft)
  useEffect(() => {
    watchExport(true)
    return () => watchExport(false)
  }, [])
  const running = job?.state === 'running'
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size={job ? 'medium' : 'large'}
      title={titleOf((job && asked ? asked : draft).what, t)}
      footer={job ? !running && <ExportResultButtons job={job} onClose={onClose} /> : <ExportPlace draft={draft} empty={preview.nothing} />}
    >
      {!job && <ExportForm draft={draft} choices={[...(what ?? []), EVERYTHING]} preview={preview} />}
      {running && <ExportProgress job={job} />}
      {job && !running && <ExportResult job={job} onClose={onClose} />}
    </Dialog>
  )
}
