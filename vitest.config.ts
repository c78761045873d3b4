import { defineConfig } from 'vitest/config'

/** Kills, failing disks, loss of power; tests/faults/programme.ts says how many. */
const faults = { include: ['tests/faults/**/*.test.ts'], environment: 'node' as const, testTimeout: 300_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], environment: 'node' } },
      { test: { ...faults, name: 'faults' } },
      { test: { ...faults, name: 'faults-full', env: { RAPPORTEUR_FAULTS: 'full' }, testTimeout: 12 * 3_600_000 } },
    ],
  },
})
