/** Compaction of a workspace as the application opens it. */
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { createWorkspace, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/w'
const DAY = 86_400_000

/** Segments of 8 KiB, and a clock that can be put forward. */
function environment(files: MemoryFileSystem) {
  const time = { ahead: 0 }
  const made = testEnvironment(files)
  return { time, environment: { ...made, clock: () => made.clock() + time.ahead, segmentBytes: 8 * 1024 } }
}

const put = (workspace: Workspace, number: number, body: string) =>
  workspace.transact(anna, async (transaction) => {
    const rev = transaction.head(idOf(number))?.rev ?? 0
    transaction.put(newNote(number, `Note ${number}`, body), rev)
  })

async function edited() {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  const { time, environment: made } = environment(files)
  const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, made)
  for (let round = 0; round < 40; round += 1) await put(workspace, 1 + (round % 3), `${round} ${'x'.repeat(400)}`)
  time.ahead = 500 * DAY
  await put(workspace, 4, 'four')
  return { files, workspace, made }
}

const bodies = async (workspace: Workspace) =>
  Promise.all([1, 2, 3, 4].map(async (number) => (await workspace.body(idOf(number)))?.slice(0, 4).trim()))
const segments = async (files: MemoryFileSystem) =>
  (await files.list(`${FOLDER}/segments`)).filter((name) => name !== 'acknowledged').toSorted()
const expected = ['39 x', '37 x', '38 x', 'four']

describe('compact', () => {
  it('thins the history of an open workspace and opens to the same without reading the segments again', async () => {
    const { files, workspace, made } = await edited()
    const before = workspace.versions(idOf(1)).length
    const report = await workspace.compact()
    expect(report.versionsDropped).toBeGreaterThan(20)
    expect(report.bytesFreed).toBeGreaterThan(8 * 1024)
    expect(workspace.versions(idOf(1)).length).toBeLessThan(before)
    expect(await bodies(workspace)).toEqual(expected)
    // killed, so that nothing is written by closing
    const left = files.afterProcessExit()
    const again = await openWorkspace(FOLDER, { ...made, files: left })
    const reads = left.operations.filter((operation) => /^read .*\.g1\.jsonl$/.test(operation))
    expect(await segments(left)).toContainEqual(expect.stringContaining('.g1.'))
    expect(reads).toEqual([])
    expect(again.notices).toEqual([])
    expect(await bodies(again)).toEqual(expected)
    expect(again.revision).toBe(41)
    await again.close()
  })

  it('opens to the same from the segments alone', async () => {
    const { files, workspace, made } = await edited()
    await workspace.compact()
    const versions = [1, 2, 3, 4].map((number) => workspace.versions(idOf(number)))
    await workspace.close()
    files.drop(`${FOLDER}/derived/columns.bin`)
    const again = await openWorkspace(FOLDER, made)
    expect([1, 2, 3, 4].map((number) => again.versions(idOf(number)))).toEqual(versions)
    expect(again.revision).toBe(41)
    await again.close()
  })

  it('goes on reading and saving while it compacts', async () => {
    const { files, workspace, made } = await edited()
    const compacting = workspace.compact()
    for (let round = 0; round < 30; round += 1) {
      await put(workspace, 1 + (round % 4), `during ${round} ${'y'.repeat(300)}`)
      expect(await workspace.body(idOf(1 + (round % 4)))).toContain(`during ${round} `)
    }
    expect((await compacting).versionsDropped).toBeGreaterThan(20)
    const now = await bodies(workspace)
    await workspace.close()
    const again = await openWorkspace(FOLDER, { ...made, files: files.afterProcessExit() })
    expect(await bodies(again)).toEqual(now)
    await again.close()
  })

  it('leaves nothing of an erased record in the segments after the next opening', async () => {
    const { files, workspace, made } = await edited()
    await put(workspace, 4, 'a secret')
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(4), 2))
    await workspace.compact()
    await workspace.close()
    const again = await openWorkspace(FOLDER, made)
    await again.close()
    const text = (await segments(files)).map((name) => files.bytesOf(`${FOLDER}/segments/${name}`)?.toString()).join('')
    expect(text).not.toMatch(/secret|Note 4/)
    expect(text).toContain('39 x')
    expect(files.bytesOf(`${FOLDER}/derived/columns.bin`)?.toString('latin1')).not.toContain('Note 4')
  })

  it('leaves nothing of a record that was erased in a later segment than it was written in', async () => {
    const files = new MemoryFileSystem()
    const { environment: made } = environment(files)
    const workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, made)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(1, 'Secret title', 'secret body'), 0))
    for (let number = 2; number < 40; number += 1) await put(workspace, number, 'x'.repeat(500))
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 1))
    for (let number = 40; number < 60; number += 1) await put(workspace, number, 'x'.repeat(500))
    expect((await workspace.compact()).versionsDropped).toBe(1)
    await workspace.close()
    const again = await openWorkspace(FOLDER, made)
    await again.close()
    const text = (await segments(files)).map((name) => files.bytesOf(`${FOLDER}/segments/${name}`)?.toString()).join('')
    expect(text).not.toMatch(/secret/i)
    expect(text.match(/"frame":"E/g)).toHaveLength(1)
  })

  it('closes at once when it is told to close meanwhile', async () => {
    const { files, workspace, made } = await edited()
    const before = await segments(files)
    const compacting = workspace.compact()
    await workspace.close()
    expect(await compacting).toEqual({ segmentsRewritten: 0, versionsDropped: 0, bytesFreed: 0 })
    expect(await segments(files)).toEqual(before)
    const again = await openWorkspace(FOLDER, made)
    expect(await bodies(again)).toEqual(expected)
    await again.close()
  })

  it('tells DISK_FULL, and saves go on', async () => {
    const { files, workspace } = await edited()
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['createFile'] })
    await expect(workspace.compact()).rejects.toMatchObject({ code: 'DISK_FULL' })
    files.inject(null)
    expect(workspace.readOnly).toBeNull()
    await put(workspace, 4, 'five')
    expect(await workspace.body(idOf(4))).toBe('five')
    expect((await workspace.compact()).versionsDropped).toBeGreaterThan(20)
    await workspace.close()
  })

  it('takes no more changes when it is not known which segments the disk names', async () => {
    const { files, workspace, made } = await edited()
    const compactWithFailingSync = async (at: number) => {
      files.inject({ at, error: 'EIO', forGood: false, only: ['syncFolder'] })
      const compacting = workspace.compact()
      await expect(compacting).rejects.toMatchObject({ code: 'IO' })
      files.inject(null)
    }
    // that of the segments: nothing has happened yet
    await compactWithFailingSync(1)
    expect(workspace.readOnly).toBeNull()
    // that of the manifest's folder
    await compactWithFailingSync(2)
    expect(workspace.readOnly).toBe('ioError')
    expect(await bodies(workspace)).toEqual(expected)
    await workspace.close()
    const again = await openWorkspace(FOLDER, { ...made, files: files.afterProcessExit() })
    expect(await bodies(again)).toEqual(expected)
    await again.close()
  })
})
