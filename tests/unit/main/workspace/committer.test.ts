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

/** A defect in what memory holds: its columns take nothing more. */
async function defective(files: MemoryFileSystem): Promise<JournalWorkspace> {
  const environment = testEnvironment(files)
  const paths = pathsIn(FOLDER)
  const { content: manifest } = await examineManifest(files, paths.manifest)
  if (!manifest) return expect.fail('There is a manifest.')
  const columnsFile = new ColumnsFile(files, paths.derived)
  const { columns, end, revision } = await loadJournal({ files, paths, columnsFile, newId: environment.newId }, manifest)
  columns.apply([{ erased: idOf(999), sequence: 1_000, revision }])
  const lock = await lockWorkspace(paths, environment)
  const writer = await SegmentWriter.resume(files, paths.segment(manifest.active), end)
  const parts = { paths, manifest, columns, columnsFile, writer, lock, revision, behind: 0, notices: [] }
  return new JournalWorkspace(openedOf(parts, environment), environment)
}

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
