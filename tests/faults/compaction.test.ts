/**
 * A compaction that fails or loses its power at any operation leaves the old files or the new ones, with every current
 * version readable; and so does an opening that is interrupted while it finishes one.
 */
import { afterAll, expect, it } from 'vitest'
import { compactSegments } from '../../src/main/workspace/compaction/compact-segments.ts'
import { DamagedFileError } from '../../src/main/workspace/json-file.ts'
import { UncertainReplacementError } from '../../src/main/workspace/replace-file.ts'
import { segmentNames } from '../../src/main/workspace/manifest-file.ts'
import { systemCode } from '../../src/main/workspace/file-system.ts'
import { MemoryFileSystem, PowerLoss, seededChooser } from '../support/memory-file-system.ts'
import { SegmentedStore } from '../support/segmented-store.ts'
import { diskErrors, figures, tell } from './programme.ts'

const errors = [...diskErrors, 'corrupt']
const counts = { faults: 0, 'power-loss states': 0 }
afterAll(() => tell('compaction', counts))

/** A workspace that was compacted once, then edited, with a record erased since: everything there is to do is to be done. */
async function beginning(): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem()
  const store = await SegmentedStore.create(files)
  for (let rev = 1; rev <= 15; rev += 1) await store.put(1, 900 - rev / 100, `old ${rev}`)
  await store.rotate()
  await store.put(2, 600, 'two')
  await store.rotate()
  await compactSegments(store, new AbortController().signal)
  for (let day = 1; day <= 14; day += 1) await store.put(3, 700 - day / 100, `three ${day}`)
  await store.put(1, 400, 'one')
  await store.rotate()
  await store.put(4, 1, 'secret')
  await store.erase(4)
  await store.checkpoint()
  return durable(files)
}

/** The same with everything synced. */
const durable = (files: MemoryFileSystem): MemoryFileSystem => files.afterProcessExit()

const content = { 'Note 1': 'one', 'Note 2': 'two', 'Note 3': 'three 14' }
const compact = (store: SegmentedStore) => compactSegments(store, new AbortController().signal)

/** What was made of it on the way does not matter: the machine is off. */
const isPowerLoss = (problem: unknown): boolean => problem instanceof PowerLoss || (problem instanceof Error && isPowerLoss(problem.cause))

interface Histories {
  readonly before: string
  readonly after: string
}
const historyOf = (store: SegmentedStore) => JSON.stringify([1, 2, 3].map((number) => store.revisions(number)))

async function histories(): Promise<Histories> {
  const store = await SegmentedStore.open(await beginning())
  const before = historyOf(store)
  await compact(store)
  return { before, after: historyOf(store) }
}

/** Opens twice, because the first opening tidies up. */
async function expectWhole(files: MemoryFileSystem, { before, after }: Histories): Promise<void> {
  const opened = await SegmentedStore.open(files)
  expect(await opened.content()).toEqual(content)
  expect([before, after]).toContain(historyOf(opened))
  const again = await SegmentedStore.open(files.afterProcessExit())
  expect(historyOf(again)).toBe(historyOf(opened))
  const names = await again.segmentFiles()
  expect(names).toEqual(expect.arrayContaining([...segmentNames(again.manifest())]))
  // nothing is left lying there for good: one more compaction takes away what an earlier one kept
  await compact(again)
  const last = await SegmentedStore.open(again.files.afterProcessExit())
  expect(await last.content()).toEqual(content)
  expect(historyOf(last)).toBe(after)
  const text = (await last.segmentFiles()).map((name) => last.files.bytesOf(last.paths.segment(name))?.toString()).join('')
  expect(text).not.toContain('secret')
}

it('leaves the old files or the new ones whichever operation fails, and says that it failed', async () => {
  const expected = await histories()
  expect(expected.before).not.toBe(expected.after)
  for (const error of errors) {
    for (const forGood of [false, true]) {
      for (let at = 1; ; at += 1) {
        const files = await beginning()
        const store = await SegmentedStore.open(files)
        const beforehand = await store.segmentFiles()
        const done = files.operations.length
        files.inject({ at, error, forGood })
        counts.faults += 1
        const failure = await compact(store).then(
          () => null,
          (problem: unknown) => problem,
        )
        const wasHit = files.operations.length - done >= at
        files.inject(null)
        if (failure !== null && !(failure instanceof UncertainReplacementError) && !(failure instanceof DamagedFileError))
          expect(systemCode(failure)).not.toBe('')
        // in the process that goes on
        expect(await store.content()).toEqual(content)
        // each attempt on a full disk would leave another set of files
        if (failure !== null && !forGood && !(failure instanceof UncertainReplacementError)) {
          expect([...beforehand, ...segmentNames(store.manifest())]).toEqual(expect.arrayContaining([...(await store.segmentFiles())]))
        }
        // what is rewritten is read back; a byte that the disk changes elsewhere is noticed by the next opening
        const wasRewriting = !forGood && (files.operations[done + at - 1]?.includes('/segments/.') ?? true)
        if (error !== 'corrupt' || wasRewriting) await expectWhole(durable(files), expected)
        if (!wasHit) break
      }
    }
  }
})

it('leaves the old files or the new ones when the power goes, also again while opening', async () => {
  const expected = await histories()
  const choose = seededChooser(11)
  for (let at = 1; ; at += 1) {
    const files = await beginning()
    const store = await SegmentedStore.open(files)
    files.inject({ at, error: 'powerLoss', forGood: true })
    const lost = await compact(store).then(() => false, isPowerLoss)
    files.inject(null)
    for (let state = 0; state < figures.powerStates; state += 1) {
      counts['power-loss states'] += 1
      const left = files.afterPowerLoss(choose)
      left.inject({ at: 1 + choose(40), error: 'powerLoss', forGood: true })
      try {
        await SegmentedStore.open(left)
      } catch (problem) {
        if (!isPowerLoss(problem)) throw problem
      }
      left.inject(null)
      await expectWhole(left.afterPowerLoss(choose), expected)
    }
    if (!lost) break
  }
})
