import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import { SCHEMA_VERSION } from '../../../../src/main/workspace/layout.ts'
import { readAcknowledged } from '../../../../src/main/workspace/journal/acknowledged.ts'
import { readHeader } from '../../../../src/main/workspace/journal/frame.ts'
import type { PendingFrame, SegmentEnd } from '../../../../src/main/workspace/journal/segment-writer.ts'
import { SegmentWriter } from '../../../../src/main/workspace/journal/segment-writer.ts'
import { sealOf } from '../../../../src/main/workspace/json-file.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, forgetEnd, savedIn, savedTwice, SEGMENT } from '../../../support/workspace-files.ts'

const open = (files: MemoryFileSystem, readOnly = false) => openWorkspace(FOLDER, testEnvironment(files), { readOnly })
const json = (files: MemoryFileSystem, name: string) => JSON.parse(files.bytesOf(fileIn(name))?.toString() ?? '') as Record<string, unknown>

/** Seals changed content again, as a newer or a defective writer would. */
function rewrite(files: MemoryFileSystem, name: string, change: (content: Record<string, unknown>) => void): void {
  const { sha256: _, ...content } = json(files, name)
  change(content)
  files.put(fileIn(name), Buffer.from(JSON.stringify({ ...content, sha256: sealOf(JSON.stringify(content)) })))
}

/** Several segments: the first ends with the second record, the last is the active one. */
async function severalSegments(): Promise<MemoryFileSystem> {
  const files = await savedIn([])
  // written in one session and never compacted: the segments are small, but few
  const workspace = await openWorkspace(FOLDER, testEnvironment(files, 1_500))
  for (const number of [1, 2, 3, 4]) await workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
  await workspace.close()
  return files
}
const segmentsOf = async (files: MemoryFileSystem) =>
  (await files.list(fileIn('segments'))).filter((name) => name.endsWith('.jsonl')).toSorted()
const damage = (files: MemoryFileSystem, name: string, text: string, other: string) =>
  files.put(fileIn(name), Buffer.from(files.bytesOf(fileIn(name))!.toString('latin1').replace(text, other), 'latin1'))

