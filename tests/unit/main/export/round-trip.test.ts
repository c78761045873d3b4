import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { RoundTrips } from '../../../support/round-trip.ts'

/** More on demand: EXPORT_RUNS=5000; the full programme runs 2,000 (tests/faults/round-trip.test.ts). */
const RUNS = Number(process.env['EXPORT_RUNS'] ?? 15)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-export-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it(
  'gives back every workspace as it was, in every layout, style of links and language',
  async () => {
    const trips = new RoundTrips(folder)
    await trips.begin()
    await fc.assert(trips.property(), { numRuns: RUNS, interruptAfterTimeLimit: RUNS * 600 + 10_000 })
    expect(Object.keys(trips.counts).length).toBeGreaterThan(1)
  },
  RUNS * 600 + 30_000,
)
