/** The end-to-end fixtures: a fresh home a test, the application on the project's host, and promises kept by every test. */
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { openAppData } from '../../../src/main/workspace/app-data.ts'
import { leftTheApplication, settingsFolder } from './application.ts'
import { runCli } from './cli.ts'
import { launch, type Application, type HostOptions, type LaunchOptions } from './launch.ts'

/** Who works in the tests that do not ask for a name. */
export const person = { name: 'Aigerim Omarova', device: 'Office laptop' }

export interface Fixtures {
  /** The home folder of this test; also where its workspaces lie. */
  readonly home: string
  /** Starts the application; closed after the test. May be called again after `kill` or `close`. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Application>
  /** A copy of the sample workspace in the home, of a person who has been here before. */
  readonly workspace: string
  /** The application with that workspace open. */
  readonly app: Application
}

interface WorkerFixtures {
  readonly sample: string
}

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
  host: ['browser', { option: true }],
  home: async ({ host }, provide) => {
    const home = await mkdtemp(join(tmpdir(), `rapporteur-${host}-`))
    await provide(home)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ host, home }, provide) => {
    const started: Application[] = []
    await provide(async (options = {}) => {
      const application = await launch(host, { home, ...options })
      started.push(application)
      return application
    })
    for (const application of started) await application.close()
    // nothing leaves the machine: every request of every window of every test went to the application itself
    expect(started.flatMap(leftTheApplication), 'requests that left the application').toEqual([])
  },
  sample: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off a pattern
    async ({}, provide) => {
      const home = await mkdtemp(join(tmpdir(), 'rapporteur-sample-'))
      const { code, stderr } = await runCli(home, ['sample', 'Hub'])
      if (code !== 0) throw new Error(`The sample workspace could not be made: ${stderr}`)
      await provide(join(home, 'Hub'))
      await rm(home, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  workspace: async ({ home, sample }, provide) => {
    const workspace = join(home, 'Hub')
    await cp(sample, workspace, { recursive: true })
    await (await openAppData(settingsFolder(home))).identify(person)
    await provide(workspace)
  },
  app: async ({ start, workspace }, provide) => {
    const app = await start({ workspace })
    // the first keys are for what is on the screen
    await expect(app.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 })
    await provide(app)
    expect(app.errors, 'errors in the windows’ consoles').toEqual([])
  },
})

export { expect }