describe('a damaged workspace', () => {
  it.each([
    ['is missing', (files: MemoryFileSystem) => files.drop(fileIn(SEGMENT)), 'The file is missing.', 2],
    ['is empty', (files: MemoryFileSystem) => files.put(fileIn(SEGMENT), Buffer.alloc(0)), 'Its end is missing', 2],
    ['is zeroed', (files: MemoryFileSystem) => files.put(fileIn(SEGMENT), Buffer.alloc(900)), 'The beginning of a line', 2],
    [
      'is cut off',
      (files: MemoryFileSystem) => files.put(fileIn(SEGMENT), files.bytesOf(fileIn(SEGMENT))!.subarray(0, 1_000)),
      'A line is cut off. What stood there had been saved.',
      1,
    ],
    ['lost its last line', (files: MemoryFileSystem) => files.put(fileIn(SEGMENT), withoutLastLine(files)), 'Its end is missing', 1],
  ])('does not open when its segment %s, names the records, and changes nothing', async (_, harm, reason, touched) => {
    const files = await savedTwice()
    harm(files)
    const before = await contents(files)
    const opening = open(files)
    await expect(opening).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { file: '000000000001.g0.jsonl', reason: expect.stringContaining(reason), previous: null, openReadOnly: true },
    })
    const details = await opening.catch((error: { details: { touched: unknown[] } }) => error.details)
    expect(details).toMatchObject({ touched: expect.arrayContaining([{ id: idOf(2), title: 'Алихан Байменов' }]) })
    expect((details as { touched: unknown[] }).touched).toHaveLength(touched)
    expect(await contents(files)).toEqual(before)
    const reading = await open(files, true)
    expect([...reading.heads()]).toHaveLength(2 - touched)
    expect(reading.readOnly).toBe('damaged')
    await reading.close()
    expect(await contents(files)).toEqual(before)
  })

  it('shows for reading what stands around a changed letter, and names the record', async () => {
    const files = await savedIn([newNote(1, 'First', 'one'), newNote(2, 'Second', 'two'), newNote(3, 'Third', 'three')])
    files.drop(fileIn('derived'))
    damage(files, SEGMENT, '"body":"two"', '"body":"too"')
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('“Second”'),
      details: { touched: [{ id: idOf(2), title: 'Second' }], openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['First', 'Third'])
    expect(workspace.problems).toMatchObject([{ file: '000000000001.g0.jsonl', id: idOf(2), title: 'Second' }])
    await expect(workspace.transact(anna, async (transaction) => transaction.put(newNote(4), 0))).rejects.toMatchObject({
      code: 'READ_ONLY',
      details: { reason: 'damaged' },
    })
  })

  it('names what lay in a segment that is lost, and reads the others', async () => {
    const files = await severalSegments()
    const [first] = await segmentsOf(files)
    files.drop(fileIn(`segments/${first}`))
    const opening = open(files)
    await expect(opening).rejects.toMatchObject({ code: 'DAMAGED', details: { file: first, reason: 'The file is missing.' } })
    const reading = await open(files, true)
    const shown = [...reading.heads()].map(({ id }) => id)
    const named = reading.problems.map(({ id }) => id)
    expect([...shown, ...named].toSorted()).toEqual([1, 2, 3, 4].map(idOf))
    expect(named.length).toBeGreaterThan(0)
    for (const id of shown) expect((await reading.read(id))?.id).toBe(id)
  })

  /** Which file takes the bytes of which other one, both counted from the first. */
  const mixUps: [string, readonly (readonly [to: number, from: number])[], readonly number[]][] = [
    ['a later segment lies over an earlier one', [[0, 1]], [2, 3, 4]],
    ['an earlier segment lies over a later one', [[1, 0]], [1, 3, 4]],
    ['two segments changed places', [[0, 1], [1, 0]], [3, 4]], // prettier-ignore
    ['a sealed segment lies over the active one', [[4, 0]], [1, 2, 3, 4]],
    ['the active segment lies over a sealed one', [[0, 4]], [2, 3, 4]],
  ]
  it.each(mixUps)('says so when %s, and shows the others', async (_, copies, shown) => {
    const files = await savedIn([])
    const workspace = await openWorkspace(FOLDER, testEnvironment(files, 900))
    for (const number of [1, 2, 3, 4])
      await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'x'.repeat(number)), 0))
    await workspace.close()
    const names = (await segmentsOf(files)).map((name) => fileIn(`segments/${name}`))
    expect(names).toHaveLength(5)
    const bytes = names.map((name) => files.bytesOf(name)!)
    for (const [to, from] of copies) files.put(names[to]!, bytes[from]!)
    for (const isForgotten of [false, true]) {
      if (isForgotten) forgetEnd(files)
      const before = await contents(files)
      await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { reason: expect.stringContaining('name of another') } })
      const reading = await open(files, true)
      expect([...reading.heads()].map(({ title }) => title).toSorted()).toEqual(shown.map((number) => `Note ${number}`))
      for (const number of shown) expect((await reading.read(idOf(number)))?.title).toBe(`Note ${number}`)
      await reading.close()
      expect(await contents(files)).toEqual(before)
    }
  })

  it('does not count twice what a segment with an unreadable first line has already said', async () => {
    const files = await severalSegments()
    const [first = '', second = ''] = (await segmentsOf(files)).map((name) => fileIn(`segments/${name}`))
    const bytes = files.bytesOf(second)!
    bytes.write('Z', 12)
    files.put(first, bytes)
    await expect(open(forgetEnd(files))).rejects.toMatchObject({
      code: 'DAMAGED',
      details: {
        files: expect.arrayContaining([{ file: '000000000004.g0.jsonl', reason: expect.stringContaining('does not belong') }]),
      },
    })
    const reading = await open(files, true)
    expect([...reading.heads()].map(({ id }) => [id, reading.versions(id).length])).toEqual([3, 4].map((number) => [idOf(number), 1]))
    await reading.close()
  })

  it('takes in nothing of a segment of another workspace', async () => {
    const files = await severalSegments()
    const [first = ''] = await segmentsOf(files)
    let ids = 0xe000
    const environment = { ...testEnvironment(files), newId: () => idOf((ids += 1)) }
    const other = await createWorkspace('/disk/Other', { name: 'Other', sample: false }, environment)
    await other.transact(anna, async (transaction) => transaction.put(newNote(8, 'Not ours'), 0))
    await other.close()
    files.put(fileIn(`segments/${first}`), files.bytesOf('/disk/Other/segments/000000000001.g0.jsonl')!)
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { file: first, reason: 'It belongs to another workspace.' },
    })
    const reading = await open(files, true)
    expect([...reading.heads()].map(({ title }) => title)).toEqual(['Note 3', 'Note 4'])
    await reading.close()
  })

  it('is not taken for whole when the manifest is older than its segments', async () => {
    const files = await savedIn([newNote(1)])
    const old = files.bytesOf(fileIn('workspace.json'))!
    const workspace = await openWorkspace(FOLDER, testEnvironment(files, 1))
    for (const number of [2, 3]) await workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
    await workspace.close()
    files.put(fileIn('workspace.json'), old)
    await expect(open(forgetEnd(files))).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { file: 'workspace.json', reason: expect.stringContaining('older than the records') },
    })
  })

  it.each(['', '{}', '{"format":"rapporteur-workspace"}', 'null'])('does not open with the manifest %j', async (text) => {
    const files = await savedTwice()
    files.put(fileIn('workspace.json'), Buffer.from(text))
    await expect(open(files)).rejects.toMatchObject({
      code: 'DAMAGED',
      details: { file: 'workspace.json', previous: null, openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect([workspace.info.name, workspace.revision, [...workspace.heads()].length]).toEqual(['Secretariat', 2, 2])
    expect(workspace.problems[0]?.file).toBe('workspace.json')
  })

  it('can be read and exported without any manifest that can be read', async () => {
    const files = await savedTwice()
    for (const name of ['workspace.json', 'workspace.previous.json'])
      files.put(fileIn(name), Buffer.from('{"format":"rapporteur-workspace"'))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { openReadOnly: true } })
    const workspace = await open(files, true)
    const titles = [...workspace.heads()].map(({ title }) => title)
    expect(titles).toHaveLength(2)
    for (const { id, title } of workspace.heads()) expect(await workspace.read(id)).toMatchObject({ title })
    expect([workspace.readOnly, workspace.problems[0]?.file]).toEqual(['damaged', 'workspace.json'])
  })

  it('shows for reading also what the manifest before the damaged one does not name', async () => {
    const files = await savedIn([newNote(1)])
    const old = files.bytesOf(fileIn('workspace.json'))!
    const workspace = await openWorkspace(FOLDER, testEnvironment(files, 1))
    for (const number of [2, 3]) await workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
    await workspace.close()
    files.put(fileIn('workspace.previous.json'), old)
    files.put(fileIn('workspace.json'), Buffer.from('{}'))
    expect([...(await open(files, true)).heads()]).toHaveLength(3)
  })

  it('is still known as a workspace without manifests and lock', async () => {
    const files = await savedTwice()
    for (const name of ['workspace.json', 'workspace.previous.json', 'workspace.lock']) files.drop(fileIn(name))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { file: 'workspace.json', previous: null } })
  })

  it('of another workspace is not taken for its own', async () => {
    const files = await savedTwice()
    rewrite(files, 'workspace.json', (content) => (content['id'] = idOf(0xeee)))
    await expect(open(files)).rejects.toMatchObject({ code: 'DAMAGED', details: { reason: expect.stringContaining('another workspace') } })
  })
})

