/** The export under way. It lives outside of its dialog: the dialog may be closed while it runs. */
import { create } from 'zustand'
import type { FolderInfo } from '../../../shared/contract/app.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'
import { formatError, hostReason } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { scopeOf, type ExportWhat } from '../../parts/export/export-what.ts'
import { showToast } from '../../store/toasts.ts'

/** What an export was told. */
export interface AskedExport {
  readonly what: ExportWhat
  readonly options: ExportOptions
  readonly folder: FolderInfo
  readonly name: string
}

interface ExportState {
  readonly job: Job | null
  /** Of that job, and after it for another one. */
  readonly asked: AskedExport | null
  /** Where the last export of this sitting went. */
  readonly folder: FolderInfo | null
  /** How long the job had run when what it does now began. */
  readonly phaseFrom: number
  /** Somebody looks at it: no toast is needed when it ends. */
  readonly watched: boolean
}

const nothing = { job: null, asked: null, phaseFrom: 0 }

export const useExportJob = create<ExportState>(() => ({ ...nothing, folder: null, watched: false }))

export const watchExport = (watched: boolean): void => useExportJob.setState({ watched })

/** Something else is to be exported: a result of before is gone, what runs is not. */
export function forgetResult(): void {
  if (useExportJob.getState().job?.state !== 'running') useExportJob.setState(nothing)
}

/** Another one is begun: what this one was told is still known. */
export const exportAgain = (): void => useExportJob.setState({ job: null })

/** The way back to it, for whoever looks at a record that it names. */
export const offerResult = (): void => {
  showToast({ message: i18n.t('export:resultKept'), duration: 60_000, action: showResult() })
}

const errorOf = (job: Job) => (job.error ? new AppError(job.error.code, job.error.message, job.error.details) : null)

/** Why an export failed. */
export const exportFailure = (job: Job): string => hostReason(errorOf(job) ?? new AppError('INTERNAL', ''))

const showResult = () => ({ label: i18n.t('export:showResult'), run: () => openDialog({ name: 'export', result: true }) })

export async function revealExport(job: Job): Promise<void> {
  try {
    await client.call('host.reveal', { folder: job.folder })
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

/** Nothing was damaged, and everything came back as it was. */
export const isWhole = ({ report }: Job): boolean =>
  report !== null && report.damaged.length === 0 && (report.proof === null || report.proof.losses.length === 0)

function tell(job: Job): void {
  if (job.state === 'done' && job.report) {
    const count = job.report.files
    const whole = isWhole(job)
    showToast({
      message: i18n.t(whole ? 'export:doneToast' : 'export:lossToast', { count, number: formatNumber(count) }),
      tone: whole ? 'good' : 'bad',
      duration: whole ? 15_000 : 60_000,
      action: showResult(),
    })
  } else if (job.state === 'failed') showToast({ message: exportFailure(job), tone: 'bad', action: showResult() })
}

function follow(job: Job): void {
  const { job: now, watched, phaseFrom } = useExportJob.getState()
  if (now?.id !== job.id || now.state !== 'running') return
  useExportJob.setState({ job, phaseFrom: now.phase === job.phase ? phaseFrom : job.elapsed })
  if (job.state !== 'running' && !watched) tell(job)
}

let listening = false

/** @throws AppError */
export async function startExport(asked: AskedExport): Promise<void> {
  if (!listening) client.on('jobs.progressed', follow)
  listening = true
  const { what, options, folder, name } = asked
  const job = await client.call('export.start', { folder: folder.handle, name, scope: scopeOf(what), options })
  useExportJob.setState({ job, asked, folder, phaseFrom: 0 })
  // it may have ended between the answer and this line
  follow(await client.call('jobs.get', { id: job.id }))
}

/** @throws AppError */
export async function cancelExport(job: Job): Promise<void> {
  await client.call('jobs.cancel', { id: job.id })
}
