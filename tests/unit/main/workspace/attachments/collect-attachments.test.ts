import { beforeEach, expect, test } from 'vitest'
import { BackupShelf } from '../../../../../src/main/services/backups/backup-shelf.ts'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { collectAttachments } from '../../../../../src/main/workspace/attachments/collect-attachments.ts'
import { countRecords, makeBackup, takeSnapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'

let files: MemoryFileSystem
let workspace: Workspace
let store: AttachmentStore
let shelf: BackupShelf
let sha256: string

beforeEach(async () => {
  files = new MemoryFileSystem()
  await files.createFolder('/disk')
  workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, testEnvironment(files))
  store = new AttachmentStore(FOLDER, { files, freeBytes: async () => undefined })
  shelf = new BackupShelf(files, FOLDER, workspace)
  const incoming = await store.receive(5)
  await incoming.write(Buffer.from('photo'))
  sha256 = (await incoming.finish()).sha256
  store.unpin(sha256)
})

const collect = () =>
  collectAttachments(workspace, store, {
    pace: () => undefined,
    signal: new AbortController().signal,
    backedUp: () => shelf.attachmentsNamed(),
    backupPath: (hash) => shelf.folder.attachmentPath({ sha256: hash }),
  })

async function backUp(): Promise<string> {
  const counts = await countRecords(workspace)
  const snapshot = await workspace.whileStill(() => takeSnapshot(files, FOLDER, workspace.revision, counts))
  const options = { files, clock: () => Date.UTC(2023, 5, 15), reason: 'hand', copyAttachments: false } as const
  return (await makeBackup(shelf.folder, snapshot, options)).name
}

test('what nothing names goes', async () => {
  expect(await collect()).toBe(1)
  await expect(store.verify(sha256)).rejects.toMatchObject({ code: 'MISSING' })
})

test('what a backup names moves to the backups, where it stays', async () => {
  await backUp()
  expect(await collect()).toBe(1)
  await expect(store.verify(sha256)).rejects.toMatchObject({ code: 'MISSING' })
  expect(Buffer.from(await files.readFile(shelf.folder.attachmentPath({ sha256 }))).toString()).toBe('photo')
  await shelf.folder.rotate()
  expect(await shelf.folder.holds(shelf.folder.attachmentPath({ sha256 }), 5)).toBe(true)
})

test('nothing goes while a list of a backup cannot be read, which may name it', async () => {
  files.put(`${FOLDER}/backups/${await backUp()}.json`, Buffer.from('no list'))
  expect(await collect()).toBe(0)
  expect(await store.verify(sha256)).toBe(5)
})
