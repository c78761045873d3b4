import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { BackupContent, BackupFolder, makeBackup, type Snapshot } from '../../../../../src/main/workspace/backups/index.ts'
import { DamagedFileError, utf8 } from '../../../../../src/main/workspace/json-file.ts'
import { writeWhole } from '../../../../support/write-whole.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { BackupSource, SOURCE } from '../../../../support/backup-source.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { idOf, newNote } from '../../../../support/new-record.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const FOLDER = '/hub/backups'
const STORE = join(FOLDER, 'store')

let files: MemoryFileSystem
let source: BackupSource
let folder: BackupFolder
let now: number

beforeEach(async () => {
  now = Date.UTC(2023, 5, 15, 12)
  files = new MemoryFileSystem()
  source = await BackupSource.create(files)
  folder = new BackupFolder(files, FOLDER)
})

const make = (snapshot: Snapshot, copyAttachments = false) =>
  makeBackup(folder, snapshot, { files, clock: () => now, reason: 'schedule', copyAttachments })

const titles = async () => {
  const [latest] = (await folder.list()).backups
  if (!latest) return []
  const content = await BackupContent.read(files, folder, latest)
  const records = await Promise.all([...content.records.values()].map((record) => content.record(record)))
  await content.close()
  return records.map(({ title }) => title).toSorted()
}

const copies = async () => (await files.list(STORE)).toSorted()

describe('a backup', () => {
  test('holds the last version of every record, and what was erased no more', async () => {
    await source.write(newNote(1, 'First'), newNote(2, 'Second'))
    await source.rotate()
    await source.write(newNote(1, 'First, again'), newNote(3, 'Third'), { erase: idOf(2) })
    const { file } = await make(source.snapshot())
    expect(await titles()).toEqual(['First, again', 'Third'])
    expect(file).toMatchObject({ revision: 5, counts: { note: 2 }, segments: [{ frames: 3 }, { frames: 4 }] })
  })

  test('copies a closed segment once for all backups, and the one that grows as far as it was', async () => {
    await source.write(newNote(1))
    await source.rotate()
    await source.write(newNote(2, 'Before'))
    const early = source.snapshot()
    await make(early)
    now += HOUR
    await source.write(newNote(2, 'After'))
    await make(source.snapshot())
    expect(await copies()).toHaveLength(3)
    expect(await titles()).toEqual(['After', 'Note 1'])
    const [, first] = (await folder.list()).backups
    const before = await BackupContent.read(files, folder, first ?? expect.fail('The first backup is gone.'))
    expect([...before.records.values()].map(({ title }) => title)).toEqual(['Note 1', 'Before'])
  })

  test('is not made from lines that opening would not take, however whole they are', async () => {
    await source.write(newNote(1, 'Kept'))
    await make(source.snapshot())
    await source.write({ ...newNote(2), kind: 'letter' } as unknown as AnyRecord)
    await expect(make(source.snapshot())).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await titles()).toEqual(['Kept'])
  })

  test('knows a record by its id, whether that was written with capitals or not', async () => {
    const note = newNote(10, 'Before')
    await source.write({ ...note, id: note.id.toUpperCase() }, newNote(10, 'After'))
    await make(source.snapshot())
    expect(await titles()).toEqual(['After'])
    await source.write({ ...newNote(10, 'Capitals'), id: note.id.toUpperCase() })
    await make(source.snapshot())
    expect(await titles()).toEqual(['Capitals'])
  })

  test('leaves out what was written after the workspace stood still', async () => {
    await source.write(newNote(1))
    const snapshot = source.snapshot()
    await source.write(newNote(2))
    await make(snapshot)
    expect(await titles()).toEqual(['Note 1'])
  })

  test('is not made from a segment that is damaged; the one before stays', async () => {
    await source.write(newNote(1, 'Kept'))
    await make(source.snapshot())
    await source.write(newNote(2, 'Lost'))
    const snapshot = source.snapshot()
    const path = snapshot.segments[0]?.path ?? ''
    const bytes = Buffer.from(await files.readFile(path))
    bytes.write('L0st', bytes.indexOf('Lost'))
    await writeWhole(files, path, bytes)
    now += HOUR
    await expect(make(snapshot)).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await titles()).toEqual(['Kept'])
    expect(await copies()).toHaveLength(1)
  })

  test('is not made when the copies lack the last change', async () => {
    await source.write(newNote(1))
    const snapshot = source.snapshot()
    await expect(make({ ...snapshot, revision: 2 })).rejects.toMatchObject({ code: 'IO' })
    expect((await folder.list()).backups).toEqual([])
  })

  test('is not made from a closed segment that is not the one the manifest names', async () => {
    await source.write(newNote(1))
    await source.rotate()
    const snapshot = source.snapshot()
    const segments = snapshot.segments.map((segment) => ({ ...segment, sealed: segment.sealed && { ...segment.sealed, link: 1 } }))
    await expect(make({ ...snapshot, segments })).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  test('stops when it is asked to, and leaves nothing half done', async () => {
    await source.write(newNote(1))
    const stop = new AbortController()
    stop.abort()
    const options = { files, clock: () => now, reason: 'hand', copyAttachments: false, signal: stop.signal } as const
    await expect(makeBackup(folder, source.snapshot(), options)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await copies()).toEqual([])
  })

  test('made in the same millisecond as the last one gets an instant of its own', async () => {
    await source.write(newNote(1))
    await make(source.snapshot())
    await make(source.snapshot())
    expect((await folder.list()).backups).toHaveLength(1)
    // both lie in one hour, so the first has gone; it is the second that stands
    expect((await folder.list()).backups[0]?.name).toBe('2023-06-15T12-00-00.001Z')
  })
})

