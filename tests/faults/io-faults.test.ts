/** Every operation of the disk × every error × once or for good: old or new, never wrong, and it says so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace, restorePrevious } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { AppError } from '../../src/shared/errors.ts'
import type { MemoryFileSystem } from '../support/memory-file-system.ts'
import { MemoryFileSystem as Disk } from '../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { fileIn, FOLDER, savedTwice } from '../support/workspace-files.ts'

const errors = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'short']
const expectedCodes = new Set(['DISK_FULL', 'READ_ONLY', 'NO_PERMISSION', 'IO'])

interface Scenario {
  readonly name: string
  readonly begin: () => Promise<MemoryFileSystem>
  /** What is under test. Answers the workspace, if it opens one. */
  readonly act: (files: MemoryFileSystem) => Promise<Workspace | undefined>
  /** Faults begin with `act`, or only when this has prepared it. */
  readonly prepare?: (files: MemoryFileSystem) => Promise<Workspace>
  readonly before: string | null
  readonly after: string
}

const saving = async (workspace: Workspace) => {
  await workspace.transact(anna, async (transaction) => {
    transaction.put(newNote(1, 'First, changed'), 1)
    transaction.put(newNote(3, 'Third'), 0)
  })
}
const both = '2: First 1, Алихан Байменов 1'
const old = (name: string) => readFileSync(new URL(`../fixtures/workspaces/schema-1/${name}`, import.meta.url))

const scenarios: readonly Scenario[] = [
  { name: 'open', begin: savedTwice, act: (files) => openWorkspace(FOLDER, testEnvironment(files)), before: both, after: both },
  {
    name: 'save',
    begin: savedTwice,
    prepare: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    act: async () => undefined,
    before: both,
    after: '3: First, changed 2, Third 1, Алихан Байменов 1',
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
  },
  {
    name: 'migrate',
    begin: async () => {
      const files = new Disk()
      for (const name of ['workspace.json', 'records.json']) files.put(fileIn(name), old(name))
      return files
    },
    act: (files) => openWorkspace(FOLDER, testEnvironment(files)),
    before: '7: Alikhan Baimenov 1, Note on Georgia 1, Steering Committee, first session 1',
    after: '7: Alikhan Baimenov 1, Note on Georgia 1, Steering Committee, first session 1',
  },
  {
    name: 'restore',
    begin: async () => {
      const files = await savedTwice()
      files.put(fileIn('records.json'), Buffer.from('{"format":"rapporteur-records"'))
      return files
    },
    act: async (files) => void (await restorePrevious(FOLDER, testEnvironment(files))),
    before: 'DAMAGED',
    after: '1: First 1',
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

async function run(scenario: Scenario, error: string, at: number, forGood: boolean): Promise<number> {
  const where = `${scenario.name}, ${error} at operation ${at} ${forGood ? 'for good' : 'once'}`
  const files = await scenario.begin()
  const workspace = await scenario.prepare?.(files)
  const from = files.operations.length
  files.inject({ at, error, forGood })
  let opened: Workspace | undefined
  const failure = await outcomeOf(async () => {
    opened = await scenario.act(files)
    if (workspace) await saving(workspace)
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
    expect(operations).toBeGreaterThan(5)
    for (const error of errors) {
      for (const forGood of [false, true]) {
        for (let at = 1; at <= operations; at += 1) await run(scenario, error, at, forGood)
      }
    }
  })
})
