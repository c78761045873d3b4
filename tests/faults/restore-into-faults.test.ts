/**
 * Every operation of making a workspace anew from a backup fails in every way, or the power goes: the new folder is then
 * absent, or holds nothing that passes for a workspace, or the whole workspace; the backup is what it was.
 */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { countRecords, findBackups, makeBackup, restoreInto, secondBackups, takeSnapshot } from '../../src/main/workspace/backups/index.ts'
import { createWorkspace, inspectFolder, type WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { titlesIn, withEachFailure, withEachLossOfPower } from './at-every-operation.ts'

const STICK = '/stick'
const INTO = '/home/anna/Hub'
const SECRET = 'a picture'
const sha256 = createHash('sha256').update(SECRET).digest('hex')
const PICTURE = `${INTO}/attachments/${sha256.slice(0, 2)}/${sha256}`
const ERRORS = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'short', 'corrupt'] as const

/** The stick, and the home of a computer that has never seen the workspace. */
let base: MemoryFileSystem
let operations: number
let stick: Record<string, string>

const on = (files: MemoryFileSystem): WorkspaceEnvironment => {
  let ids = 0x1000
  return {
    files,
    clock: () => Date.UTC(2023, 5, 15, 12),
    newId: () => idOf((ids += 1)),
    owner: { person: anna.name, device: anna.device, host: 'test' },
  }
}

async function restore(files: MemoryFileSystem, into = INTO, signal?: AbortSignal): Promise<void> {
  const [found] = await findBackups(files, STICK)
  const [backup] = found?.backups ?? []
  if (!found || !backup) throw new Error('There is no backup to test with.')
  await restoreInto(into, { folder: found.folder, backup }, on(files), { signal })
}

/** What it fails with; null when it comes about. */
async function failure(files: MemoryFileSystem): Promise<unknown> {
  try {
    await restore(files)
    return null
  } catch (error) {
    return error
  }
}

const stateOf = (files: MemoryFileSystem, folder = INTO) => titlesIn(folder, on(files))
const trial = () => ({ base, operations, attempt: restore })

async function contentsOf(files: MemoryFileSystem, folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of [...(await files.list(folder))].toSorted()) {
    const path = `${folder}/${name}`
    if ((await files.stat(path))?.kind === 'folder') Object.assign(found, await contentsOf(files, path))
    else found[path] = files.bytesOf(path)?.toString('latin1') ?? ''
  }
  return found
}

const WHOLE = 'First, Second'
const NO_WORKSPACE = ['MISSING', 'NOT_A_WORKSPACE']

/** Whatever is left, the backup can be restored beside it; and it never passes for less than it was. */
async function expectNothingOrAll(files: MemoryFileSystem, alsoDamaged = false): Promise<string> {
  const now = await stateOf(files.afterProcessExit())
  expect([WHOLE, ...NO_WORKSPACE, ...(alsoDamaged ? ['DAMAGED'] : [])]).toContain(now)
  if (now === WHOLE) expect(files.bytesOf(PICTURE)?.toString()).toBe(SECRET)
  expect(await contentsOf(files, STICK)).toEqual(stick)
  const again = files.afterProcessExit()
  await restore(again, '/home/anna/Hub again')
  expect(await stateOf(again, '/home/anna/Hub again')).toBe(WHOLE)
  return now
}

beforeAll(async () => {
  const lost = new MemoryFileSystem()
  const environment = on(lost)
  const workspace = await createWorkspace('/hub', { name: 'Hub', sample: false }, environment)
  for (const [number, title] of ['First', 'Second'].entries())
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number + 1, title, 'A text'), 0))
  lost.put(`/hub/attachments/${sha256.slice(0, 2)}/${sha256}`, Buffer.from(SECRET))
  await lost.createFolder(STICK)
  const counts = await countRecords(workspace)
  const snapshot = await workspace.whileStill(() => takeSnapshot(lost, '/hub', workspace.revision, counts))
  const place = (await secondBackups(lost, STICK, workspace.info)) ?? expect.fail('The stick is not there.')
  await makeBackup(place, snapshot, { files: lost, clock: environment.clock, reason: 'hand', copyAttachments: true })
  await workspace.close()

  base = new MemoryFileSystem()
  for (const [path, text] of Object.entries(await contentsOf(lost, STICK))) base.put(path, Buffer.from(text, 'latin1'))
  base.put('/home/anna/.profile', Buffer.from('x'))
  stick = await contentsOf(base, STICK)
  const clean = base.afterProcessExit()
  await restore(clean)
  operations = clean.operations.length
  expect(await expectNothingOrAll(clean)).toBe(WHOLE)
  const names = await clean.list(INTO)
  expect(names).toEqual(expect.arrayContaining(['workspace.json', 'workspace.previous.json']))
  expect(names.filter((name) => name.startsWith('.'))).toEqual([])
})

