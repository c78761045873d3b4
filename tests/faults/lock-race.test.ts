/** Processes that race for one workspace, as the hosts, the command line and the bare store open it: never two writers. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { checkWorkspace, createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk, testEnvironment } from '../support/workspace-disk.ts'
import { bundled } from './bundle.ts'
import { watch } from './node-process.ts'
import { figures, tell } from './programme.ts'

const roles = ['electron', 'browser', 'cli', 'store'] as const
const pairs = roles.flatMap((one, index) => roles.slice(index).map((other) => [one, other] as const))

let disk: Disk
afterEach(() => disk.remove())

it(`lets one process write at a time in ${figures.races} races`, async () => {
  disk = await temporaryDisk()
  const folder = join(disk.folder, 'Secretariat')
  const environment = testEnvironment(disk.files)
  const script = await bundled('racer.ts')
  await (await createWorkspace(folder, { name: 'Secretariat', sample: false }, environment)).close()
  const counts = { races: 0, 'one refused': 0, 'one after the other': 0 }
  const titles: string[] = []
  const env = { ...process.env, NODE_COMPILE_CACHE: join(disk.folder, 'cache') }
  for (let race = 0; race < figures.races; race += 1) {
    const pair = pairs[race % pairs.length] ?? ['store', 'store']
    const results = await Promise.all(
      pair.map((role, index) => {
        const number = String(1 + 2 * race + index)
        const own = join(disk.folder, `own-${index}`)
        return watch(process.execPath, [script, role, folder, join(disk.folder, 'alone'), number, own], { env }).finished
      }),
    )
    const where = `race ${race}: ${pair.join(' and ')}`
    expect(
      results.map(({ errors }) => errors),
      where,
    ).toEqual(['', ''])
    const outcomes = results.map(({ lines }) => lines.join('\n'))
    expect(['locked,wrote', 'wrote,wrote'], where).toContain(outcomes.toSorted().join())
    outcomes.forEach((outcome, index) => outcome === 'wrote' && titles.push(`Note ${1 + 2 * race + index}`))
    counts.races += 1
    counts[outcomes.includes('locked') ? 'one refused' : 'one after the other'] += 1
    for (const index of pair.keys()) await rm(join(disk.folder, `own-${index}`), { recursive: true, force: true })
  }
  // two writers at once would have lost one another's records or left lines that do not follow
  const workspace = await openWorkspace(folder, environment)
  expect([...workspace.heads()].map(({ title }) => title).toSorted()).toEqual(titles.toSorted())
  expect(workspace.revision).toBe(titles.length)
  await workspace.close()
  expect((await checkWorkspace(folder, environment)).sound).toBe(true)
  tell('lock races', counts)
})
