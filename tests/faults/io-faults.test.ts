/**
 * Every operation of the disk × every error × once or for good: old or new, never wrong, and it says so.
 * The sample takes every third operation with every error.
 */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import type { MemoryFileSystem } from '../support/memory-file-system.ts'
import { MemoryFileSystem as Disk } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER, forgetEnd, savedTwice, SEGMENT } from '../support/workspace-files.ts'
import { diskErrors, figures, tell } from './programme.ts'

const STEP = figures.faultStep
const counts: Record<string, number> = {}
afterAll(() => tell('disk errors', counts))
const expectedCodes = new Set(['DISK_FULL', 'READ_ONLY', 'NO_PERMISSION', 'IO'])

interface Scenario {
  readonly name: string
  readonly begin: () => Promise<MemoryFileSystem>
  /** What is under test. Answers the workspace, if it opens one. */
  readonly act: (files: MemoryFileSystem, prepared: Workspace | undefined) => Promise<Workspace | undefined>
  /** Faults begin with `act`, or only when this has prepared it. */
  readonly prepare?: (files: MemoryFileSystem) => Promise<Workspace>
  readonly before: string | null
  readonly after: string
  /** At least so many operations of the disk. */
  readonly operations: number
}

const saving = async (workspace: Workspace) => {
  await workspace.transact(anna, async (transaction) => {
    transaction.put(newNote(1, 'First, changed'), 1)
    transaction.put(newNote(3, 'Third'), 0)
  })
}
/** Waits for what comes after a save. */
const settled = (workspace: Workspace) => workspace.whileStill(async () => undefined)
const both = '2: First 1, Алихан Байменов 1'
const changed = '3: First, changed 2, Third 1, Алихан Байменов 1'
const former = '7: Alikhan Baimenov 1, Note on Georgia 1, Steering Committee, first session 1'
const old = (name: string) => readFileSync(new URL(`../fixtures/workspaces/schema-1/${name}`, import.meta.url))

const scenarios: readonly Scenario[] = [
  {
    name: 'open',
    begin: savedTwice,
    act: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    before: both,
    after: both,
    operations: 15,
  },
  {
    name: 'open without what is derived',
    begin: async () => forgetEnd(await savedTwice()),
    act: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    before: both,
    after: both,
    operations: 15,
  },
  {
    name: 'open with a torn tail',
    begin: async () => {
      const files = forgetEnd(await savedTwice())
      files.put(fileIn(SEGMENT), Buffer.concat([files.bytesOf(fileIn(SEGMENT))!, Buffer.from('{"frame":"P. 00')]))
      return files
    },
    act: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    before: both,
    after: both,
    operations: 20,
  },
  {
    name: 'save',
    begin: savedTwice,
    prepare: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    act: async (_, workspace) => void (workspace && (await saving(workspace))),
    before: both,
    after: changed,
    operations: 2,
  },
  {
    name: 'create',
    begin: async () => {
      const files = new Disk()
      await files.createFolder('/disk')
      return files
    },
    act: (files) => createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, testEnvironment(files)),
    before: null,
    after: '0: ',
    operations: 20,
  },
  {
    name: 'migrate',
    begin: async () => {
      const files = new Disk()
      for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
      return files
    },
    act: (files) => openWorkspace(FOLDER, testEnvironment(files, 1_000)),
    before: former,
    after: former,
    operations: 60,
  },
]

const stateOf = (workspace: Workspace) =>
  `${workspace.revision}: ${[...workspace.heads()]
    .map((head) => `${head.title} ${head.rev}`)
    .toSorted()
    .join(', ')}`

/** What the next start finds. */
async function stateAfterRestart(files: MemoryFileSystem): Promise<string | null> {
  try {
    return stateOf(await openWorkspace(FOLDER, testEnvironment(files.afterProcessExit())))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code === 'NOT_A_WORKSPACE' || error.code === 'MISSING' ? null : error.code
  }
}

async function outcomeOf(work: () => Promise<unknown>): Promise<AppError | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Each error begins at another operation, so that a sample has every operation and every error. */
function* faults(operations: number): Iterable<{ readonly error: string; readonly forGood: boolean; readonly at: number }> {
  for (const [index, error] of diskErrors.entries())
    for (const forGood of [false, true]) for (let at = 1 + (index % STEP); at <= operations; at += STEP) yield { error, forGood, at }
}

