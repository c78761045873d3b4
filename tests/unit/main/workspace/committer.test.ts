import { expect, it } from 'vitest'
import { ColumnsFile } from '../../../../src/main/workspace/columns/columns-file.ts'
import { examineManifest } from '../../../../src/main/workspace/examine.ts'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SegmentWriter } from '../../../../src/main/workspace/journal/segment-writer.ts'
import { JournalWorkspace } from '../../../../src/main/workspace/journal-workspace.ts'
import { pathsIn } from '../../../../src/main/workspace/layout.ts'
import { loadJournal } from '../../../../src/main/workspace/load-journal.ts'
import { openedOf } from '../../../../src/main/workspace/opened-workspace.ts'
import { lockWorkspace } from '../../../../src/main/workspace/workspace-lock.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { FOLDER, savedTwice } from '../../../support/workspace-files.ts'

async function parts(files: MemoryFileSystem) {
  const environment = testEnvironment(files)
  const paths = pathsIn(FOLDER)
  const { content: manifest } = await examineManifest(files, paths.manifest)
  if (!manifest) return expect.fail('There is a manifest.')
  const columnsFile = new ColumnsFile(files, paths.derived)
  const { columns, end, revision } = await loadJournal({ files, paths, columnsFile, newId: environment.newId }, manifest)
  const lock = await lockWorkspace(paths, environment)
  const writer = await SegmentWriter.resume(files, paths.segment(manifest.active), end)
  const opened = openedOf({ paths, manifest, columns, columnsFile, writer, lock, revision, behind: 0, notices: [] }, environment)
  return { opened, columns, revision, environment, lock }
}

/** A defect in what memory holds: its columns take nothing more. */
async function defective(files: MemoryFileSystem): Promise<JournalWorkspace> {
  const { opened, columns, revision, environment } = await parts(files)
  columns.apply([{ erased: idOf(999), sequence: 1_000, revision }])
  return new JournalWorkspace(opened, environment)
}

it('never writes columns that say they hold what they do not', async () => {
  const files = await savedTwice()
  const { opened, columns, lock } = await parts(files)
  const { journal } = opened
  if (!journal) return expect.fail('It can be written.')
  const payload = Buffer.from(JSON.stringify(newNote(3)))
  await journal.append([{ kind: 'P', last: true, revision: 3, payload }], 1)
  // before the columns have taken it
  await journal.writeColumns(columns)
  await lock.release()
  const again = await openWorkspace(FOLDER, testEnvironment(files.afterProcessExit()))
  expect([again.revision, again.head(idOf(3))?.title]).toEqual([3, 'Note 3'])
  await again.close()
})

it('takes no more changes when memory could not follow what is on the disk, and the next opening shows it', async () => {
  const files = await savedTwice()
  const workspace = await defective(files)
  const told: unknown[] = []
  workspace.onReadOnly((reason) => told.push(reason))
  const save = (number: number) => workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
  const saving = save(3)
  const behind = save(4)
  const unclear = { code: 'INTERNAL', message: expect.stringContaining('open it again to see what was saved') }
  await expect(saving).rejects.toMatchObject(unclear)
  await expect(behind).rejects.toMatchObject({ code: expect.stringMatching(/INTERNAL|READ_ONLY/) })
  expect(told).toEqual(['ioError'])
  await expect(save(5)).rejects.toMatchObject({ code: 'READ_ONLY' })
  expect(workspace.revision).toBe(2)
  await workspace.close()

  const again = await openWorkspace(FOLDER, testEnvironment(files))
  expect(again.head(idOf(3))?.title).toBe('Note 3')
  expect(again.head(idOf(5))).toBeUndefined()
  await again.transact(anna, async (transaction) => transaction.put(newNote(6), 0))
  await again.close()
})