describe('copies', () => {
  test('that no backup names any more go with the backup', async () => {
    await source.write(newNote(1, 'Early'))
    await make(source.snapshot())
    now += 1000
    await source.write(newNote(1, 'Late'))
    await make(source.snapshot())
    expect(await copies()).toHaveLength(1)
    expect(await titles()).toEqual(['Late'])
  })

  test('stay where a list cannot be read, because it may name them', async () => {
    await source.write(newNote(1))
    const { name } = await make(source.snapshot())
    await writeWhole(files, join(FOLDER, `${name}.json`), utf8('{"format":"rapporteur-backup"}'))
    now += HOUR
    await source.write(newNote(2))
    await make(source.snapshot())
    expect((await folder.list()).damaged).toEqual([`${name}.json`])
    expect(await copies()).toHaveLength(2)
  })

  test('of closed segments are read again after a week; one that went bad is made anew', async () => {
    await source.write(newNote(1))
    await source.rotate()
    await source.write(newNote(2))
    const first = await make(source.snapshot())
    const sha256 = first.file.segments[0]?.sha256 ?? ''
    const path = join(STORE, `${sha256}.jsonl`)
    const bad = Buffer.from(await files.readFile(path))
    bad.writeUInt8(bad.readUInt8(200) ^ 1, 200)
    await writeWhole(files, path, bad)
    now += 8 * DAY
    await source.write(newNote(3))
    await make(source.snapshot())
    expect(
      createHash('sha256')
        .update(await files.readFile(path))
        .digest('hex'),
    ).toBe(sha256)
    expect(await titles()).toEqual(['Note 1', 'Note 2', 'Note 3'])
  })

  test('with a changed byte are found by reading the backup', async () => {
    await source.write(newNote(1))
    const made = await make(source.snapshot())
    const path = join(STORE, `${made.file.segments[0]?.sha256 ?? ''}.jsonl`)
    const good = Buffer.from(await files.readFile(path))
    for (let position = 0; position < good.length; position += 7) {
      const bad = Buffer.from(good)
      bad.writeUInt8(bad.readUInt8(position) ^ 1, position)
      await writeWhole(files, path, bad)
      await expect(BackupContent.read(files, folder, made)).rejects.toThrow(DamagedFileError)
    }
  })
})

describe('a fall in records', () => {
  const ten = Array.from({ length: 10 }, (_, index) => newNote(index + 1))

  test('of more than a fifth pins the backup before, for good, and says so', async () => {
    await source.write(...ten)
    const before = await make(source.snapshot())
    now += 1000
    await source.write({ erase: idOf(1) }, { erase: idOf(2) }, { erase: idOf(3) })
    const after = await make(source.snapshot())
    expect(after.file.dropped).toEqual({ name: before.name, before: 10, after: 7 })
    now += 400 * DAY
    await source.write(newNote(20))
    await make(source.snapshot())
    const { backups } = await folder.list()
    expect(backups.find(({ name }) => name === before.name)?.file.pinned).toBe(true)
  })

  test('of a fifth is ordinary work', async () => {
    await source.write(...ten)
    await make(source.snapshot())
    await source.write({ erase: idOf(1) }, { erase: idOf(2) })
    expect((await make(source.snapshot())).file.dropped).toBeNull()
  })
})

describe('attachments', () => {
  const bytes = utf8('a picture')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = `attachments/${sha256.slice(0, 2)}/${sha256}`
  const path = join(SOURCE, name)
  const attachment = { name, bytes: bytes.length, sha256, path }

  beforeEach(async () => {
    await files.createFolder(join(SOURCE, 'attachments', sha256.slice(0, 2)))
    await writeWhole(files, path, bytes)
    await source.write(newNote(1))
  })

  test('are listed here, and copied in a second place', async () => {
    expect((await make(source.snapshot([attachment]))).file.attachments).toHaveLength(1)
    expect(await copies()).not.toContain(sha256)
    folder = new BackupFolder(files, '/stick/Hub')
    await make(source.snapshot([attachment]), true)
    expect(await files.readFile(join('/stick/Hub/store', sha256))).toEqual(Uint8Array.from(bytes))
  })

  test('that went bad are left out and named; everything else is backed up', async () => {
    await writeWhole(files, path, utf8('a p1cture'))
    const { leftOut, file } = await make(source.snapshot([attachment]), true)
    expect(leftOut).toEqual([name])
    expect(file.attachments).toEqual([])
    expect(await titles()).toEqual(['Note 1'])
  })
})
