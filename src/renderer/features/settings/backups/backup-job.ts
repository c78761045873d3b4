/** The backup that is made by hand. It goes on when the settings are left. */
import { create } from 'zustand'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { AppError } from '../../../../shared/errors.ts'
import { client } from '../../../api/client.ts'
import { formatError } from '../../../api/format-error.ts'
import { i18n } from '../../../i18n/index.ts'
import { missingFilesValues, useBackups } from '../../../store/backups.ts'
import { showToast } from '../../../store/toasts.ts'

export const useBackupJob = create<{ readonly job: Job | null }>(() => ({ job: null }))

function follow(job: Job): void {
  const { job: now } = useBackupJob.getState()
  if (now?.id !== job.id) return
  useBackupJob.setState({ job: job.state === 'running' ? job : null })
  if (job.state === 'done') tellDone()
  // the host's sentence: the general words of a code speak of the workspace, not of its backup
  else if (job.state === 'failed') showToast({ message: job.error?.message ?? formatError(new AppError('INTERNAL', '')), tone: 'bad' })
}

/** The state of the files is told before the end of the job. */
function tellDone(): void {
  const { status } = useBackups.getState()
  if (status?.missingFiles) showToast({ message: i18n.t('backups:doneWithout', missingFilesValues(status)), tone: 'bad' })
  else showToast({ message: i18n.t('backups:done'), tone: 'good' })
}

let listening = false

/** @throws AppError */
export async function startBackup(): Promise<void> {
  if (!listening) client.on('jobs.progressed', follow)
  listening = true
  const job = await client.call('backups.make', {})
  useBackupJob.setState({ job })
  // it may have ended between the answer and this line
  follow(await client.call('jobs.get', { id: job.id }))
}
