/** The end-to-end fixture: a fresh home a test, the application on the project's host, and two promises kept by every test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { launch, type Application, type HostOptions, type LaunchOptions } from './launch.ts'

export interface Fixtures {
  /** The home folder of this test; also where its workspaces lie. */
  readonly home: string
  /** Starts the application; closed after the test. May be called again after `kill` or `close`. */
  readonly start: (options?: Omit<LaunchOptions, 'home'>) => Promise<Application>
}

export const test = base.extend<Fixtures & HostOptions>({
  host: ['browser', { option: true }],
  home: async ({ host }, provide) => {
    const home = await mkdtemp(join(tmpdir(), `rapporteur-${host}-`))
    await provide(home)
    await rm(home, { recursive: true, force: true })
  },
  start: async ({ host, home }, provide) => {
    const started: Application[] = []
    await provide(async (options = {}) => {
      const application = await launch(host, { ...options, home })
      started.push(application)
      return application
    })
    for (const application of started) await application.close()
    // nothing leaves the machine: every request of every window of every test went to the application itself
    const elsewhere = started.flatMap(({ requests, origin }) =>
      requests.filter((url) => !url.startsWith(origin) && !/^(data|blob|devtools):/.test(url)),
    )
    expect(elsewhere, 'requests that left the application').toEqual([])
  },
})

export { expect }
