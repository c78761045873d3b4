import { describe, expect, it } from 'vitest'
import { compactSegments } from '../../../../../src/main/workspace/compaction/compact-segments.ts'
import { examineManifest } from '../../../../../src/main/workspace/examine.ts'
import { scanSegment } from '../../../../../src/main/workspace/journal/segment-reader.ts'
import { DamagedFileError } from '../../../../../src/main/workspace/json-file.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { idOf } from '../../../../support/new-record.ts'
import { SegmentedStore } from '../../../../support/segmented-store.ts'

const signal = () => new AbortController().signal

/** Note 1 with a long history of which most may go, note 2 with one version, in two closed segments. */
async function twoSegments(files = new MemoryFileSystem()): Promise<SegmentedStore> {
  const store = await SegmentedStore.create(files)
  for (let rev = 1; rev <= 60; rev += 1) await store.put(1, 700 - rev / 100, `old ${rev}`)
  await store.put(2, 600, 'two')
  await store.rotate()
  for (let day = 1; day <= 20; day += 1) await store.put(3, 500 - day, `three ${day}`)
  await store.put(1, 400, 'one')
  await store.rotate()
  await store.put(4, 1, 'four')
  return store
}

const sameContent = { 'Note 1': 'one', 'Note 2': 'two', 'Note 3': 'three 20', 'Note 4': 'four' }

async function allText(store: SegmentedStore): Promise<string> {
  const texts = await Promise.all((await store.segmentFiles()).map((name) => store.files.bytesOf(store.paths.segment(name))?.toString()))
  return texts.join('')
}

