/**
 * Before the workers start: the packaged Chromium unpacks itself where it is asked for first, and two workers that ask
 * at once would each start a half of it. So would a run that was stopped while unpacking; its half is thrown away.
 */
import { execFileSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { browserExecutable, isPackaged } from './browser-executable.ts'

export default async function unpackBrowser(): Promise<void> {
  // real Electron brings its own
  if (!isPackaged || process.env['REAL_ELECTRON'] !== undefined) return
  const { executablePath = '' } = await browserExecutable()
  try {
    execFileSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' })
  } catch {
    // torn: the next answer unpacks it again
    await rm(executablePath, { force: true })
    execFileSync((await browserExecutable()).executablePath ?? '', ['--version', '--no-sandbox'], { stdio: 'ignore' })
  }
}
