import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import type { HostOptions } from './tests/support/e2e/launch.ts'

// in real Electron the repository is read-only: everything a run leaves behind lies in the temporary folder
const inJail = process.env['REAL_ELECTRON'] !== undefined

export default defineConfig<HostOptions>({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/e2e/unpack-browser.ts',
  outputDir: inJail ? join(tmpdir(), 'out', 'test-results') : 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // on a shared machine a test may meet a stall; a second try is reported as flaky, never as a clean pass
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    // a trace costs every test half as much again: asked for, not kept in store; a failure leaves a picture and the roles
    trace: process.env['RAPPORTEUR_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts', testIgnore: '**/electron-*.spec.ts', use: { host: 'browser' } },
    { name: 'electron', testMatch: '**/*.spec.ts', use: { host: 'electron' } },
    { name: 'screens', testMatch: '**/*.screens.ts', use: { host: 'browser' } },
  ],
})
