/** Long work: started, watched and stopped by its id. */
import type { Job } from '../../../shared/contract/jobs.ts'
import type { Emit } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Log } from '../../rpc/log.ts'
import type { Clock, NewId } from '../../workspace/port.ts'
import { Leases } from '../leases.ts'

/** At most ten events a second. */
const EVENT_INTERVAL_MS = 100
/** Finished jobs that can still be asked for. */
const FINISHED_KEPT = 50

export interface JobWork {
  readonly kind: Job['kind']
  /** Answers what the finished job carries. Throws AppError CANCELLED when it noticed the signal. */
  readonly run: (control: {
    onProgress(done: number, total: number, phase?: Job['phase']): void
    readonly signal: AbortSignal
  }) => Promise<Pick<Job, 'report' | 'folder' | 'leftOut' | 'plan' | 'imported'>>
}

interface Entry {
  job: Job
  /** Windows that hear of it. */
  readonly clients: Set<string>
  readonly startedAt: number
  readonly controller: AbortController
  emittedAt: number
}

export interface JobRunnerOptions {
  readonly clock: Clock
  readonly newId: NewId
  readonly emit: Emit
  readonly log: Log
}

export class JobRunner {
  readonly #options: JobRunnerOptions
  readonly #entries = new Map<string, Entry>()
  readonly #running = new Leases()

  constructor(options: JobRunnerOptions) {
    this.#options = options
  }

  /** Answers the job as it begins for `client`, and a promise that settles when it has ended in whichever way. */
  start({ kind, run }: JobWork, client: string): { readonly job: Job; readonly ended: Promise<void> } {
    const id = this.#options.newId()
    const job: Job = { id, kind, state: 'running', done: 0, total: 0, elapsed: 0, folder: null, report: null, error: null }
    const entry: Entry = {
      job,
      clients: new Set([client]),
      startedAt: this.#options.clock(),
      controller: new AbortController(),
      emittedAt: -Infinity,
    }
    this.#entries.set(id, entry)
    this.#dropFinished()
    const ended = this.#run(entry, run)
    this.#running.hold(ended)
    return { job, ended }
  }

  /** From now on `client` hears of it too. @throws AppError NOT_FOUND */
  get(id: string, client: string): Job {
    const { job, clients } = this.#find(id)
    clients.add(client)
    return job
  }

  /** Asks a job to stop; it says itself when it has. @throws AppError NOT_FOUND */
  cancel(id: string): void {
    this.#find(id).controller.abort()
  }

  cancelAll(): void {
    for (const { controller, job } of this.#entries.values()) if (job.state === 'running') controller.abort()
  }

  /** Settles when no job runs any more. */
  ended(): Promise<void> {
    return this.#running.ended()
  }

  #find(id: string): Entry {
    const entry = this.#entries.get(id)
    if (!entry) throw new AppError('NOT_FOUND', 'There is no such job; it ended long ago or in another sitting.', { id: id.slice(0, 100) })
    return entry
  }

  async #run(entry: Entry, run: JobWork['run']): Promise<void> {
    const { signal } = entry.controller
    const onProgress = (done: number, total: number, phase?: Job['phase']) =>
      this.#report(entry, { done, total, ...(phase && { phase }) }, false)
    try {
      const result = await run({ onProgress, signal })
      this.#report(entry, { ...result, state: 'done' }, true)
    } catch (error) {
      this.#report(entry, this.#ending(error), true)
    }
  }

  #ending(error: unknown): Partial<Job> {
    if (error instanceof AppError) {
      const { code, message, details } = error
      return code === 'CANCELLED' ? { state: 'cancelled' } : { state: 'failed', error: { code, message, details: { ...details } } }
    }
    const correlationId = this.#options.newId()
    this.#options.log.error({
      message: 'A job failed unexpectedly.',
      correlationId,
      stack: error instanceof Error ? error.stack : String(error),
    })
    const message = `Something in the application failed; your records are untouched. The log has it under ${correlationId}.`
    return { state: 'failed', error: { code: 'INTERNAL', message, details: { correlationId } } }
  }

  #report(entry: Entry, change: Partial<Job>, isLast: boolean): void {
    const now = this.#options.clock()
    entry.job = { ...entry.job, ...change, elapsed: Math.max(0, Math.round(now - entry.startedAt)) }
    if (!isLast && now - entry.emittedAt < EVENT_INTERVAL_MS) return
    entry.emittedAt = now
    for (const client of entry.clients) this.#options.emit('jobs.progressed', entry.job, client)
  }

  #dropFinished(): void {
    const finished = [...this.#entries.values()].filter(({ job }) => job.state !== 'running')
    for (const { job } of finished.slice(0, Math.max(0, finished.length - FINISHED_KEPT))) this.#entries.delete(job.id)
  }
}