describe('a workspace of a newer version', () => {
  it('does not open, but can be read as far as it is known', async () => {
    const files = await savedIn([])
    const writer = await SegmentWriter.resume(files, fileIn(SEGMENT), await endOf(files))
    const frame = (record: object): PendingFrame => ({ kind: 'P', last: true, revision: 1, payload: Buffer.from(JSON.stringify(record)) })
    await writer.append([
      frame({ ...newNote(1, 'First'), mood: 'hopeful' }),
      frame(newNote(2, 'Second')),
      frame({ kind: 'poem', title: 'Ode' }),
    ])
    await writer.close()
    rewrite(files, 'workspace.json', (content) => Object.assign(content, { schemaVersion: SCHEMA_VERSION + 1, mood: 'new' }))
    const before = await contents(files)
    await expect(open(files)).rejects.toMatchObject({
      code: 'NEWER_FORMAT',
      message: expect.stringContaining('update the application'),
      details: { found: SCHEMA_VERSION + 1, supported: SCHEMA_VERSION, openReadOnly: true },
    })
    const workspace = await open(files, true)
    expect([workspace.readOnly, workspace.info.name, workspace.revision]).toEqual(['newerFormat', 'Secretariat', 1])
    expect([...workspace.heads()].map((head) => head.title)).toEqual(['First', 'Second'])
    expect((await workspace.read(idOf(1)))?.title).toBe('First')
    expect(workspace.problems.map(({ title }) => title)).toEqual(['First', 'Ode'])
    await workspace.close()
    expect(await contents(files)).toEqual(before)
  })
})

async function endOf(files: MemoryFileSystem): Promise<SegmentEnd> {
  const mark = await readAcknowledged(files, fileIn('segments/acknowledged'), String(json(files, 'workspace.json')['lineage']))
  if (mark) return { ...mark, frames: 1 }
  const header = readHeader(files.bytesOf(fileIn(SEGMENT))!, 0)
  return { size: files.bytesOf(fileIn(SEGMENT))!.length, sequence: 1, link: header?.headerCrc ?? 0, frames: 1 }
}

