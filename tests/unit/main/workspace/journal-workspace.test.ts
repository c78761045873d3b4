import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { ReadOnlyReason, Workspace } from '../../../../src/main/workspace/port.ts'
import type { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'
import { contents, fileIn, FOLDER, savedTwice, SEGMENT } from '../../../support/workspace-files.ts'

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
const saves = () => files.operations.filter((operation) => operation === `appendSynced ${fileIn(SEGMENT)}`).length
const codesOf = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((result) => (result.status === 'fulfilled' ? 'saved' : (result.reason as { code: string }).code))

describe('group commit', () => {
  it('writes together what was queued while a save was under way', async () => {
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await openHeld(() => held)
    const before = saves()
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
    await openHeld(async () => void seen.push([workspace.revision, workspace.head(idOf(10))?.title]))
    await put(10)
    expect(seen).toEqual([[2, undefined]])
    expect([workspace.revision, workspace.head(idOf(10))?.title]).toEqual([3, 'Note 10'])
  })

  it('fails everything behind a failed save, and is then as it was before', async () => {
    files.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['appendSynced'] })
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
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['appendSynced'] })
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
    files.inject({ at: 1, error, forGood: false, only: ['appendSynced'] })
    await expect(put(10)).rejects.toMatchObject({ code })
    expect(workspace.readOnly).toBe(reason)
    expect(reasons).toEqual([reason])
    const before = files.operations.length
    await expect(put(10)).rejects.toMatchObject({ code: 'READ_ONLY', details: { reason } })
    await expect(workspace.rename('New')).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect(files.operations.length).toBe(before)
    expect((await workspace.read(idOf(1)))?.title).toBe('First')
  })

  it('is not trusted when what was written could not be cut off again, and says that the outcome is open', async () => {
    files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['appendSynced', 'truncate'] })
    await expect(put(10)).rejects.toMatchObject({ code: 'IO', message: expect.stringContaining('may be on the disk or not') })
    expect(workspace.readOnly).toBe('ioError')
    expect(workspace.revision).toBe(2)
  })

  it('is missed when the folder goes or another takes its place', async () => {
    const other = await savedTwice()
    files.drop(FOLDER)
    for (const name of ['workspace.json', SEGMENT, 'workspace.lock']) files.put(fileIn(name), other.bytesOf(fileIn(name))!)
    await expect(put(10)).rejects.toMatchObject({ code: 'MISSING' })
    expect(workspace.readOnly).toBe('ioError')
    await workspace.close()
    expect(Object.keys(await contents(files)).toSorted()).toEqual([SEGMENT, 'workspace.json', 'workspace.lock'])
    expect(files.bytesOf(fileIn(SEGMENT))).toEqual(other.bytesOf(fileIn(SEGMENT)))
  })

  it('gives the reserve back when it is full, and takes it again when there is room', async () => {
    expect(files.bytesOf(fileIn('reserve'))).toHaveLength(1024 * 1024)
    files.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['appendSynced'] })
    await expect(put(10)).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(files.bytesOf(fileIn('reserve'))).toBeUndefined()
    await put(10)
    await openAgain()
    expect(files.bytesOf(fileIn('reserve'))).toHaveLength(1024 * 1024)
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

it('shows whoever reads beside it a state that was, whatever is being written', async () => {
  await workspace.close()
  workspace = await openWorkspace(FOLDER, testEnvironment(files, 2_500))
  const progress = { isWriting: true }
  const writer = async () => {
    try {
      for (let number = 10; number < 90; number += 1) {
        await workspace.transact(anna, async (transaction) => {
          transaction.put(newNote(number), 0)
          transaction.put(newNote(1, `First ${number}`), transaction.head(idOf(1))?.rev ?? 0)
        })
        if (number % 20 === 0) await workspace.compact()
        if (number % 3 === 0) await setImmediate()
      }
    } finally {
      progress.isWriting = false
    }
  }
  let seen = 0
  let states = 0
  const reader = async () => {
    while (progress.isWriting) {
      const reading = await openWorkspace(FOLDER, testEnvironment(files), { readOnly: true })
      expect([reading.problems, reading.readOnly]).toEqual([[], 'permission'])
      expect(reading.revision).toBeGreaterThanOrEqual(seen)
      seen = reading.revision
      // every save adds one record and makes one version of the first
      expect([...reading.heads()]).toHaveLength(seen)
      for (const { id, title } of reading.heads()) expect((await reading.read(id))?.title).toBe(title)
      if (seen > 2) expect((await reading.read(idOf(1)))?.title).toBe(`First ${seen + 7}`)
      await reading.close()
      states += 1
      // the disk in memory answers at once: compaction waits for a turn of the event loop
      await setImmediate()
    }
  }
  await Promise.all([writer(), reader()])
  expect(states).toBeGreaterThan(3)
})

