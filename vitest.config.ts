import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/support/property-seed.ts']

/** Kills, failing disks, loss of power; tests/faults/programme.ts says how many. */
const faults = { include: ['tests/faults/**/*.test.ts'], environment: 'node' as const, setupFiles, testTimeout: 300_000 }

export default defineConfig({
  test: {
    projects: [
      // a limit for what hangs; how long a test takes is nobody's promise on a machine that is shared
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', setupFiles, testTimeout: 30_000 } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], environment: 'node', setupFiles, testTimeout: 30_000 } },
      { test: { ...faults, name: 'faults' } },
      { test: { ...faults, name: 'faults-full', env: { RAPPORTEUR_FAULTS: 'full' }, testTimeout: 12 * 3_600_000 } },
    ],
  },
})
