/** A folder on a disk that is really mounted for reading only. Needs user namespaces (Linux). */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWorkspace } from '../../src/main/workspace/index.ts'
import { anna, newNote } from '../support/new-record.ts'
import type { Disk } from '../support/workspace-disk.ts'
import { temporaryDisk, testEnvironment } from '../support/workspace-disk.ts'
import { scriptPath, watch } from './node-process.ts'

const MOUNT = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"'

let disk: Disk
let mountable: boolean
beforeEach(async () => {
  disk = await temporaryDisk()
  mountable = spawnSync('unshare', ['-Urm', 'sh', '-c', MOUNT, disk.folder]).status === 0
})
afterEach(() => disk.remove())

it('opens for reading, says why, and refuses changes and new workspaces', async ({ skip }) => {
  if (!mountable) skip('No read-only disk can be mounted here.')
  const workspace = await createWorkspace(
    join(disk.folder, 'Secretariat'),
    { name: 'Secretariat', sample: false },
    testEnvironment(disk.files),
  )
  await workspace.transact(anna, async (transaction) => transaction.put(newNote(1), 0))
  await workspace.close()
  const { finished } = watch(
    'unshare',
    ['-Urm', 'sh', '-c', `${MOUNT} && exec "$@"`, disk.folder, process.execPath, scriptPath('read-only-reader.ts'), disk.folder],
    {},
  )
  const { lines, errors } = await finished
  expect(errors).toBe('')
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    inspected: { holds: 'workspace', syncedBy: '', writable: false },
    readOnly: 'permission',
    titles: ['Note 1'],
    put: 'READ_ONLY',
    create: 'READ_ONLY',
  })
})
