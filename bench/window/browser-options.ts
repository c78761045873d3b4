import type { LaunchOptions } from '@playwright/test'

/** The Chromium that the end-to-end tests drive, or the installed Chrome. */
export async function browserOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: process.platform === 'win32' ? 'msedge' : 'chrome' }
  const { default: packaged } = await import('@sparticuz/chromium')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return {
    executablePath: await packaged.executablePath(),
    args: ['--headless=new', '--no-first-run', '--disable-background-networking', ...args],
  }
}
