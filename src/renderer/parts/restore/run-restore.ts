/** Runs the job that makes a workspace anew from a backup, and opens what it made. */
import type { AppState } from '../../store/session.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Job } from '../../../shared/contract/jobs.ts'
import { client } from '../../api/client.ts'

/** Answers the job when it has ended, in whichever way; `onProgress` hears of every step before. @throws AppError */
export async function runRestore(input: Input<'restore.start'>, onProgress: (job: Job) => void): Promise<Job> {
  const { id } = await client.call('restore.start', input)
  return new Promise((resolve, reject) => {
    const take = (job: Job) => {
      if (job.id !== id) return
      if (job.state === 'running') onProgress(job)
      else {
        stop()
        resolve(job)
      }
    }
    const stop = client.on('jobs.progressed', take)
    // it may have ended between the answer and the line above
    client.call('jobs.get', { id }).then(take, (error: unknown) => {
      stop()
      reject(error)
    })
  })
}

/** @throws AppError */
export const openRestored = (job: Job): Promise<AppState> => client.call('workspace.open', { folder: job.folder ?? '' })
