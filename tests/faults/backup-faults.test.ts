/**
 * Every operation of making a backup fails in every way, once and for good, or the power goes: the backup before is
 * whole afterwards, and what is listed besides is whole as well.
 */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BackupContent, BackupFolder, makeBackup, type Snapshot } from '../../src/main/workspace/backups/index.ts'
import { BackupSource } from '../support/backup-source.ts'
import { MemoryFileSystem } from '../support/memory-file-system.ts'
import { newNote } from '../support/new-record.ts'
import { writeWhole } from '../support/write-whole.ts'
import { statesAfterPowerLoss, withEachFailure } from './at-every-operation.ts'
import { diskErrors, tell } from './programme.ts'

const FOLDER = '/hub/backups'
const NOON = Date.UTC(2023, 5, 15, 12)
const LATER = NOON + 2 * 60 * 60 * 1000
const ERRORS = [...diskErrors, 'corrupt'] as const
const counts = { faults: 0, 'power-loss states': 0 }
afterAll(() => tell('backup', counts))

let base: MemoryFileSystem
let first: string
let snapshot: Snapshot
let operations: number

const make = (files: MemoryFileSystem, at: number, of: Snapshot) =>
  makeBackup(new BackupFolder(files, FOLDER), of, { files, clock: () => at, reason: 'schedule', copyAttachments: false })

const trial = () => ({ base, operations, attempt: (files: MemoryFileSystem) => make(files, LATER, snapshot) })

/** The titles of every backup that is listed, each read as a whole. */
async function contents(files: MemoryFileSystem): Promise<Map<string, string[]>> {
  const folder = new BackupFolder(files, FOLDER)
  const { backups, damaged } = await folder.list()
  expect(damaged).toEqual([])
  const found = new Map<string, string[]>()
  for (const backup of backups) {
    const content = await BackupContent.read(files, folder, backup)
    found.set(
      backup.name,
      [...content.records.values()].map(({ title }) => title),
    )
  }
  return found
}

async function expectWhole(files: MemoryFileSystem): Promise<void> {
  const found = await contents(files)
  expect(found.get(first)).toEqual(['Old', 'Kept'])
  for (const [name, titles] of found) if (name !== first) expect(titles).toEqual(['Kept', 'Old', 'New'])
}

beforeAll(async () => {
  base = new MemoryFileSystem()
  const source = await BackupSource.create(base)
  await source.write(newNote(1, 'Old'), newNote(2, 'Kept'))
  first = (await make(base, NOON, source.snapshot())).name
  await source.write({ ...newNote(2, 'Kept'), rev: 2 })
  await source.rotate()
  await source.write({ erase: newNote(1).id }, newNote(1, 'Old'), newNote(3, 'New'))
  snapshot = source.snapshot()
  const clean = base.afterProcessExit()
  const before = clean.operations.length
  await make(clean, LATER, snapshot)
  operations = clean.operations.length - before
  expect((await contents(clean)).size).toBe(2)
})

describe('a backup that fails', () => {
  test.each(ERRORS)('with %s at any operation, once or for good, leaves the one before whole', async (error) => {
    let failures = 0
    for await (const { files, failure } of withEachFailure(trial(), error)) {
      counts.faults += 1
      if (failure !== null) failures += 1
      const after = files.afterProcessExit()
      await expectWhole(after)
      // the next one comes about, whatever the failure left behind
      await make(after, LATER + 1000, snapshot)
      await expectWhole(after)
    }
    // a short write is gone on with
    if (error !== 'short') expect(failures).toBeGreaterThan(operations / 8)
  })

  test('by a loss of power at any operation leaves the one before whole', async () => {
    for await (const after of statesAfterPowerLoss(trial(), 1)) {
      counts['power-loss states'] += 1
      await expectWhole(after)
      await make(after, LATER + 1000, snapshot)
      await expectWhole(after)
    }
  })

  test('never takes a copy of an attachment that is not what was added', async () => {
    const bytes = Buffer.from('The signed letter of 12 June 2023')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const before = base.afterProcessExit()
    await writeWhole(before, '/hub/letter.pdf', bytes)
    const add = (files: MemoryFileSystem) =>
      new BackupFolder(files, FOLDER).addAttachment('/hub/letter.pdf', { name: 'letter.pdf', bytes: bytes.length, sha256 }, {})
    const clean = before.afterProcessExit()
    const already = clean.operations.length
    await add(clean)
    let refused = 0
    for (let at = 1; at <= clean.operations.length - already; at += 1) {
      const files = before.afterProcessExit()
      files.inject({ at, error: 'corrupt', forGood: false })
      const isTaken = await add(files).then(
        () => true,
        () => false,
      )
      files.inject(null)
      const after = files.afterProcessExit()
      const path = new BackupFolder(after, FOLDER).attachmentPath({ sha256 })
      if (isTaken)
        expect(
          createHash('sha256')
            .update(await after.readFile(path))
            .digest('hex'),
        ).toBe(sha256)
      else expect(await after.stat(path)).toBeUndefined()
      refused += isTaken ? 0 : 1
    }
    expect(refused).toBeGreaterThan(1)
  })
})
