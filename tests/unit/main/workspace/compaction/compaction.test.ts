import { describe, expect, it, vi } from 'vitest'
import { Compaction } from '../../../../../src/main/workspace/compaction/compaction.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { SegmentedStore } from '../../../../support/segmented-store.ts'

async function withErased(): Promise<SegmentedStore> {
  const store = await SegmentedStore.create(new MemoryFileSystem())
  await store.put(1, 1, 'one')
  await store.put(2, 1, 'two')
  await store.erase(1)
  return store
}

function compaction(store: SegmentedStore) {
  const problems: unknown[] = []
  return { problems, made: new Compaction(store, { onProblem: (problem) => problems.push(problem), quiet: 0 }) }
}

const nothing = { segmentsRewritten: 0, versionsDropped: 0, bytesFreed: 0 }

describe('Compaction', () => {
  it('does nothing while one is under way', async () => {
    const store = await withErased()
    const { made } = compaction(store)
    const [first, second] = await Promise.all([made.compact(), made.compact()])
    expect(first.segmentsRewritten).toBe(1)
    expect(second).toEqual(nothing)
  })

  it('works by itself some time after it was asked to, and once for several reasons', async () => {
    const store = await withErased()
    const { made, problems } = compaction(store)
    made.requestSoon()
    made.requestSoon()
    await vi.waitFor(() => expect(store.manifest().segments[0]?.name).toContain('.g1.'))
    await made.close()
    expect(store.forgotten).toHaveLength(1)
    expect(problems).toEqual([])
  })

  it('tells what went wrong in the background, and can be asked again', async () => {
    const store = await withErased()
    const { made, problems } = compaction(store)
    store.files.inject({ at: 1, error: 'ENOSPC', forGood: true, only: ['createFile'] })
    made.requestSoon()
    await vi.waitFor(() => expect(problems).toHaveLength(1))
    store.files.inject(null)
    expect((await made.compact()).segmentsRewritten).toBeGreaterThan(0)
    expect(await store.content()).toEqual({ 'Note 2': 'two' })
  })

  it('is called off when the workspace closes, and does nothing afterwards', async () => {
    const store = await withErased()
    const { made, problems } = compaction(store)
    const compacting = made.compact()
    await made.close()
    expect(await compacting).toEqual(nothing)
    expect(store.manifest().segments.every(({ name }) => name.includes('.g0.'))).toBe(true)
    made.requestSoon()
    expect(await made.compact()).toEqual(nothing)
    expect(problems).toEqual([])
  })
})
