import { describe, expect, it } from 'vitest'
import { DiskRoom, NoRoomError, realDisk } from '../../../../../src/main/search/engine/disk-room.ts'

const MB = 1024 * 1024

function roomOf(free: number | undefined, size = 1000 * MB) {
  const disk = { free, now: 0, asked: 0 }
  const room = new DiskRoom(() => '', {
    room: () => {
      disk.asked += 1
      return disk.free === undefined ? undefined : { free: disk.free, size }
    },
    now: () => disk.now,
  })
  return { disk, room }
}

describe('DiskRoom', () => {
  it('keeps a tenth of a small disk and 256 MB of a large one', () => {
    const { room } = roomOf(120 * MB)
    expect([room.refusal(18 * MB), room.refusal(20 * MB)]).toEqual(['', expect.stringContaining('100 MB free for saving')])
    const { room: large } = roomOf(300 * MB, 1_000_000 * MB)
    expect([large.refusal(42 * MB), large.refusal(44 * MB)]).toEqual(['', expect.stringContaining('256 MB free for saving')])
  })

  it('does not look again for some minutes when a part had no room, while the file is asked for each time', () => {
    const { disk, room } = roomOf(100 * MB)
    expect(room.allowsPart(MB)).toBe(false)
    disk.free = 500 * MB
    expect([room.allowsPart(1), room.refusal(MB)]).toEqual([false, ''])
    disk.now = 10 * 60_000
    expect(room.allowsPart(MB)).toBe(true)
  })

  it('writes nothing for some minutes after writing failed', () => {
    const { disk, room } = roomOf(500 * MB)
    room.failed()
    expect([room.allowsPart(1), room.refusal(1)]).toEqual([false, expect.stringContaining('failed')])
    disk.now = 10 * 60_000
    expect([room.allowsPart(1), room.refusal(1)]).toEqual([true, ''])
  })

  it('looks while it is written as well: others write at the same time', () => {
    const { disk, room } = roomOf(120 * MB)
    for (let written = 0; written < 10; written += 1) room.claim(MB / 4)
    disk.free = 101 * MB
    expect(() => {
      for (let written = 0; written < 10; written += 1) room.claim(MB / 4)
    }).toThrow(NoRoomError)
    expect(room.allowsPart(1)).toBe(false)
  })

  it('leaves it to the writing where the room is not known', () => {
    const { room } = roomOf(undefined)
    expect(room.refusal(1000 * MB)).toBe('')
    expect(realDisk.room('no such folder')).toBeUndefined()
    expect(realDisk.room('.')?.size).toBeGreaterThan(0)
  })
})
