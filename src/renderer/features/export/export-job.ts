/** The export under way. It lives outside of its dialog: the dialog may be closed while it runs. */
import { create } from 'zustand'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import { exportPresets } from '../../../shared/model/export-options.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { AppError } from '../../../shared/errors.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import type { Search } from '../../store/search-address.ts'
import { showToast } from '../../store/toasts.ts'

/** Where an export was to go. */
export interface ExportPlace {
  readonly folder: FolderInfo
  readonly name: string
}

interface ExportState {
  readonly job: Job | null
  /** Of the last export, for another one. */
  readonly place: ExportPlace | null
  /** Somebody looks at it: no toast is needed when it ends. */
  readonly watched: boolean
}

export const useExportJob = create<ExportState>(() => ({ job: null, place: null, watched: false }))

export const watchExport = (watched: boolean): void => useExportJob.setState({ watched })
/** Its result has been read. */
export const forgetExport = (): void => useExportJob.setState({ job: null, place: null })
/** Another one is begun: its place is still known. */
export const exportAgain = (): void => useExportJob.setState({ job: null })

const errorOf = (job: Job) => (job.error ? new AppError(job.error.code, job.error.message, job.error.details) : null)

/** Why an export failed, in the reader's words. */
export const exportFailure = (job: Job): string => formatError(errorOf(job) ?? new AppError('INTERNAL', ''))

export async function revealExport(job: Job): Promise<void> {
  try {
    await client.call('host.reveal', { folder: job.folder })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

function tell(job: Job): void {
  if (job.state === 'done')
    showToast({
      message: i18n.t('export:doneToast', { count: job.report?.files ?? 0, number: formatNumber(job.report?.files ?? 0) }),
      tone: 'good',
      duration: 15_000,
      action: { label: i18n.t('export:reveal'), run: () => void revealExport(job) },
    })
  else if (job.state === 'failed') showToast({ message: exportFailure(job), tone: 'bad' })
}

function follow(job: Job): void {
  const { job: now, watched } = useExportJob.getState()
  if (now?.id !== job.id || now.state !== 'running') return
  useExportJob.setState({ job })
  if (job.state !== 'running' && !watched) tell(job)
}

let listening = false

/** Starts an export into a folder of that name: of what a search finds, or of everything. @throws AppError */
export async function startExport(place: ExportPlace, search?: Pick<Search, 'text' | 'filters'>): Promise<void> {
  if (!listening) client.on('jobs.progressed', follow)
  listening = true
  const { folder, name } = place
  const job = await client.call('export.start', {
    folder: folder.handle,
    name,
    scope: search ? { what: 'search', ...search } : { what: 'everything' },
    options: exportPresets.obsidian,
  })
  useExportJob.setState({ job, place })
  // it may have ended between the answer and this line
  follow(await client.call('jobs.get', { id: job.id }))
}

/** @throws AppError */
export async function cancelExport(job: Job): Promise<void> {
  await client.call('jobs.cancel', { id: job.id })
}
