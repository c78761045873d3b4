/** Watching and stopping long work. */
import type { jobMethods } from '../../../shared/contract/jobs.ts'
import type { Service } from '../service-context.ts'
import type { JobRunner } from './job-runner.ts'

export function jobsService(runner: JobRunner): Service<typeof jobMethods> {
  return {
    'jobs.get': ({ id }, { client }) => Promise.resolve(runner.get(id, client)),

    /** Answers at once; the job says by its events when it has stopped. */
    'jobs.cancel': ({ id }) => {
      runner.cancel(id)
      return Promise.resolve({})
    },
  }
}
