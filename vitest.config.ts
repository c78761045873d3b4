import { defineConfig } from 'vitest/config'

/** Kills, failing disks, loss of power; tests/faults/programme.ts says how many. */
const faults = { include: ['tests/faults/**/*.test.ts'], environment: 'node' as const, testTimeout: 300_000 }

/** No test measures time: on a shared machine one may meet a stall, and what hangs is found as well after half a minute. */
const patient = { environment: 'node' as const, testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { ...patient, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { ...patient, name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      { test: { ...faults, name: 'faults' } },
      { test: { ...faults, name: 'faults-full', env: { RAPPORTEUR_FAULTS: 'full' }, testTimeout: 12 * 3_600_000 } },
    ],
  },
})
