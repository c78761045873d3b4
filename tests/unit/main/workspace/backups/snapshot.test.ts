import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countRecords, takeSnapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'

test('no save waits for the attachments to be listed: that is done when the workspace need not stand still any more', async () => {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, testEnvironment(files))
  const sha256 = createHash('sha256').update('picture').digest('hex')
  const name = `attachments/${sha256.slice(0, 2)}/${sha256}`
  const path = join(FOLDER, name)
  files.put(path, Buffer.from('picture'))
  files.put(join(FOLDER, 'attachments', '.incoming-0123456789abcdef.tmp'), Buffer.from('half'))
  const counts = await countRecords(workspace)
  const before = files.operations.length
  const snapshot = await workspace.whileStill(() => takeSnapshot(files, FOLDER, workspace.revision, counts))
  // however many there are
  expect(files.operations.slice(before)).toHaveLength(2)
  expect(await snapshot.attachments()).toEqual([{ name, bytes: 7, sha256, path }])
  const listed = files.operations.length
  await snapshot.attachments()
  expect(files.operations).toHaveLength(listed)
  await workspace.close()
})
