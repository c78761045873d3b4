/**
 * Which Chromium the end-to-end tests drive. On Linux x64 it comes from the npm registry as a package, so a fresh
 * machine needs nothing else; elsewhere an installed Chrome or Edge serves.
 */
import type { LaunchOptions } from '@playwright/test'

// nothing of the browser itself may reach for the network
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export const isPackaged = process.platform === 'linux' && process.arch === 'x64'

export async function browserExecutable(): Promise<LaunchOptions> {
  if (isPackaged) {
    const { default: chromium } = await import('@sparticuz/chromium')
    const root = process.getuid?.() === 0
    return { executablePath: await chromium.executablePath(), args: [...quiet, '--headless=new', ...(root ? ['--no-sandbox'] : [])] }
  }
  return { channel: process.platform === 'win32' ? 'msedge' : 'chrome', args: quiet }
}
