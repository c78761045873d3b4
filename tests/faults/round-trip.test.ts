/** Random workspaces go out as markdown and come in again, in every layout, style of links and language: nothing is lost. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { RoundTrips } from '../support/round-trip.ts'
import { figures, tell } from './programme.ts'

let folder: string
let trips: RoundTrips
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-round-trip-'))
  trips = new RoundTrips(folder)
  await trips.begin()
})
afterAll(async () => {
  tell('round-trip', trips.counts)
  await rm(folder, { recursive: true, force: true })
})

it('gives back every workspace as it was', async () => {
  // what is found is worth more than a small example of it, which takes hours
  await fc.assert(trips.property(), { numRuns: figures.roundTrips, endOnFailure: true })
})