function withoutLastLine(files: MemoryFileSystem): Buffer {
  const bytes = files.bytesOf(fileIn(SEGMENT))!
  return bytes.subarray(0, bytes.lastIndexOf('{"frame":"', bytes.length - 2))
}

describe('opening', () => {
  it('removes what interrupted saves left, and nothing else', async () => {
    const files = await savedTwice()
    files.put(fileIn('.workspace.json.0123456789abcdef.tmp'), Buffer.from('half'))
    files.put(fileIn('derived/.columns.bin.0123456789abcdef.tmp'), Buffer.from('half'))
    files.put(fileIn('.notes.tmp'), Buffer.from("somebody's"))
    await (await open(files)).close()
    const names = await files.list(FOLDER)
    expect(names).not.toContain('.workspace.json.0123456789abcdef.tmp')
    expect(names).toContain('.notes.tmp')
    expect(await files.list(fileIn('derived'))).toEqual(['columns.bin'])
  })

  it.each(['EROFS', 'EACCES', 'EPERM'])('opens for reading in a folder that refuses the lock with %s', async (error) => {
    const files = await savedTwice()
    files.inject({ at: 1, error, forGood: true, only: ['lock', 'createFile', 'rename', 'remove', 'link'] })
    const workspace = await open(files)
    expect(workspace.readOnly).toBe('permission')
    expect([...workspace.heads()]).toHaveLength(2)
  })

  it('says that a disk has no locks instead of writing without one', async () => {
    const files = await savedTwice()
    files.inject({ at: 1, error: 'ENOLCK', forGood: true, only: ['lock'] })
    await expect(open(files)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect((await open(files, true)).readOnly).toBe('permission')
  })

  it('opens on a full disk, so that something can be deleted', async () => {
    const files = await savedTwice()
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['createFile', 'write', 'appendSynced'] })
    const workspace = await open(files)
    expect(workspace.readOnly).toBeNull()
    await expect(workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    files.inject(null)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(3), 0))
    expect(workspace.revision).toBe(3)
  })

  it('leaves a foreign folder alone that has files of the same names', async () => {
    const files = await savedTwice()
    files.drop(FOLDER)
    files.put(fileIn('workspace.json'), Buffer.from('{"version": 2, "projects": {}}'))
    files.put(fileIn('records.json'), Buffer.from('[1, 2]'))
    await expect(open(files)).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' })
    expect([...(await files.list(FOLDER))].toSorted()).toEqual(['records.json', 'workspace.json'])
  })

  it('says that a file in the folder of the segments is not ours, and leaves it', async () => {
    const files = await savedTwice()
    files.put(fileIn('segments/notes.txt'), Buffer.from("somebody's"))
    const workspace = await open(files)
    expect(workspace.notices).toMatchObject([{ code: 'foreignFile', message: expect.stringContaining('segments/notes.txt') }])
    expect(workspace.readOnly).toBeNull()
    await workspace.close()
    expect(files.bytesOf(fileIn('segments/notes.txt'))?.toString()).toBe("somebody's")
  })

  it('reads only what is behind the columns it has kept', async () => {
    const files = await savedTwice()
    await (await open(files)).close()
    const reads = (from: number) => files.operations.slice(from).filter((operation) => operation.startsWith('read ')).length
    let from = files.operations.length
    await (await open(files)).close()
    // the line that says whose segment it is
    expect(reads(from)).toBe(1)
    files.drop(fileIn('derived'))
    from = files.operations.length
    const workspace = await open(files)
    expect(reads(from)).toBeGreaterThan(0)
    expect(workspace.rowCount).toBe(2)
  })

  it('keeps rows and their epoch from one opening to the next, and gives new ones when the columns are gone', async () => {
    const files = await savedTwice()
    const environment = testEnvironment(files)
    const rows = async () => {
      const workspace = await openWorkspace(FOLDER, environment)
      const { rowsEpoch } = workspace
      const row = workspace.rowOf(idOf(2)) ?? -1
      expect(workspace.headAt(row)?.id).toBe(idOf(2))
      await workspace.close()
      return { rowsEpoch, row }
    }
    const first = await rows()
    expect(await rows()).toEqual(first)
    files.drop(fileIn('derived'))
    expect((await rows()).rowsEpoch).not.toBe(first.rowsEpoch)
  })
})
