/** Whatever happens to records, to the index's file and to whoever holds it: it answers as one that was built just now. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SearchIndex } from '../../../../src/main/search/search-index.ts'
import { RecordIndex } from '../../../../src/main/services/record-index.ts'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { systemCode } from '../../../../src/main/workspace/file-system.ts'
import { freshAnswers, indexAnswers } from '../../../support/index-answers.ts'
import { inlineIndex } from '../../../support/inline-index.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../support/workspace-disk.ts'

const WORDS = ['alpha', 'baimenov', 'Байменов', 'steppe', 'степь', 'valley', 'Астана', 'merit']
const RECORDS = 12
const log = { error: () => undefined, info: () => undefined }

let folder: string
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-index-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A workspace in memory whose index lies in a file. */
class Subject {
  workspace!: Workspace
  index!: SearchIndex
  readonly #disk: Disk
  readonly #path: string
  readonly #environment
  #end: () => void = () => undefined

  constructor(disk: Disk) {
    this.#disk = disk
    this.#path = join(folder, `${(files += 1)}.bin`)
    this.#environment = testEnvironment(disk.files)
  }

  async begin(): Promise<void> {
    this.workspace = await createWorkspace(this.#disk.folder, { name: 'Hub', sample: false }, this.#environment)
    await this.#openIndex()
  }

  /** `crash`: whoever holds the index has no time to end. */
  async restart(crash: boolean): Promise<void> {
    if (crash) this.#end()
    await this.index.close()
    await this.workspace.close()
    this.workspace = await openWorkspace(this.#disk.folder, this.#environment)
    await this.#openIndex()
  }

  async damage(at: number): Promise<void> {
    try {
      const bytes = await readFile(this.#path)
      const place = Math.floor(at * bytes.length)
      if (at < 0.3) await writeFile(this.#path, bytes.subarray(0, place))
      else if (place < bytes.length) await writeFile(this.#path, bytes.fill((bytes[place] ?? 0) ^ 0x5a, place, place + 1))
    } catch (error) {
      // nothing has been written yet
      if (systemCode(error) !== 'ENOENT') throw error
    }
  }

  async write(numbers: readonly number[], body: string): Promise<void> {
    await this.workspace.transact(anna, async (transaction) => {
      for (const number of numbers) {
        const before = await transaction.read(idOf(number))
        if (!before?.trashed) transaction.put(newNote(number, `${body} ${number}`, body), before?.rev ?? 0)
      }
    })
  }

  /** While no index follows. */
  async eraseUnseen(numbers: readonly number[]): Promise<void> {
    await this.index.close()
    for (const number of numbers) await this.erase(number)
    await this.restart(false)
  }

  async trash(number: number): Promise<void> {
    await this.workspace.transact(anna, async (transaction) => {
      const before = await transaction.read(idOf(number))
      if (before) transaction.put({ ...before, trashed: before.trashed ? null : { at: before.updatedAt, by: anna } }, before.rev)
    })
  }

  async erase(number: number): Promise<void> {
    await this.workspace.transact(anna, async (transaction) => {
      const before = transaction.head(idOf(number))
      if (before) transaction.erase(before.id, before.rev)
    })
  }

  /** Compares it with an index that knows of no file. */
  async compare(): Promise<void> {
    await whole(this.index)
    expect(await indexAnswers(this.index, WORDS)).toEqual(await freshAnswers(this.workspace, WORDS))
  }

  async end(): Promise<void> {
    await this.index.close()
    await this.workspace.close()
  }

  async #openIndex(): Promise<void> {
    const { workspace } = this
    const derived = {
      ...workspace.derived,
      place: () => ({ path: this.#path, stamp: JSON.stringify([workspace.info.id, workspace.rowsEpoch]), isWritable: true }),
    }
    const records = await RecordIndex.of(workspace)
    this.index = new SearchIndex(Object.assign(Object.create(workspace) as Workspace, { derived }), {
      log,
      onProgress: () => undefined,
      worthSaving: 5,
      hold: () => {
        const holder = inlineIndex()
        this.#end = () => holder.end()
        return holder
      },
    })
    const { index } = this
    workspace.onCommit((commit) => index.follow(commit, records.apply(commit)))
  }
}

/** A failure is told once, and then tried again. */
async function whole(index: SearchIndex): Promise<void> {
  do await index.ready.then(() => new Promise<void>((resolve) => void setImmediate(resolve)))
  while (!index.isReady)
}

const number = fc.integer({ min: 1, max: RECORDS })
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

type Step = (subject: Subject) => Promise<void>
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(number, text).map(
      ([one, body]): Step =>
        (subject) =>
          subject.write([one], body),
    ),
  },
  {
    weight: 2,
    arbitrary: number.map(
      (one): Step =>
        (subject) =>
          subject.trash(one),
    ),
  },
  {
    weight: 2,
    arbitrary: number.map(
      (one): Step =>
        (subject) =>
          subject.erase(one),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.array(number, { maxLength: 4 }).map(
      (some): Step =>
        (subject) =>
          subject.eraseUnseen(some),
    ),
  },
  // more than is copied over at once
  {
    weight: 1,
    arbitrary: text.map(
      (body): Step =>
        (subject) =>
          subject.write(
            Array.from({ length: 25 }, (_, at) => 100 + at),
            body,
          ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map(
      (crash): Step =>
        (subject) =>
          subject.restart(crash),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }).map(
      (at): Step =>
        (subject) =>
          subject.damage(at),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((subject) => whole(subject.index)) },
  { weight: 1, arbitrary: fc.constant<Step>((subject) => subject.compare()) },
)

it('is equal to one that was built anew, after any changes, restarts, crashes and damage', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const subject = new Subject(await memoryDisk())
      await subject.begin()
      for (const take of steps) await take(subject)
      await subject.restart(false)
      await subject.compare()
      await subject.end()
    }),
    { numRuns: 20 },
  )
})
