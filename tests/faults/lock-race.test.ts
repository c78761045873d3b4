/** Processes that race for one workspace: never two writers. RAPPORTEUR_RACES says how many races. */
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk, testEnvironment } from '../support/workspace-disk.ts'
import { runScript } from './node-process.ts'

const RACES = Number(process.env['RAPPORTEUR_RACES'] ?? 20)

let disk: Disk
afterEach(() => disk.remove())

it(`lets one process write at a time in ${RACES} races`, async () => {
  disk = await temporaryDisk()
  const folder = join(disk.folder, 'Secretariat')
  const environment = testEnvironment(disk.files)
  await (await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)).close()
  let wrote = 0
  for (let number = 0; number < RACES; number += 1) {
    const racers = Array.from({ length: 2 }, () => runScript('racer.ts', [folder, join(disk.folder, 'alone')]).finished)
    const results = await Promise.all(racers)
    expect(results.map(({ errors }) => errors)).toEqual(['', ''])
    const outcomes = results.flatMap(({ lines }) => lines)
    expect(outcomes).toHaveLength(2)
    expect(outcomes).toContain('wrote')
    wrote += outcomes.filter((outcome) => outcome === 'wrote').length
  }
  const workspace = await openWorkspace(folder, environment)
  expect(workspace.revision).toBe(wrote)
  await workspace.close()
})
