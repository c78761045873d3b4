/** Row 10: from nothing to a list that can be used, against an empty window of the same host. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LaunchOptions } from '@playwright/test'
import { openAppData } from '../../src/main/workspace/app-data.ts'
import { author } from '../corpus.ts'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { browserOptions } from './browser-options.ts'
import { launched, type Host } from './launched.ts'

/** A page of records: what the number of records adds to a start is what is more than this. */
const FEW = 20

const serve = resolve(import.meta.dirname, '../../out/main/serve.js')

const empty: Host = {
  args: [fileURLToPath(new URL('empty-host.mjs', import.meta.url))],
  environment: process.env,
  place: (address) => address,
  usable: (page) => page.getByText('Empty').waitFor(),
}

/** Contacts, because their list is the longest. */
async function application(folder: string, scratch: string): Promise<Host> {
  const settings = join(scratch, 'settings')
  await mkdir(settings, { recursive: true })
  await (await openAppData(settings, { clock: Date.now })).identify(author)
  return {
    args: [serve, '--no-open', '--user-data-dir', settings, '--workspace', folder],
    environment: { ...process.env, HOME: scratch, XDG_CONFIG_HOME: join(scratch, '.config') },
    place(address) {
      const url = new URL(address)
      url.pathname = '/contacts'
      return url.href
    },
    // the first row under the head, with what it says in it
    usable: (page) => page.locator('[data-rows] [aria-rowindex="2"]:not([aria-busy])').waitFor({ timeout: 120_000 }),
  }
}

async function measureSize(size: number, { data, runs, report }: Run, options: LaunchOptions): Promise<void> {
  await data.withScratch(async (scratch) => {
    const hosts = [
      empty,
      await application(await data.copy('workspace', FEW, scratch), scratch),
      await application(await data.copy('workspace', size, scratch), scratch),
    ]
    for (const host of hosts) await launched(host, options)
    const times = hosts.map((): number[][] => [])
    for (let run = 0; run < runs; run++) for (const [index, host] of hosts.entries()) times[index]?.push([await launched(host, options)])
    const [bare, few, all] = ['empty window', 'list of contacts', 'list of contacts'].map((what, index) =>
      report.add({ what, records: [0, FEW, size][index] ?? 0, unit: 'ms', runs: times[index] ?? [] }),
    )
    if (!bare || !few || !all) return
    report.goal({ row: 10, what: `window at ${size} against an empty page`, ratio: all.median / bare.median, limit: 1.5 })
    report.goal({ row: 10, what: `window at ${size} against the same with ${FEW} records`, ratio: all.median / few.median, limit: 1.5 })
  })
}

export const benchmark: Benchmark = {
  sizes: [20_000],
  runs: 7,
  async run(options) {
    if (!existsSync(serve)) throw new Error('The application is not built: npm run build')
    const browser = await browserOptions()
    for (const size of options.records) await measureSize(size, options, browser)
  },
}
