/** Row 9, its part of the search: from a key press in the palette to painted results, in the browser host. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join, resolve } from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { openAppData } from '../../src/main/workspace/app-data.ts'
import { author } from '../corpus.ts'
import type { Benchmark, Run } from '../harness/benchmark.ts'
import { queriesOf } from '../search/queries.ts'
import { browserOptions } from '../window/browser-options.ts'
import { watchPaintedKeys } from './painted-keys.ts'

const KEYS = 200
/** After so long without a change, in milliseconds, nothing more comes of a key. */
const QUIET_MS = 250
const INDEXING_MS = 600_000

const serve = resolve(import.meta.dirname, '../../out/main/serve.js')

/** Settles with the address that the host prints. */
async function startHost(folder: string, scratch: string) {
  const settings = join(scratch, 'settings')
  await mkdir(settings, { recursive: true })
  await (await openAppData(settings, { clock: Date.now })).identify(author)
  const server = spawn(process.execPath, [serve, '--no-open', '--user-data-dir', settings, '--workspace', folder], {
    env: { ...process.env, HOME: scratch, XDG_CONFIG_HOME: join(scratch, '.config') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const address = await new Promise<string>((found, reject) => {
    const lines = createInterface({ input: server.stdout })
    lines.on('line', (line) => {
      const [printed] = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line) ?? []
      if (printed) found(printed)
    })
    lines.once('close', () => reject(new Error('The host printed no address.')))
  })
  return {
    address,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

const field = (page: Page) => page.getByRole('dialog').getByRole('combobox')

/** Searching while the index is built says that more may be found; then everything can be. */
async function indexed(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await field(page).fill('a')
  await page
    .getByRole('dialog')
    .getByRole('status')
    .filter({ hasText: / found in / })
    .filter({ hasNotText: 'so far' })
    .waitFor({ timeout: INDEXING_MS })
  await field(page).fill('')
}

/** Types as a person does, who waits for what each letter finds; null: the key changed nothing that is seen. */
async function typed(page: Page, keys: CDPSession, letter: string): Promise<number | null> {
  // a key of any layout: Playwright's own keyboard has Latin letters only
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
  await page.waitForFunction((quiet) => window.paintedKeys.quiet() > quiet, QUIET_MS, { polling: 50 })
  return page.evaluate(() => window.paintedKeys.take())
}

async function typeTexts(page: Page, texts: readonly string[], keys: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  const times: number[] = []
  for (const text of texts) {
    for (const letter of text) {
      const time = await typed(page, session, letter)
      if (time !== null) times.push(time)
      if (times.length === keys) return times
    }
    await field(page).fill('')
  }
  throw new Error(`Only ${times.length} of ${keys} key presses changed what is shown.`)
}

async function measureSize(size: number, { data, runs, seed, report }: Run): Promise<void> {
  const queries = queriesOf(data.corpus(size), runs * KEYS, seed)
  const texts = queries.map(({ words }) => words.join(' '))
  await data.withScratch(async (scratch) => {
    const host = await startHost(await data.copy('workspace', size, scratch), scratch)
    const browser = await chromium.launch(await browserOptions())
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(host.address)
      // the workspace is open, and its keys are heard
      await page.getByRole('button', { name: /^Search or go to/ }).waitFor({ timeout: INDEXING_MS })
      await indexed(page)
      await page.evaluate(watchPaintedKeys)
      await typeTexts(page, texts.slice(-5), 10)
      await field(page).fill('')
      const times: number[][] = []
      for (let run = 0; run < runs; run++) {
        times.push(await typeTexts(page, texts.slice(run * KEYS, (run + 1) * KEYS), KEYS))
        await field(page).fill('')
      }
      const { p99 } = report.add({ what: 'key press to painted results', records: size, unit: 'ms', runs: times })
      report.goal({ row: 9, what: `key press to painted results at ${size}: p99 of 50 ms`, ratio: p99 / 50, limit: 1 })
    } finally {
      await browser.close()
      await host.stop()
    }
  })
}

export const benchmark: Benchmark = {
  sizes: [20_000, 100_000],
  runs: 3,
  async run(options) {
    if (!existsSync(serve)) throw new Error('The application is not built: npm run build')
    for (const size of options.records) await measureSize(size, options)
  },
}
