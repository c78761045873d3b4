import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemCode } from '../../../../../src/main/workspace/file-system.ts'
import { decodeSegmentHead } from '../../../../../src/main/workspace/journal/segment-head.ts'
import { SegmentWriter, UncertainWriteError } from '../../../../../src/main/workspace/journal/segment-writer.ts'
import { inShort, jsonFrame, scanned, segmentHead } from '../../../../support/journal-segments.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import type { Disk } from '../../../../support/workspace-disk.ts'
import { memoryDisk, temporaryDisk } from '../../../../support/workspace-disk.ts'

describe.each([
  ['the real disk', temporaryDisk],
  ['the disk in memory', memoryDisk],
])('on %s', (_, makeDisk) => {
  let disk: Disk
  let path: string
  beforeEach(async () => {
    disk = await makeDisk()
    path = join(disk.folder, '000000000001.g0.jsonl')
  })
  afterEach(() => disk.remove())

  it('writes what the reader reads, small and large, also after it was opened again', async () => {
    const writer = await SegmentWriter.create(disk.files, path, segmentHead)
    const placed = await writer.append([jsonFrame('a', false), jsonFrame('b')])
    expect(placed.map(({ header }) => header.sequence)).toEqual([2, 3])
    const { size, sequence, link, frames } = writer
    await writer.close()
    const again = await SegmentWriter.resume(disk.files, path, { size, sequence, link, frames })
    const large = 'l'.repeat(700_000)
    await again.append([jsonFrame(large, false), jsonFrame(large, false), jsonFrame(large)])
    await again.append([])
    await again.append([jsonFrame('c')])
    expect(again.frames).toBe(7)
    expect(again.size).toBe((await disk.files.stat(path))?.size)
    await again.close()
    const items = await scanned(disk.files, path)
    const [head] = items
    if (head?.type !== 'frame') throw new Error('There is no first frame.')
    expect(decodeSegmentHead(head.frame.payload)).toEqual(segmentHead)
    expect(head.frame.header).toMatchObject({ kind: 'S', sequence: 1, last: true, link: 0 })
    expect(inShort(items).slice(1)).toEqual(['2 "a"', '3 "b"', ...[4, 5, 6].map((number) => `${number} "${large}"`), '7 "c"'])
    const second = items[1]
    expect(second?.type === 'frame' && [second.frame.offset, second.frame.header]).toEqual([placed[0]?.offset, placed[0]?.header])
  })

  it('never writes over another segment, nor behind bytes it has not read', async () => {
    const writer = await SegmentWriter.create(disk.files, path, segmentHead)
    await expect(SegmentWriter.create(disk.files, path, segmentHead)).rejects.toMatchObject({ code: 'EEXIST' })
    const { size, sequence, link, frames } = writer
    await writer.append([jsonFrame('a')])
    await writer.close()
    await expect(SegmentWriter.resume(disk.files, path, { size, sequence, link, frames })).rejects.toMatchObject({ code: 'EIO' })
    await expect(SegmentWriter.resume(disk.files, join(disk.folder, 'x'), { size, sequence, link, frames })).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

const PATH = '/disk/segment'
const large = [jsonFrame('l'.repeat(300_000), false), jsonFrame('m'.repeat(1_500_000))]

async function openSegment(): Promise<{ files: MemoryFileSystem; writer: SegmentWriter }> {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  const writer = await SegmentWriter.create(files, PATH, segmentHead)
  await writer.append([jsonFrame('kept')])
  return { files, writer }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'written'
  } catch (error) {
    return systemCode(error)
  }
}

it('leaves the same bytes of saves in one write and of saves one by one: no reader can tell which were confirmed', async () => {
  const saves = ['a', 'b', 'c'].map((text) => jsonFrame(text))
  const together = await openSegment()
  await together.writer.append(saves)
  const apart = await openSegment()
  for (const save of saves) await apart.writer.append([save])
  expect(together.files.bytesOf(PATH)).toEqual(apart.files.bytesOf(PATH))
})

it('makes a small batch durable with one operation, and writes the end of a larger transaction when the rest is safe', async () => {
  const { files, writer } = await openSegment()
  files.operations.length = 0
  await writer.append([jsonFrame('a', false), jsonFrame('b')])
  expect(files.operations).toEqual([`appendSynced ${PATH}`])
  files.operations.length = 0
  await writer.append([jsonFrame('c'.repeat(100_000)), jsonFrame('d'.repeat(100_000))])
  expect(files.operations).toEqual([`appendSynced ${PATH}`])
  files.operations.length = 0
  await writer.append(large)
  expect(files.operations).toEqual([`append ${PATH}`, `sync ${PATH}`, `append ${PATH}`, `sync ${PATH}`])
  files.operations.length = 0
  await writer.append([jsonFrame('e'.repeat(3_000), false), jsonFrame('f'.repeat(3_000), false), jsonFrame('g')])
  expect(files.operations).toEqual([`append ${PATH}`, `sync ${PATH}`, `appendSynced ${PATH}`])
})

it('syncs the beginning of a transaction before an end that another page of the file holds, however short both are', async () => {
  const spread = []
  for (let padding = 0; padding < 4096; padding += 64) {
    const { files, writer } = await openSegment()
    await writer.append([jsonFrame('p'.repeat(padding))])
    const begins = writer.size
    files.operations.length = 0
    const [, end] = await writer.append([jsonFrame('a'.repeat(200), false), jsonFrame('b')])
    const isSpread = Math.floor(begins / 4096) < Math.floor(end!.offset / 4096)
    const expected = isSpread ? ['append', 'sync', 'appendSynced'] : ['appendSynced']
    expect(
      files.operations.map((operation) => operation.split(' ')[0]),
      `from ${begins}`,
    ).toEqual(expected)
    if (isSpread) spread.push(begins)
  }
  expect(spread.length).toBeGreaterThan(2)
})

it('writes many transactions in parts, each safe before the next', async () => {
  const { files, writer } = await openSegment()
  files.operations.length = 0
  await writer.append(Array.from({ length: 20 }, () => jsonFrame('x'.repeat(50_000))))
  expect(new Set(files.operations)).toEqual(new Set([`appendSynced ${PATH}`]))
  expect(files.operations.length).toBeLessThanOrEqual(5)
  expect((await scanned(files, PATH)).filter(({ type }) => type === 'frame')).toHaveLength(22)
})

it('cuts off all parts when a later one fails', async () => {
  const { files, writer } = await openSegment()
  const before = files.bytesOf(PATH)
  files.inject({ at: 3, error: 'ENOSPC', forGood: false, only: ['appendSynced'] })
  await expect(writer.append(Array.from({ length: 20 }, () => jsonFrame('x'.repeat(50_000))))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(files.bytesOf(PATH)).toEqual(before)
  await writer.append([jsonFrame('y')])
  expect(inShort(await scanned(files, PATH)).at(-1)).toBe('3 "y"')
})

it('goes on after short writes', async () => {
  const { files, writer } = await openSegment()
  files.inject({ at: 1, error: 'short', forGood: true, only: ['append', 'appendSynced'] })
  await writer.append([jsonFrame('a')])
  await writer.append(large)
  files.inject(null)
  expect((await scanned(files, PATH)).map(({ type }) => type)).toEqual(Array.from({ length: 5 }, () => 'frame'))
})

it.each(['full', 'ENOSPC', 'EIO', 'EROFS'])('cuts back what it wrote when the disk fails with %s, and can go on', async (error) => {
  let failures = 0
  for (const batch of [[jsonFrame('a')], large]) {
    for (let at = 1; at <= 4; at += 1) {
      const { files, writer } = await openSegment()
      const before = files.bytesOf(PATH)
      const { size, sequence, link, frames } = writer
      files.inject({
        at,
        error,
        forGood: error === 'full',
        only: error === 'full' ? ['append', 'appendSynced'] : ['append', 'appendSynced', 'sync'],
      })
      const outcome = await codeOf(writer.append(batch))
      if (outcome === 'written') continue
      expect(outcome).toBe(error === 'full' ? 'ENOSPC' : error)
      expect(files.bytesOf(PATH)).toEqual(before)
      expect([writer.size, writer.sequence, writer.link, writer.frames]).toEqual([size, sequence, link, frames])
      expect(files.afterPowerLoss(() => 0).bytesOf(PATH)).toEqual(before)
      files.inject(null)
      failures += 1
      await writer.append([jsonFrame('later')])
      expect(inShort(await scanned(files, PATH)).slice(1)).toEqual(['2 "kept"', '3 "later"'])
    }
  }
  expect(failures).toBeGreaterThanOrEqual(error === 'full' ? 1 : 3)
})

it('says when it cannot tell what is there, and writes nothing more', async () => {
  for (const only of [
    ['appendSynced', 'truncate'],
    ['appendSynced', 'sync'],
  ]) {
    const { files, writer } = await openSegment()
    files.inject({ at: 1, error: 'EIO', forGood: true, only })
    await expect(writer.append([jsonFrame('a')])).rejects.toThrow(UncertainWriteError)
    files.inject(null)
    await expect(writer.append([jsonFrame('b')])).rejects.toThrow(UncertainWriteError)
    expect(files.operations.filter((operation) => operation.startsWith('appendSynced'))).toHaveLength(2)
  }
})

it('leaves no file when it cannot be made', async () => {
  const files = new MemoryFileSystem()
  await files.createFolder('/disk')
  for (const operation of ['createFile', 'write', 'sync', 'close', 'syncFolder', 'openAppend']) {
    files.inject({ at: 1, error: 'EIO', forGood: false, only: [operation] })
    await expect(SegmentWriter.create(files, PATH, segmentHead), operation).rejects.toMatchObject({ code: 'EIO' })
    expect(files.bytesOf(PATH), operation).toBeUndefined()
  }
})

it('has its name and its first line when it answers, whatever becomes of the power', async () => {
  const { files } = await openSegment()
  const after = files.afterPowerLoss(() => 0)
  expect(inShort(await scanned(after, PATH)).slice(1)).toEqual(['2 "kept"'])
})