describe('compactSegments', () => {
  it('drops what the history does not keep, and leaves every current version readable', async () => {
    const store = await twoSegments()
    const before = store.revisions(1)
    const report = await compactSegments(store, signal())
    expect(report.segmentsRewritten).toBeGreaterThan(0)
    expect(report.versionsDropped).toBe(before.length - store.revisions(1).length + 20 - store.revisions(3).length)
    expect(report.versionsDropped).toBeGreaterThan(20)
    expect(report.bytesFreed).toBeGreaterThan(0)
    expect(store.revisions(1)[0]).toBe(61)
    expect(await store.content()).toEqual(sameContent)
  })

  it('opens to the same afterwards, from the segments alone', async () => {
    const store = await twoSegments()
    await compactSegments(store, signal())
    const again = await SegmentedStore.open(store.files.afterProcessExit())
    expect(await again.content()).toEqual(sameContent)
    for (const number of [1, 2, 3, 4]) {
      expect(again.revisions(number)).toEqual(store.revisions(number))
      expect(again.columns.versions(idOf(number))).toEqual(store.columns.versions(idOf(number)))
    }
  })

  it('keeps sequence numbers, ends every transaction in its frame, and says of the file before it where that ends', async () => {
    const store = await twoSegments()
    await compactSegments(store, signal())
    const { segments } = store.manifest()
    let sequence = 0
    for (const { name, first, frames } of segments) {
      let found = 0
      const file = await store.files.openForReading(store.paths.segment(name))
      for await (const item of scanSegment(file)) {
        if (item.type === 'damage') throw new Error(item.reason)
        expect(item.frame.header.last).toBe(true)
        expect(item.frame.header.sequence).toBeGreaterThan(sequence)
        if (found === 0) expect(item.frame.header).toMatchObject({ kind: 'S', sequence: first })
        sequence = item.frame.header.sequence
        found += 1
      }
      expect(found).toBe(frames)
    }
    expect(sequence).toBe(segments.at(-1)?.last)
  })

  it('does nothing when nothing is worth it', async () => {
    const store = await SegmentedStore.create(new MemoryFileSystem())
    for (let number = 1; number <= 5; number += 1) await store.put(number, 1, 'text')
    await store.rotate()
    const before = await store.segmentFiles()
    expect(await compactSegments(store, signal())).toEqual({ segmentsRewritten: 0, versionsDropped: 0, bytesFreed: 0 })
    expect(await store.segmentFiles()).toEqual(before)
  })

  it('keeps the files before until the next compaction', async () => {
    const store = await twoSegments()
    const first = store.manifest().segments.map(({ name }) => name)
    await compactSegments(store, signal())
    expect(await store.segmentFiles()).toEqual(expect.arrayContaining(first))
    expect(store.forgotten).toEqual(first)
    const again = await SegmentedStore.open(store.files.afterProcessExit())
    expect(await again.segmentFiles()).toEqual(expect.arrayContaining(first))
    await again.erase(2)
    await compactSegments(again, signal())
    for (const name of first) expect(await again.segmentFiles()).not.toContain(name)
    expect(await again.content()).toEqual({ 'Note 1': 'one', 'Note 3': 'three 20', 'Note 4': 'four' })
  })

  it('takes an erased record away altogether, title and all, by the next opening', async () => {
    const store = await twoSegments()
    await store.put(5, 0, 'secret of note five')
    await store.erase(1)
    await store.erase(5)
    await compactSegments(store, signal())
    const again = await SegmentedStore.open(store.files.afterProcessExit())
    expect(await again.content()).toEqual({ 'Note 2': 'two', 'Note 3': 'three 20', 'Note 4': 'four' })
    expect(await allText(again)).not.toMatch(/Note 1"|Note 5"|secret|old \d/)
    expect((await allText(again)).match(/"frame":"E/g)).toHaveLength(2)
    for (const path of [again.paths.manifest, again.paths.previousManifest]) {
      const { content } = await examineManifest(again.files, path)
      expect(content?.discarded).toEqual([])
      expect(await again.segmentFiles()).toEqual(expect.arrayContaining(content?.segments.map(({ name }) => name) ?? ['none']))
    }
    const twice = await SegmentedStore.open(again.files.afterProcessExit())
    expect(await twice.segmentFiles()).toEqual(await again.segmentFiles())
  })

  it('does not bring an erased record back when it was made again and compacted', async () => {
    const store = await twoSegments()
    await store.erase(2)
    await store.put(2, 0, 'two anew')
    await compactSegments(store, signal())
    const again = await SegmentedStore.open(store.files.afterProcessExit())
    expect((await again.content())['Note 2']).toBe('two anew')
    expect(again.revisions(2)).toEqual([1])
  })

  it('puts many small neighbours together', async () => {
    const store = await SegmentedStore.create(new MemoryFileSystem())
    for (let number = 1; number <= 12; number += 1) {
      await store.put(number, 1, `text ${number}`)
      await store.rotate()
    }
    const report = await compactSegments(store, signal())
    expect(report).toMatchObject({ segmentsRewritten: 12, versionsDropped: 0 })
    expect(store.manifest().segments).toHaveLength(1)
    expect(Object.keys(await (await SegmentedStore.open(store.files.afterProcessExit())).content())).toHaveLength(12)
  })

  it('never makes a segment larger than a full one out of several', async () => {
    const store = await SegmentedStore.create(new MemoryFileSystem())
    for (let number = 1; number <= 20; number += 1) {
      await store.put(number, 1, 'x'.repeat(10_000))
      await store.rotate()
    }
    await compactSegments(store, signal())
    for (const { bytes } of store.manifest().segments) expect(bytes).toBeLessThanOrEqual(store.segmentBytes)
    expect(store.manifest().segments.length).toBeLessThan(20)
  })

  it('lets edits and rotations happen meanwhile, and loses none of them', async () => {
    const store = await twoSegments()
    const compacting = compactSegments(store, signal())
    for (let day = 0; day < 30; day += 1) {
      await store.put(1 + (day % 4), 0, `during ${day}`)
      if (day % 10 === 5) await store.alone(() => store.rotate())
      if (day === 20) await store.erase(4)
    }
    await compacting
    const again = await SegmentedStore.open(store.files.afterProcessExit())
    expect(await again.content()).toEqual(await store.content())
    expect((await again.content())['Note 1']).toBe('during 28')
  })

  it('rewrites nothing from a segment that is not as it was closed, and changes nothing', async () => {
    const spoils = [
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 500), Buffer.from('?'), bytes.subarray(501)]),
      (bytes: Buffer) => bytes.subarray(0, -1),
      // exactly a line less: what is left is sound by itself
      (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length - 2) + 1),
    ]
    for (const spoil of spoils) {
      const store = await twoSegments()
      const { manifest } = store
      const path = store.paths.segment(manifest().segments[0]?.name ?? '')
      store.files.put(path, spoil(Buffer.from(store.files.bytesOf(path) ?? [])))
      const before = [await store.segmentFiles(), manifest(), store.revisions(1)]
      await expect(compactSegments(store, signal())).rejects.toThrow(DamagedFileError)
      expect([await store.segmentFiles(), manifest(), store.revisions(1)]).toEqual(before)
    }
  })

  it('takes back what it has rewritten when a later segment fails', async () => {
    const store = await SegmentedStore.create(new MemoryFileSystem())
    for (const number of [1, 2]) {
      for (let rev = 1; rev <= 12; rev += 1) await store.put(number, 800 - rev / 100, 'x'.repeat(4_000))
      await store.put(number + 2, 1, 'y'.repeat(40_000))
      await store.rotate()
      for (let rev = 1; rev <= 12; rev += 1) await store.put(number, 400 - rev, 'z'.repeat(2_000))
    }
    await store.rotate()
    const before = [await store.segmentFiles(), store.manifest()]
    const path = store.paths.segment(store.manifest().segments[1]?.name ?? '')
    const spoiled = Buffer.from(store.files.bytesOf(path) ?? [])
    spoiled.writeUInt8(spoiled.readUInt8(500) ^ 1, 500)
    store.files.put(path, spoiled)
    const done = store.files.operations.length
    await expect(compactSegments(store, signal())).rejects.toThrow(DamagedFileError)
    expect(store.files.operations.slice(done)).toContainEqual(expect.stringMatching(/^rename .*\.g1\.jsonl$/))
    expect([await store.segmentFiles(), store.manifest()]).toEqual(before)
  })

  it('does not put a copy in place that does not read back as it was written', async () => {
    for (let at = 1; at <= 2; at += 1) {
      const store = await twoSegments()
      const before = [await store.segmentFiles(), store.manifest()]
      store.files.inject({ at, error: 'corrupt', forGood: false, only: ['write'] })
      const compacting = compactSegments(store, signal())
      if (at === 1) await expect(compacting).rejects.toThrow(DamagedFileError)
      else await compacting.catch(() => undefined)
      store.files.inject(null)
      if (at === 1) expect([await store.segmentFiles(), store.manifest()]).toEqual(before)
    }
  })

  it('stops when it is told to, and leaves nothing behind', async () => {
    const store = await twoSegments()
    const before = [await store.segmentFiles(), store.manifest()]
    const stopping = new AbortController()
    const compacting = compactSegments(store, stopping.signal)
    stopping.abort()
    await expect(compacting).rejects.toThrow('aborted')
    expect([await store.segmentFiles(), store.manifest()]).toEqual(before)
  })
})
