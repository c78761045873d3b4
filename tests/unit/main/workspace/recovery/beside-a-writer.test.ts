import { beforeAll, expect, test } from 'vitest'
import type { FileSystem } from '../../../../../src/main/workspace/file-system.ts'
import { checkWorkspace, createWorkspace, dumpRecords, openWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'
const NOTES = 12
/** Each sweep makes a workspace for every operation of a reader. */
const LONG = 60_000

/** The disk as a reader sees it, who is interrupted once, right before its operation `at`. */
class Interrupted {
  readonly files: FileSystem
  private operation = 0
  private work: (() => Promise<void>) | null

  constructor(disk: FileSystem, at: number, work: () => Promise<void>) {
    this.work = work
    const turn = async () => {
      this.operation += 1
      if (!this.work || this.operation !== at) return
      this.work = null
      await work()
    }
    const before =
      <A extends readonly unknown[], T>(operation: (...given: A) => Promise<T>) =>
      async (...given: A) => {
        await turn()
        return operation(...given)
      }
    this.files = Object.assign(Object.create(disk) as FileSystem, {
      readFile: before((path: string) => disk.readFile(path)),
      list: before((path: string) => disk.list(path)),
      stat: before((path: string) => disk.stat(path)),
      openForReading: before((path: string) => disk.openForReading(path)),
    })
  }

  get happened(): boolean {
    return this.work === null
  }
}

const environmentOn = (files: FileSystem) => ({ ...testEnvironment(files), segmentBytes: 3 * 1024 })

let base: MemoryFileSystem
beforeAll(async () => {
  base = new MemoryFileSystem()
  await base.createFolder('/disk')
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environmentOn(base))
  for (let number = 1; number <= NOTES; number += 1)
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, 'x'.repeat(400)), 0))
  await workspace.close()
})

/** Rewrites every segment, and lets go of what it replaced. */
async function rewriteTwice(workspace: Workspace): Promise<void> {
  for (const first of [1, 2]) {
    await workspace.transact(anna, async (transaction) => {
      for (let number = first; number <= NOTES; number += 4) transaction.erase(idOf(number), 1)
    })
    await workspace.compact()
  }
}

/** What `read` answers when a writer rewrites everything right before its operation `at`; null when it has no so many. */
async function readingBeside<T>(at: number, read: (files: FileSystem) => Promise<T>): Promise<T | null> {
  const disk = base.afterProcessExit()
  const workspace = await openWorkspace(FOLDER, environmentOn(disk))
  const interrupted = new Interrupted(disk, at, () => rewriteTwice(workspace))
  const answer = await read(interrupted.files)
  await workspace.close()
  return interrupted.happened ? answer : null
}

async function everywhere<T>(read: (files: FileSystem) => Promise<T>, judge: (answer: T, at: number) => void): Promise<void> {
  let at = 1
  for (; ; at += 1) {
    const answer = await readingBeside(at, read)
    if (answer === null) break
    judge(answer, at)
  }
  // it came to its end, and there was something to interrupt
  expect(at).toBeGreaterThan(20)
}

test('checking finds nothing wrong, whenever a writer rewrites what is read', { timeout: LONG }, () =>
  everywhere(
    (files) => checkWorkspace(FOLDER, testEnvironment(files)),
    ({ findings }, at) => expect({ at, problems: findings.filter(({ level }) => level === 'problem') }).toEqual({ at, problems: [] }),
  ),
)

test.each([true, false])('dumping gives every record that was not erased (history: %s)', { timeout: LONG }, (history) =>
  everywhere(
    async (files) => {
      const titles = new Set<string>()
      const write = async (line: Uint8Array) => void titles.add((JSON.parse(Buffer.from(line).toString()) as { title: string }).title)
      const { damaged } = await dumpRecords(FOLDER, testEnvironment(files), { history }, write)
      return { damaged, titles }
    },
    ({ damaged, titles }, at) => {
      expect({ at, damaged }).toEqual({ at, damaged: [] })
      // what was erased while it was read may be there or not
      for (let number = 1; number <= NOTES; number += 1)
        if (number % 4 === 3 || number % 4 === 0) expect({ at, has: titles.has(`Note ${number}`) }).toEqual({ at, has: true })
    },
  ),
)

test('opening for reading finds nothing wrong, and can read what it lists', { timeout: LONG }, () =>
  everywhere(
    async (files) => {
      const workspace = await openWorkspace(FOLDER, testEnvironment(files), { readOnly: true })
      const { problems } = workspace
      for (const { id } of workspace.heads()) await workspace.read(id)
      await workspace.close()
      return problems
    },
    (problems, at) => expect({ at, problems }).toEqual({ at, problems: [] }),
  ),
)
