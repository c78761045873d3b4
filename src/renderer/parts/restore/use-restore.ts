import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../shared/contract/index.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import { hostReason } from '../../api/format-error.ts'
import { AppError } from '../../../shared/errors.ts'
import { showToast } from '../../store/toasts.ts'
import { runRestore } from './run-restore.ts'

export interface Restoring {
  /** While it runs. */
  readonly job: Job | null
  readonly busy: boolean
  readonly error: string | undefined
  /** Runs something that may fail, and says why it did. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>
  readonly restore: (input: Input<'restore.start'>) => Promise<void>
}

/** One thing at a time, and the words for what went wrong. `onMade`: the workspace lies in `job.folder`; what it throws is shown. */
export function useRestore(onMade: (job: Job) => Promise<void>): Restoring {
  const { t } = useTranslation('restore')
  const [job, setJob] = useState<Job | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      setError(hostReason(cause))
    } finally {
      setBusy(false)
    }
  }
  const restore = (input: Input<'restore.start'>) =>
    attempt(async () => {
      const ended = await runRestore(input, setJob).finally(() => setJob(null))
      if (ended.error) throw new AppError(ended.error.code, ended.error.message, ended.error.details)
      if (ended.state === 'cancelled') return setError(t('cancelled'))
      const leftOut = ended.leftOut?.length ?? 0
      // it says what is missing also where the form is gone by then
      if (leftOut > 0) showToast({ message: t('leftOut', { count: leftOut }), tone: 'bad', duration: 60_000 })
      await onMade(ended)
    })
  return { job, busy, error, attempt, restore }
}