async function run(scenario: Scenario, error: string, at: number, forGood: boolean): Promise<number> {
  const where = `${scenario.name}, ${error} at operation ${at} ${forGood ? 'for good' : 'once'}`
  const files = await scenario.begin()
  const workspace = await scenario.prepare?.(files)
  const from = files.operations.length
  files.inject({ at, error, forGood })
  counts[scenario.name] = (counts[scenario.name] ?? 0) + 1
  let opened: Workspace | undefined
  const failure = await outcomeOf(async () => {
    opened = await scenario.act(files, workspace)
  })
  const operations = files.operations.length - from
  files.inject(null)
  const found = await stateAfterRestart(files)
  if (!failure) {
    expect(found, where).toBe(scenario.after)
  } else {
    expect(expectedCodes, where).toContain(failure.code)
    expect(failure.message.length, where).toBeGreaterThan(40)
    // a disk that refuses tidying up too may keep a new workspace that is sound and empty
    const uncertain = failure.code === 'IO' || (scenario.name === 'create' && forGood)
    expect(uncertain ? [scenario.before, scenario.after] : [scenario.before], where).toContain(found)
  }
  if (workspace) {
    expect(stateOf(workspace), where).toBe(failure ? scenario.before : scenario.after)
    // whoever may try again succeeds, and whoever may not is told
    if (failure && workspace.readOnly === null) {
      await saving(workspace)
      expect(stateOf(workspace), where).toBe(scenario.after)
    }
    if (failure && workspace.readOnly !== null) await expect(saving(workspace), where).rejects.toMatchObject({ code: 'READ_ONLY' })
    await workspace.close()
  }
  if (opened?.readOnly === null) {
    await opened.transact(anna, async (transaction) => transaction.put(newNote(0x99), 0))
    expect((await opened.read(idOf(0x99)))?.rev, where).toBe(1)
  }
  return operations
}

describe('a fault of the disk', () => {
  it.each(scenarios)('at any operation of $name', async (scenario) => {
    const operations = await run(scenario, 'EIO', Number.POSITIVE_INFINITY, false)
    expect(operations).toBeGreaterThanOrEqual(scenario.operations)
    for (const { error, forGood, at } of faults(operations)) await run(scenario, error, at, forGood)
  })
})

describe('a fault of the disk when the next segment is begun', () => {
  /** The first save fills the segment; the next one comes after whatever the fault has done to the change of segments. */
  async function rotate(error: string, at: number, forGood: boolean): Promise<number> {
    const where = `${error} at operation ${at} ${forGood ? 'for good' : 'once'}`
    const files = await savedTwice()
    const workspace = await openWorkspace(FOLDER, testEnvironment(files, 1))
    const from = files.operations.length
    files.inject({ at, error, forGood })
    counts['rotate'] = (counts['rotate'] ?? 0) + 1
    const first = await outcomeOf(() => saving(workspace))
    await settled(workspace)
    const operations = files.operations.length - from
    files.inject(null)
    const acknowledged = first ? both : changed
    expect(stateOf(workspace), where).toBe(acknowledged)
    const second = await outcomeOf(() => workspace.transact(anna, async (transaction) => transaction.put(newNote(4), 0)))
    // one that may write goes on, in the old segment or in the new one
    expect(second?.code, where).toBe(workspace.readOnly === null ? undefined : 'READ_ONLY')
    if (first) expect(expectedCodes, where).toContain(first.code)
    const expected = stateOf(workspace)
    await workspace.close()
    const found = await stateAfterRestart(files)
    expect(first?.code === 'IO' ? [expected, changed] : [expected], where).toContain(found)
    return operations
  }

  it('loses nothing and says nothing wrong', async () => {
    const operations = await rotate('EIO', Number.POSITIVE_INFINITY, false)
    expect(operations).toBeGreaterThan(12)
    for (const { error, forGood, at } of faults(operations)) await rotate(error, at, forGood)
  })
})