describe('segments', () => {
  const segments = async () => (await files.list(fileIn('segments'))).filter((name) => name.endsWith('.jsonl')).toSorted()

  it('are closed when they are full, and everything in them can be read', async () => {
    await workspace.close()
    workspace = await openWorkspace(FOLDER, testEnvironment(files, 3_000))
    for (let number = 10; number < 20; number += 1) await put(number)
    await workspace.whileStill(async () => undefined)
    expect((await segments()).length).toBeGreaterThan(1)
    const check = async () => {
      for (let number = 10; number < 20; number += 1) expect((await workspace.read(idOf(number)))?.title).toBe(`Note ${number}`)
      expect(workspace.revision).toBe(12)
    }
    await check()
    workspace = await openAgain()
    await check()
    files.drop(fileIn('derived'))
    workspace = await openAgain()
    await check()
  })

  it('that were begun when the program stopped are taken away', async () => {
    await workspace.close()
    const name = 'segments/000000000009.g0.jsonl'
    files.put(fileIn(name), files.bytesOf(fileIn(SEGMENT))!.subarray(0, 100))
    workspace = await openWorkspace(FOLDER, testEnvironment(files))
    expect(await segments()).toEqual(['000000000001.g0.jsonl'])
  })

  it('show a batch of several transactions whole or not at all', async () => {
    await Promise.all([put(10), put(11), put(12)])
    const bytes = files.bytesOf(fileIn(SEGMENT))!
    await workspace.transact(anna, async (transaction) => {
      transaction.put(newNote(13), 0)
      transaction.put(newNote(14), 0)
    })
    const whole = files.bytesOf(fileIn(SEGMENT))!
    await workspace.close()
    // the first of two frames is there, the second is not
    const cut = whole.indexOf('{"frame":"', bytes.length + 1)
    const crashed = files.afterProcessExit()
    crashed.drop(fileIn('derived'))
    crashed.drop(fileIn('segments/acknowledged'))
    crashed.put(fileIn(SEGMENT), whole.subarray(0, cut))
    const again = await openWorkspace(FOLDER, testEnvironment(crashed))
    expect([again.revision, again.head(idOf(13)), again.head(idOf(12))?.title]).toEqual([5, undefined, 'Note 12'])
    expect(again.notices).toMatchObject([{ code: 'tornTail' }])
  })
})

it('answers with what the disk gave, or says which record is damaged', async () => {
  const bytes = Buffer.from(files.bytesOf(fileIn(SEGMENT))!)
  bytes.write('Zirst', bytes.indexOf('"title":"First"') + 9)
  files.put(fileIn(SEGMENT), bytes)
  workspace = await openAgain()
  await expect(workspace.read(idOf(1))).rejects.toMatchObject({ code: 'DAMAGED', details: { id: idOf(1), title: 'First' } })
  expect((await workspace.read(idOf(2)))?.title).toBe('Алихан Байменов')
})

async function openAgain(): Promise<Workspace> {
  await workspace.close()
  return openWorkspace(FOLDER, testEnvironment(files))
}

/** Opens the workspace again with something to be done before each save is written. */
async function openHeld(before: () => Promise<void>): Promise<void> {
  await workspace.close()
  const openForAppending = files.openForAppending.bind(files)
  files.openForAppending = async (path) => {
    const file = await openForAppending(path)
    const appendSynced = async (bytes: Uint8Array) => {
      await before()
      return file.appendSynced(bytes)
    }
    return { ...file, appendSynced }
  }
  workspace = await openWorkspace(FOLDER, testEnvironment(files))
}
