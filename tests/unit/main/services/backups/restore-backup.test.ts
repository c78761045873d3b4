import { beforeEach, expect, test } from 'vitest'
import { previewBackup, restoreBackup, type Chosen, type Target } from '../../../../../src/main/services/backups/restore-backup.ts'
import { AttachmentStore } from '../../../../../src/main/workspace/attachments/attachment-store.ts'
import { countRecords, makeBackup, ownBackups, takeSnapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import { pathsIn } from '../../../../../src/main/workspace/layout.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'
const paths = pathsIn(FOLDER)

let files: MemoryFileSystem
let workspace: Workspace
let chosen: Chosen

const put = (number: number, text: string) =>
  workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, `${text} ${'x'.repeat(500)}`), 0))

/** Changes a letter in a closed segment while nobody has it open: opening does not look at it again. */
async function spoil(text: string): Promise<void> {
  for (const name of await files.list(paths.segments)) {
    const path = paths.segment(name)
    const bytes = Buffer.from(files.bytesOf(path) ?? [])
    const at = bytes.indexOf(text)
    if (at < 0) continue
    bytes.write('!', at)
    files.put(path, bytes)
    return
  }
  throw new Error(`“${text}” is in no segment.`)
}

beforeEach(async () => {
  files = new MemoryFileSystem()
  await files.createFolder('/disk')
  const environment = testEnvironment(files, 2 * 1024)
  workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environment)
  for (const number of [1, 2, 3]) await put(number, `body of ${number}`)
  const folder = ownBackups(files, FOLDER)
  const counts = await countRecords(workspace)
  const snapshot = await workspace.whileStill(() => takeSnapshot(files, FOLDER, workspace.revision, counts))
  const backup = await makeBackup(folder, snapshot, { files, clock: environment.clock, reason: 'hand', copyAttachments: false })
  chosen = { folder, backup }
  for (const number of [4, 5, 6, 7, 8]) await put(number, `body of ${number}`)
  await workspace.close()
  await spoil('body of 2')
  await spoil('body of 5')
  workspace = await openWorkspace(FOLDER, environment)
  expect(workspace.readOnly).toBeNull()
  await expect(workspace.read(idOf(2))).rejects.toMatchObject({ code: 'DAMAGED' })
})

const sources = () => ({ files, store: new AttachmentStore(FOLDER, { files }), folders: [chosen.folder] })

test('a record that cannot be read gets the state that the backup has, and what is whole stays as it is', async () => {
  const preview = await previewBackup(sources(), chosen, workspace)
  expect(preview.older.first.map(({ title }) => title)).toEqual(['Note 2'])
  const target: Target = { workspace, transact: (work) => workspace.transact(anna, work, { kind: 'command' }) }
  // note 5 was made since and cannot be read: there is nothing to put into the trash
  expect(await restoreBackup(sources(), chosen, target, { author: anna, at: '2023-10-05T10:00:00.000Z' })).toMatchObject({ changed: 5 })
  expect(await workspace.read(idOf(2))).toMatchObject({ body: expect.stringMatching(/^body of 2 /), rev: 2 })
  expect(workspace.head(idOf(1))?.rev).toBe(1)
  await workspace.close()
})
