/** A real small disk, filled up. Mounting one needs user namespaces (Linux); elsewhere only the injected faults run. */
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk } from '../support/workspace-disk.ts'
import { scriptPath, watch } from './node-process.ts'

const MOUNT = 'mount -t tmpfs -o size=3m tmpfs "$0"'
const mountable = spawnSync('unshare', ['-Urm', 'sh', '-c', MOUNT, '/mnt']).status === 0

let disk: Disk
beforeEach(async () => {
  disk = await temporaryDisk()
})
afterEach(() => disk.remove())

it.skipIf(!mountable)('refuses what does not fit, keeps the rest, and goes on when there is room again', async () => {
  const { finished } = watch(
    'unshare',
    ['-Urm', 'sh', '-c', `${MOUNT} && exec "$@"`, disk.folder, process.execPath, scriptPath('full-disk-writer.ts'), disk.folder],
    {},
  )
  const { lines, errors } = await finished
  expect(errors).toBe('')
  const counts = JSON.parse(lines[0] ?? '') as { saved: number; full: number }
  expect(counts).toMatchObject({ other: [], differences: 0, savedAfterwards: true })
  expect(counts.saved).toBeGreaterThan(10)
  expect(counts.full).toBeGreaterThan(5)
})