describe('a workspace made anew from a backup', () => {
  test.each(ERRORS)('with %s at any operation, once, is there or the folder is as it was', async (error) => {
    let failures = 0
    for await (const { files, at, failure: failed } of withEachFailure(trial(), error, [false])) {
      const now = await expectNothingOrAll(files)
      if (failed === null) expect(now).toBe(WHOLE)
      else {
        failures += 1
        // one failure does not keep from tidying up
        expect(await files.stat(INTO), `${files.operations[at - 1]}: ${String(failed)}`).toBeUndefined()
      }
    }
    // half a write is gone on with; only what is read and written can be changed
    expect(failures).toBeGreaterThan(error === 'short' ? -1 : error === 'corrupt' ? 4 : operations / 2)
  })

  test.each(['EIO', 'ENOSPC', 'EROFS', 'EACCES'] as const)('with %s from any operation on is not taken for sound', async (error) => {
    for await (const { files, failure: failed } of withEachFailure(trial(), error, [true])) {
      // at the last steps all files have their places already; without the last manifest that is told as damage
      await expectNothingOrAll(files, true)
      if (failed instanceof AppError && (await files.stat(INTO)) && (await inspectFolder(INTO, files)).holds !== 'nothing')
        expect(failed.message).toContain('can be deleted')
    }
  })

  test('when the power goes at any operation is whole, or can be begun again or told as damaged', async () => {
    const choose = seededChooser(7)
    let again = 0
    for await (const { files, failure: failed } of withEachLossOfPower(trial())) {
      if (failed !== null) expect(failed).toBeInstanceOf(PowerLoss)
      // a manifest is never there before what it names
      const left = [files.afterProcessExit(), ...Array.from({ length: 6 }, () => files.afterPowerLoss(choose))]
      for (const after of left) if (await after.stat(`${INTO}/workspace.json`)) expect(await stateOf(after.afterProcessExit())).toBe(WHOLE)
      for (let state = 0; state < 6; state += 1) {
        const after = files.afterPowerLoss(choose)
        await expectNothingOrAll(after, true)
        if ((await inspectFolder(INTO, after)).holds !== 'nothing') continue
        again += 1
        await restore(after)
        expect(await stateOf(after)).toBe(WHOLE)
        expect((await after.list(INTO)).filter((name) => name.startsWith('.'))).toEqual([])
      }
    }
    expect(again).toBeGreaterThan(operations)
  })

  test('stands once it is done, also when the power goes then', async () => {
    const choose = seededChooser(11)
    for (const into of [INTO, '/home/anna/Work/2023/Hub']) {
      const files = base.afterProcessExit()
      await restore(files, into)
      for (let state = 0; state < 20; state += 1) expect(await stateOf(files.afterPowerLoss(choose), into)).toBe(WHOLE)
    }
  })

  test('loses no file of a record to a stick that is pulled out: it is called off', async () => {
    const files = base.afterProcessExit()
    const pulled = Object.assign(Object.create(files) as MemoryFileSystem, {
      openForReading: (path: string) => {
        if (path.startsWith(STICK) && path.endsWith(sha256)) files.drop(STICK)
        return files.openForReading(path)
      },
    })
    expect(await failure(pulled)).toMatchObject({ code: 'MISSING' })
    expect(await files.stat(INTO)).toBeUndefined()
  })

  test('that is stopped at any step leaves no folder', async () => {
    for (let at = 1; at <= operations; at += 3) {
      const files = base.afterProcessExit()
      const controller = new AbortController()
      const stopping = Object.assign(Object.create(files) as MemoryFileSystem, {
        openForReading: (path: string) => {
          if (files.operations.length >= at) controller.abort()
          return files.openForReading(path)
        },
      })
      try {
        await restore(stopping, INTO, controller.signal)
      } catch (error) {
        expect(error).toMatchObject({ code: 'CANCELLED' })
        expect(await files.stat(INTO)).toBeUndefined()
      }
      await expectNothingOrAll(files)
    }
  })
})
