/**
 * The power goes at any operation while a file is added and a record comes to name it: whatever record is there names a
 * content that is there, whole.
 */
import { afterAll, expect, it } from 'vitest'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { FOLDER, savedTwice } from '../support/workspace-files.ts'
import { figures, tell } from './programme.ts'

const NOTE = 7
const bytes = Buffer.from('Minutes of the first session. '.repeat(200))
const counts = { 'power-loss states': 0, 'with the record': 0 }
afterAll(() => tell('attachment', counts))

const storeOn = (files: MemoryFileSystem) => new AttachmentStore(FOLDER, { files, freeBytes: async () => undefined })
const isPowerLoss = (error: unknown): boolean => error instanceof PowerLoss || (error instanceof Error && isPowerLoss(error.cause))

async function addAndName(files: MemoryFileSystem): Promise<void> {
  const workspace = await openWorkspace(FOLDER, testEnvironment(files))
  const store = storeOn(files)
  const incoming = await store.receive(bytes.length)
  await incoming.write(bytes.subarray(0, 1_000))
  await incoming.write(bytes.subarray(1_000))
  const { sha256, mediaType } = await incoming.finish()
  const attachments = [{ name: 'minutes.txt', sha256, bytes: bytes.length, mediaType, addedAt: '2023-10-05T09:00:00.000Z' }]
  const record: AnyRecord = { ...newNote(NOTE), attachments }
  await workspace.transact(anna, async (transaction) => transaction.put(record, 0))
  store.unpin(sha256)
  await workspace.close()
}

it('no record names a content that is missing or not whole', async () => {
  const choose = seededChooser(17)
  for (let at = 1; ; at += 1) {
    const files = await savedTwice()
    files.inject({ at, error: 'powerLoss', forGood: true })
    const lost = await addAndName(files).then(
      () => false,
      (error: unknown) => isPowerLoss(error) || Promise.reject(error),
    )
    for (let state = 0; state < figures.powerStates; state += 1) {
      counts['power-loss states'] += 1
      const after = files.afterPowerLoss(choose)
      const workspace = await openWorkspace(FOLDER, testEnvironment(after))
      const named = (await workspace.read(idOf(NOTE)))?.attachments[0]
      await workspace.close()
      if (!named) expect(lost, 'the record was acknowledged').toBe(true)
      else expect(await storeOn(after).verify(named.sha256), `operation ${at}`).toBe(bytes.length)
      if (named) counts['with the record'] += 1
    }
    if (!lost) break
  }
  expect(counts['with the record']).toBeGreaterThan(figures.powerStates)
})
