import { beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { ReadOnlyReason, Workspace } from '../../../../src/main/workspace/port.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { FOLDER, savedTwice } from '../../../support/workspace-files.ts'

let files: MemoryFileSystem
let workspace: Workspace
let reasons: (ReadOnlyReason | null)[]

beforeEach(async () => {
  files = await savedTwice()
  workspace = await openWorkspace(FOLDER, testEnvironment(files))
  reasons = []
  workspace.onReadOnly((reason) => reasons.push(reason))
})

const put = (number: number, baseRev = 0) => workspace.transact(anna, async (transaction) => transaction.put(newNote(number), baseRev))
const saves = () => files.operations.filter((operation) => operation === `rename ${FOLDER}/records.json`).length
const codesOf = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((result) => (result.status === 'fulfilled' ? 'saved' : (result.reason as { code: string }).code))

describe('group commit', () => {
  it('writes together what was queued while a save was under way', async () => {
    const before = saves()
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const syncFolder = files.syncFolder.bind(files)
    files.syncFolder = async (folder) => {
      await held
      await syncFolder(folder)
    }
    const acknowledged: number[] = []
    const staged = Array.from({ length: 50 }, (_, index) =>
      workspace
        .transact(anna, async (transaction) => {
          transaction.put(newNote(index + 10), 0)
          // the last one is staged: let the first save end
          if (index === 49) goOn()
        })
        .then(({ commit }) => acknowledged.push(commit?.revision ?? 0)),
    )
    await Promise.all(staged)
    expect(saves() - before).toBe(2)
    expect(acknowledged).toEqual(Array.from({ length: 50 }, (_, index) => index + 3))
    expect([...(await openAgain()).heads()]).toHaveLength(52)
  })

  it('shows nothing before it is on the disk', async () => {
    const seen: unknown[] = []
    const syncFolder = files.syncFolder.bind(files)
    files.syncFolder = async (folder) => {
      seen.push([workspace.revision, workspace.head(idOf(10))?.title])
      await syncFolder(folder)
    }
    await put(10)
    expect(seen).toEqual([[2, undefined]])
    expect([workspace.revision, workspace.head(idOf(10))?.title]).toEqual([3, 'Note 10'])
  })

  it('fails everything behind a failed save, and is then as it was before', async () => {
    files.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['sync'] })
    const failing = put(10)
    const behind = [put(11), put(10, 1), put(12)]
    expect(await codesOf([failing, ...behind])).toEqual(['DISK_FULL', 'DISK_FULL', 'DISK_FULL', 'DISK_FULL'])
    expect(workspace.revision).toBe(2)
    expect([...workspace.heads()]).toHaveLength(2)
    files.inject(null)
    const { commit } = await put(10)
    expect(commit?.revision).toBe(3)
    expect(reasons).toEqual([])
  })

  it('fails a work that has read what was then not saved', async () => {
    let goOn = () => {}
    const waiting = new Promise<void>((resolve) => (goOn = resolve))
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['sync'] })
    const failing = put(10)
    const built = workspace.transact(anna, async (transaction) => {
      const seen = transaction.head(idOf(10))
      await waiting
      files.inject(null)
      transaction.put({ ...newNote(11), title: `After ${seen?.title}` }, 0)
    })
    await expect(failing).rejects.toMatchObject({ code: 'DISK_FULL' })
    goOn()
    await expect(built).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(workspace.head(idOf(11))).toBeUndefined()
  })
})

describe('a disk that fails', () => {
  it.each([
    ['EROFS', 'READ_ONLY', 'permission'],
    ['EACCES', 'NO_PERMISSION', 'permission'],
    ['EPERM', 'NO_PERMISSION', 'permission'],
    ['EIO', 'IO', 'ioError'],
    ['EMFILE', 'IO', 'ioError'],
  ])('with %s answers %s and takes no more changes', async (error, code, reason) => {
    files.inject({ at: 1, error, forGood: false, only: ['createFile'] })
    await expect(put(10)).rejects.toMatchObject({ code })
    expect(workspace.readOnly).toBe(reason)
    expect(reasons).toEqual([reason])
    const before = files.operations.length
    await expect(put(10)).rejects.toMatchObject({ code: 'READ_ONLY', details: { reason } })
    await expect(workspace.rename('New')).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect(files.operations.length).toBe(before)
    expect((await workspace.read(idOf(1)))?.title).toBe('First')
  })

  it('does not try a failed sync again', async () => {
    files.inject({ at: 1, error: 'EIO', forGood: false, only: ['sync'] })
    const before = files.operations.length
    await expect(put(10)).rejects.toMatchObject({ code: 'IO' })
    expect(files.operations.slice(before).filter((operation) => operation.startsWith('sync '))).toHaveLength(1)
    expect(workspace.readOnly).toBe('ioError')
  })

  it('is not trusted after the folder could not be synced, and says that the outcome is open', async () => {
    files.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['syncFolder'] })
    await expect(put(10)).rejects.toMatchObject({ code: 'IO', message: expect.stringContaining('may be on the disk or not') })
    expect(workspace.readOnly).toBe('ioError')
    expect(workspace.revision).toBe(2)
  })

  it('is missed when the folder goes or another takes its place', async () => {
    const other = await savedTwice()
    files.drop(FOLDER)
    for (const name of ['workspace.json', 'records.json', 'workspace.lock'])
      files.put(`${FOLDER}/${name}`, other.bytesOf(`${FOLDER}/${name}`)!)
    await expect(put(10)).rejects.toMatchObject({ code: 'MISSING' })
    expect(workspace.readOnly).toBe('ioError')
    expect(files.bytesOf(`${FOLDER}/records.json`)).toEqual(other.bytesOf(`${FOLDER}/records.json`))
  })

  it('leaves the name as it was', async () => {
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['write'] })
    await expect(workspace.rename('New')).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(workspace.info.name).toBe('Secretariat')
  })
})

it('keeps a save that is on the disk when a listener is defective', async () => {
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
  workspace.onCommit(() => {
    throw new Error('defective listener')
  })
  const { commit } = await put(10)
  expect(commit?.revision).toBe(3)
  expect((await warned).message).toBe('defective listener')
})

async function openAgain(): Promise<Workspace> {
  await workspace.close()
  return openWorkspace(FOLDER, testEnvironment(files))
}
