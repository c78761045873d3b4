/** A browser host and its window, from nothing; the same steps for the application and for an empty page. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type LaunchOptions, type Page } from '@playwright/test'

export interface Host {
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Where the window is to be, from the address that the host prints. */
  place(address: string): string
  /** Settles when the window shows what it is for. */
  usable(page: Page): Promise<unknown>
}

/** In milliseconds, from before the host's process is started. */
export async function launched({ args, environment, place, usable }: Host, browserOptions: LaunchOptions): Promise<number> {
  const began = performance.now()
  const server = spawn(process.execPath, [...args], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  const lines = createInterface({ input: server.stdout })
  const printed = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)
      if (found) resolve(found[0])
    })
    lines.once('close', () => reject(new Error('The host printed no address.')))
  })
  const [address, browser] = await Promise.all([printed, chromium.launch(browserOptions)])
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(place(address), { waitUntil: 'commit' })
    await usable(page)
    return performance.now() - began
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await ended
  }
}
