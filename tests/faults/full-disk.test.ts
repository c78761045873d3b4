/** A real small disk, filled up. Mounting one needs user namespaces (Linux); elsewhere only the injected faults run. */
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk } from '../support/workspace-disk.ts'
import { scriptPath, watch } from './node-process.ts'
import { tell } from './programme.ts'

const mountOf = (megabytes: number) => `mount -t tmpfs -o size=${megabytes}m tmpfs "$0"`
const mountable = spawnSync('unshare', ['-Urm', 'sh', '-c', mountOf(3), '/mnt']).status === 0

let disk: Disk
beforeEach(async () => {
  disk = await temporaryDisk()
})
afterEach(() => disk.remove())

/** Runs a script on a disk of so many megabytes; answers the counts that it prints. */
async function onSmallDisk<T extends Record<string, unknown>>(megabytes: number, script: string, ...args: string[]): Promise<T> {
  const shell = `${mountOf(megabytes)} && exec "$@"`
  const command = [process.execPath, scriptPath(script), disk.folder, ...args]
  const { finished } = watch('unshare', ['-Urm', 'sh', '-c', shell, disk.folder, ...command], {})
  const { lines, errors } = await finished
  expect(errors).toBe('')
  const counts = JSON.parse(lines[0] ?? '') as T
  tell(
    [script.replace('.ts', ''), ...args].join(' '),
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
  )
  return counts
}

it.skipIf(!mountable)('refuses what does not fit, keeps the rest, and goes on when there is room again', async () => {
  const counts = await onSmallDisk<{ saved: number; full: number }>(3, 'full-disk-writer.ts')
  expect(counts).toMatchObject({ other: [], differences: 0, savedAfterwards: true })
  expect(counts.saved).toBeGreaterThan(10)
  expect(counts.full).toBeGreaterThan(5)
})

it.skipIf(!mountable)(
  'refuses a compaction that does not fit, keeps every version, leaves nothing lying, and does it in enough room',
  async () => {
    const counts = await onSmallDisk<{ full: number; saved: number; dropped: number }>(6, 'full-disk-compactor.ts')
    expect(counts).toMatchObject({ rounds: 3, other: [], differences: 0, leftovers: 0 })
    expect(counts.full).toBeGreaterThan(10)
    expect(counts.dropped).toBeGreaterThan(50)
  },
)

it.skipIf(!mountable).each(['told', 'untold'])(
  'refuses a file that does not fit, keeps the files that are there, leaves no half one, and adds it in enough room (room %s)',
  async (room) => {
    const counts = await onSmallDisk<{ full: number }>(8, 'full-disk-attacher.ts', room)
    expect(counts).toMatchObject({ added: 16, other: [], differences: 0, leftovers: 0, notWhole: 0 })
    expect(counts.full).toBeGreaterThan(5)
  },
)
