/**
 * Power that goes at every operation of saving, of beginning segments, of making a workspace and of bringing an old one
 * into the journal, with unsynced bytes and names lost, cut, zeroed or out of order: what was acknowledged is there, and
 * every state opens as the old or the new one.
 */
import { readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../support/memory-file-system.ts'
import { anna, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER, savedTwice } from '../support/workspace-files.ts'
import { figures, tell } from './programme.ts'

const NEW_FOLDER = '/disk/Offices/Astana/Secretariat'
const STATES = figures.powerStates
const counts = { 'power-loss states': 0 }
afterAll(() => tell('power loss at save, create, migrate', counts))

/** Runs until the power goes at operation `at`; answers the last revision that was acknowledged. */
async function actUntilPowerLoss(
  files: MemoryFileSystem,
  at: number,
  act: (acknowledge: (revision: number) => void) => Promise<void>,
): Promise<{ acknowledged: number; lost: boolean }> {
  let acknowledged = 0
  files.inject({ at, error: 'powerLoss', forGood: true })
  try {
    await act((revision) => (acknowledged = revision))
    return { acknowledged, lost: false }
  } catch (error) {
    if (!isPowerLoss(error)) throw error
    return { acknowledged, lost: true }
  }
}

/** What the store made of it does not matter: the machine is off. */
const isPowerLoss = (error: unknown): boolean => error instanceof PowerLoss || (error instanceof Error && isPowerLoss(error.cause))

async function revisionIn(files: MemoryFileSystem, folder = FOLDER): Promise<number | string> {
  try {
    const workspace = await openWorkspace(folder, testEnvironment(files))
    const { revision } = workspace
    // every save of these tests adds one record
    const heads = [...workspace.heads()]
    expect(heads).toHaveLength(revision)
    for (const { id, title } of heads) expect((await workspace.read(id))?.title).toBe(title)
    await workspace.close()
    return revision
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

it('leaves every save old or new, also when the power goes again while opening', async () => {
  const choose = seededChooser(7)
  let states = 0
  for (let at = 1; ; at += 1) {
    const files = await savedTwice()
    const { acknowledged, lost } = await actUntilPowerLoss(files, at, async (acknowledge) => {
      // a segment is full with its second record
      const workspace = await openWorkspace(FOLDER, testEnvironment(files, 2_000))
      acknowledge(workspace.revision)
      for (const number of [3, 4, 5, 6]) {
        const { commit } = await workspace.transact(anna, async (transaction) => transaction.put(newNote(number), 0))
        acknowledge(commit?.revision ?? 0)
      }
      await workspace.close()
    })
    for (let state = 0; state < STATES; state += 1) {
      counts['power-loss states'] += 1
      const after = files.afterPowerLoss(choose)
      // and again: the machine comes up, opens, and loses power at some operation of that
      await actUntilPowerLoss(after, 1 + choose(25), async () => void (await openWorkspace(FOLDER, testEnvironment(after))))
      const found = await revisionIn(after.afterPowerLoss(choose))
      states += 1
      const where = `operation ${at}, state ${state}`
      expect(found, where).toBeGreaterThanOrEqual(Math.max(2, acknowledged))
      expect(found, where).toBeLessThanOrEqual(Math.max(2, acknowledged) + 1)
    }
    if (!lost) break
  }
  expect(states).toBeGreaterThan(20 * STATES)
})

it('leaves a new workspace made or not made, with every folder above it', async () => {
  const choose = seededChooser(8)
  for (let at = 1; ; at += 1) {
    const files = new MemoryFileSystem()
    const { lost } = await actUntilPowerLoss(
      files,
      at,
      async () => void (await createWorkspace(NEW_FOLDER, { name: 'New', sample: false }, testEnvironment(files))),
    )
    for (let state = 0; state < STATES; state += 1) {
      counts['power-loss states'] += 1
      const found = await revisionIn(files.afterPowerLoss(choose), NEW_FOLDER)
      expect(lost ? [0, 'MISSING', 'NOT_A_WORKSPACE'] : [0], `operation ${at}`).toContain(found)
    }
    if (!lost) break
  }
})

it('leaves a migration begun or done, and the old files safe', async () => {
  const choose = seededChooser(9)
  const old = (name: string) => readFileSync(new URL(`../fixtures/workspaces/schema-1/${name}`, import.meta.url))
  for (let at = 1; ; at += 1) {
    const files = new MemoryFileSystem()
    for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
    const { lost } = await actUntilPowerLoss(files, at, async () => void (await openWorkspace(FOLDER, testEnvironment(files))))
    for (let state = 0; state < STATES; state += 1) {
      counts['power-loss states'] += 1
      const after = files.afterPowerLoss(choose)
      const workspace = await openWorkspace(FOLDER, testEnvironment(after))
      expect([workspace.revision, [...workspace.heads()].length], `operation ${at}`).toEqual([7, 3])
    }
    if (!lost) break
  }
})
