import { describe, expect, test } from 'vitest'
import type { Job } from '../../../../src/shared/contract/jobs.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import type { ExportReport } from '../../../../src/shared/contract/jobs.ts'
import { JobRunner, type JobWork } from '../../../../src/main/services/jobs/job-runner.ts'
import type { LogEntry } from '../../../../src/main/rpc/log.ts'

const report: ExportReport = {
  files: 3,
  unchanged: 0,
  removed: 0,
  kept: [],
  damaged: [],
  bytes: 10,
  location: 'somewhere',
  level: 'public',
  withheld: { records: 0, passages: 0, files: 0 },
  drops: [],
  proof: null,
}

function runner() {
  const events: Job[] = []
  const told: (string | undefined)[] = []
  const log: LogEntry[] = []
  let now = 0
  let ids = 0
  const jobs = new JobRunner({
    clock: () => now,
    newId: () => `id ${(ids += 1)}`,
    emit: (_name, payload, client) => {
      if (!told.includes(client)) told.push(client)
      if (client === 'window') events.push(payload as Job)
    },
    log: { error: (entry) => log.push(entry), info: () => undefined },
  })
  return {
    jobs,
    events,
    told,
    log,
    pass: (milliseconds: number) => (now += milliseconds),
    export: (run: JobWork['run']) => jobs.start({ kind: 'export', run }, 'window'),
  }
}

describe('jobs', () => {
  test('have ended when nothing of them runs any more', async () => {
    const { jobs, export: start } = runner()
    let stop: () => void = () => expect.fail('The job has not begun.')
    start(() => new Promise((resolve) => (stop = () => resolve({ report, folder: null }))))
    let isOver = false
    const over = jobs.ended().then(() => (isOver = true))
    await Promise.resolve()
    expect(isOver).toBe(false)
    stop()
    await over
  })

  test('report at most ten times a second, and always their last state', async () => {
    const { jobs, events, pass, export: start } = runner()
    const { job, ended } = start(async ({ onProgress }) => {
      for (let done = 1; done <= 100; done += 1) {
        pass(10)
        onProgress(done, 100)
      }
      return { report, folder: 'handle' }
    })
    expect(job).toMatchObject({ state: 'running', done: 0, elapsed: 0 })
    await ended
    expect(events).toHaveLength(11)
    expect(events.at(-1)).toMatchObject({ state: 'done', done: 100, total: 100, elapsed: 1000, report, folder: 'handle' })
    expect(jobs.get(job.id, 'window')).toEqual(events.at(-1))
  })

  test('are told to who started them, and to who has asked for them', async () => {
    const { jobs, told, events, export: start } = runner()
    await start(() => Promise.resolve({ report, folder: null })).ended
    expect(told).toEqual(['window'])
    const { job, ended } = start(() => Promise.resolve({ report, folder: null }))
    jobs.get(job.id, 'other')
    await ended
    expect(told).toEqual(['window', 'other'])
    expect(events).toHaveLength(2)
  })

  test('stop when they are asked, and say so', async () => {
    const { jobs, events, export: start } = runner()
    const { job, ended } = start(
      ({ signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Stopped. Nothing was left behind.'))),
        ),
    )
    jobs.cancel(job.id)
    await ended
    expect(events).toMatchObject([{ state: 'cancelled', error: null, report: null }])
  })

  test('that fail say why; a defect goes to the log', async () => {
    const { events, log, export: start } = runner()
    await start(() => Promise.reject(new AppError('DISK_FULL', 'The disk is full.', { free: 0 }))).ended
    await start(() => Promise.reject(new TypeError('inside'))).ended
    expect(events).toMatchObject([
      { state: 'failed', error: { code: 'DISK_FULL', details: { free: 0 } } },
      { state: 'failed', error: { code: 'INTERNAL' } },
    ])
    expect(JSON.stringify(events)).not.toContain('inside')
    expect(log).toMatchObject([{ stack: expect.stringContaining('inside') }])
  })

  test('are forgotten when many others have ended since', async () => {
    const { jobs, export: start } = runner()
    const { job, ended } = start(() => Promise.resolve({ report, folder: null }))
    await ended
    for (let more = 0; more < 51; more += 1) await start(() => Promise.resolve({ report, folder: null })).ended
    expect(() => jobs.get(job.id, 'window')).toThrow(/no such job/)
  })
})
