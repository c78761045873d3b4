/** The browser host: the application in plain Node, its window a page of a Chromium that the test drives. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, expect } from '@playwright/test'
import type { Host } from '../../../src/shared/transport.ts'
import { ended, environment, root, settingsFolder, watch, type Application, type LaunchOptions } from './application.ts'
import { browserExecutable } from './browser-executable.ts'

async function serve({ home, workspace }: LaunchOptions) {
  const args = [join(root, 'out/main/serve.js'), '--no-open', '--user-data-dir', settingsFolder(home)]
  if (workspace) args.push('--workspace', workspace)
  const server = spawn(process.execPath, args, { env: environment(home), stdio: ['pipe', 'pipe', 'pipe'] })
  let complaints = ''
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const lines = createInterface({ input: server.stdout })
  const address = await Promise.race([
    (async () => {
      for await (const line of lines) {
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)
        if (found) return found[0]
      }
      return undefined
    })(),
    once(server, 'exit').then(() => undefined),
  ])
  if (!address) throw new Error(`The browser host printed no address.\n${complaints}`)
  return { server, address }
}

export async function launchBrowser(options: LaunchOptions): Promise<Application> {
  const [{ server, address }, browser] = await Promise.all([serve(options), browserExecutable().then((how) => chromium.launch(how))])
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Asia/Almaty',
  })
  const watched = watch(context)
  const page = await context.newPage()
  await page.goto(address)
  return {
    page,
    ...watched,
    origin: new URL(address).origin,
    windows: () => context.pages(),
    async secondWindow(target) {
      const url = await page.evaluate(async (to) => {
        const { host } = window as unknown as { host: Host }
        const reply = await host.call('windows.open', { address: to })
        return reply.ok ? (reply.value as { url: string }).url : reply.error.message
      }, target)
      const second = await context.newPage()
      await second.goto(url)
      return second
    },
    async answerDialog(open, folderName) {
      await open()
      const dialog = page.getByRole('dialog', { name: /folder/i })
      // it begins where one was chosen last
      await dialog.getByRole('button', { name: 'This computer' }).click()
      await dialog.getByRole('option', { name: 'Home', exact: true }).dblclick()
      await dialog.getByRole('option', { name: folderName, exact: true }).click()
      await dialog.getByRole('button', { name: /^Use this (?:folder|zip file)/ }).click()
    },
    async answerFiles(open, paths) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
      await chooser.setFiles([...paths])
    },
    async savedFile(save) {
      const [download] = await Promise.all([page.waitForEvent('download'), save()])
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
    },
    async draggedFile(row) {
      const start = async () => {
        const transfer = await page.evaluateHandle(() => new DataTransfer())
        await row.dispatchEvent('dragstart', { dataTransfer: transfer })
        return transfer.evaluate((data) => data.getData('DownloadURL'))
      }
      await row.dispatchEvent('pointerdown')
      await expect.poll(start).not.toBe('')
      const [, name = '', address = ''] = /^[^:]+:([^:]+):(.*)$/.exec(await start()) ?? []
      // as the browser fetches it where it is dropped
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.evaluate((href) => Object.assign(document.createElement('a'), { href, download: '' }).click(), address),
      ])
      return { name, text: await readFile(await download.path(), 'utf8') }
    },
    async declineOutside(follow) {
      await follow()
      const question = page.getByRole('alertdialog', { name: 'Open this address outside Rapporteur?' })
      const asked = await question.innerText()
      await question.getByRole('button', { name: 'Cancel' }).click()
      await question.waitFor({ state: 'hidden' })
      return asked
    },
    async kill() {
      server.kill('SIGKILL')
      await ended(server)
    },
    async close() {
      await browser.close()
      server.kill('SIGTERM')
      await ended(server)
    },
  }
}
