import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AcknowledgedMark, isBeyond, readAcknowledged } from '../../../../../src/main/workspace/journal/acknowledged.ts'
import type { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import type { Disk } from '../../../../support/workspace-disk.ts'
import { memoryDisk, temporaryDisk } from '../../../../support/workspace-disk.ts'

const end = (sequence: number) => ({ segment: '000000000001.g0.jsonl', size: sequence * 100, sequence, link: 0xfedcba98 })
const unexpected = (error: unknown) => {
  throw error
}

describe.each([
  ['the real disk', temporaryDisk],
  ['the disk in memory', memoryDisk],
])('on %s', (_, makeDisk) => {
  let disk: Disk
  let path: string
  beforeEach(async () => {
    disk = await makeDisk()
    path = join(disk.folder, 'acknowledged')
  })
  afterEach(() => disk.remove())

  it('remembers the last note, in a file that does not grow', async () => {
    expect(await readAcknowledged(disk.files, path, 'first')).toBeNull()
    const mark = new AcknowledgedMark(disk.files, path, 'first', unexpected)
    mark.note(end(7))
    await mark.settled()
    const size = (await disk.files.stat(path))?.size
    for (let sequence = 8; sequence < 2000; sequence += 1) mark.note(end(sequence))
    await mark.close()
    expect(await readAcknowledged(disk.files, path, 'first')).toEqual(end(1999))
    expect((await disk.files.stat(path))?.size).toBe(size)
    const again = new AcknowledgedMark(disk.files, path, 'first', unexpected)
    again.note(end(2000))
    await again.close()
    expect(await readAcknowledged(disk.files, path, 'first')).toEqual(end(2000))
    expect(await readAcknowledged(disk.files, path, 'second')).toBeNull()
  })
})

it('is nothing with any byte changed or cut', async () => {
  const { files } = await memoryDisk()
  const memory = files as MemoryFileSystem
  const mark = new AcknowledgedMark(files, '/disk/a', 'first', unexpected)
  mark.note(end(12))
  await mark.close()
  const bytes = Buffer.from(memory.bytesOf('/disk/a')!)
  for (let at = 0; at < bytes.length; at += 1) {
    for (const change of [0, 0x20, (bytes[at] ?? 0) ^ 1, 0x39]) {
      if (bytes[at] === change) continue
      const changed = Buffer.from(bytes)
      changed[at] = change
      memory.put('/disk/a', changed)
      expect(await readAcknowledged(files, '/disk/a', 'first'), `byte ${at}`).toBeNull()
    }
    memory.put('/disk/a', bytes.subarray(0, at))
    expect(await readAcknowledged(files, '/disk/a', 'first')).toBeNull()
  }
})

it('tells of a failure and goes on with the next note', async () => {
  const { files } = await memoryDisk()
  const memory = files as MemoryFileSystem
  const problems: unknown[] = []
  const mark = new AcknowledgedMark(files, '/disk/a', 'first', (error) => problems.push(error))
  memory.inject({ at: 1, error: 'EIO', forGood: false, only: ['overwrite'] })
  mark.note(end(1))
  await mark.settled()
  expect(problems).toMatchObject([{ code: 'EIO' }])
  mark.note(end(2))
  await mark.close()
  expect(await readAcknowledged(files, '/disk/a', 'first')).toEqual(end(2))
})

it('says what lies beyond', () => {
  expect(isBeyond(null, { sequence: 0, link: 0 })).toBe(false)
  expect(isBeyond(end(5), { sequence: 5, link: end(5).link })).toBe(false)
  expect(isBeyond(end(5), { sequence: 6, link: 1 })).toBe(false)
  expect(isBeyond(end(5), { sequence: 4, link: 1 })).toBe(true)
  expect(isBeyond(end(5), { sequence: 5, link: 1 })).toBe(true)
})
