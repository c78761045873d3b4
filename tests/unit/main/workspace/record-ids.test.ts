/** Ids are UUIDs in lower case; those with capitals, which are the same ids (RFC 9562), are read but never written. */
import { expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SegmentWriter } from '../../../../src/main/workspace/journal/segment-writer.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, forgetEnd, SEGMENT } from '../../../support/workspace-files.ts'
import { formerFirst, formerRecords, formerWorkspace, sealed } from '../../../support/workspace-former.ts'

const ID = idOf(0xabcdef)
const WITH_CAPITALS = { ...newNote(2, 'Second'), id: ID.toUpperCase() }

it('are refused with capitals before anything is written', async () => {
  const files = new MemoryFileSystem()
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files))
  await workspace.transact(anna, async (transaction) => transaction.put(newNote(1), 0))
  const before = await contents(files)
  await expect(workspace.transact(anna, async (transaction) => transaction.put(WITH_CAPITALS, 0))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'id' }] },
  })
  expect((await contents(files))[SEGMENT]).toBe(before[SEGMENT])
  await workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))
  await workspace.close()
  const again = await openWorkspace(FOLDER, testEnvironment(forgetEnd(files)))
  expect([again.revision, [...again.heads()].map(({ id }) => id)]).toEqual([2, [idOf(1), idOf(3)]])
  await again.close()
})

it('of the versions before the journal become lower case', async () => {
  const files = formerWorkspace()
  files.put(fileIn('records.json'), sealed(formerRecords(2, [formerFirst, WITH_CAPITALS])))
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  expect([...workspace.heads()].map(({ id }) => id).toSorted()).toEqual([idOf(1), ID])
  expect(await workspace.read(ID)).toMatchObject({ id: ID, title: 'Second' })
  await workspace.close()
})

it('are read from a line with capitals, as a build before this one has written it', async () => {
  const files = new MemoryFileSystem()
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files))
  await workspace.close()
  const bytes = files.bytesOf(fileIn(SEGMENT))!
  const link = Number.parseInt(bytes.toString('latin1', 10 + 58, 10 + 66), 16)
  const writer = await SegmentWriter.resume(files, fileIn(SEGMENT), { size: bytes.length, sequence: 1, link, frames: 1 })
  const payload = Buffer.from(JSON.stringify(WITH_CAPITALS))
  await writer.append([{ kind: 'P', last: true, revision: 1, payload }])
  await writer.close()

  const again = await openWorkspace(FOLDER, testEnvironment(forgetEnd(files)))
  const record = await again.read(ID)
  expect(record).toMatchObject({ id: ID, title: 'Second' })
  await again.transact(anna, async (transaction) => transaction.put({ ...record!, body: 'changed' }, 1))
  expect(await again.readVersion(ID, 1)).toMatchObject({ id: ID, body: '' })
  expect(await again.read(ID)).toMatchObject({ id: ID, body: 'changed' })
  await again.close()
})
