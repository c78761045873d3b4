import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexDocument } from '../../../../../src/main/search/engine/document.ts'
import { IndexStore } from '../../../../../src/main/search/engine/index-store.ts'
import { indexDocument } from '../../../../support/index-document.ts'

const MB = 1024 * 1024
const SIZE = 20 * MB
const RESERVE = SIZE / 10

const noteOf = (row: number, body: string) => indexDocument({ row, body, updatedAt: row })
/** Different words, so that a note takes up some room. */
const longNote = (row: number): IndexDocument =>
  noteOf(row, Array.from({ length: 90 }, (_, at) => `w${(row * 7919 + at * 104_729) % 9973}`).join(' '))
const word = (text: string) => ({ op: 'word', word: text, fields: ['body'] }) as const

describe('IndexStore on a disk with little room', () => {
  let folder: string
  /** What others have taken up. */
  let others: number
  let now: number
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'index-'))
    others = 0
    now = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const place = () => ({ path: join(folder, 'derived', 'search.bin'), stamp: 'a', isWritable: true })
  const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('search.bin'))
  const free = () => SIZE - others - files().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const disk = { room: () => ({ free: free(), size: SIZE }), now: () => now }

  /** The least room that there was until then. */
  async function leastFree(until: Promise<unknown>): Promise<number> {
    let least = free()
    const ended = new AbortController()
    void until.finally(() => ended.abort())
    while (!ended.signal.aborted) {
      await setImmediate()
      least = Math.min(least, free())
    }
    return least
  }

  it('leaves the room for saving free, whatever is put in, and takes the room up again when there is some', async () => {
    others = 11 * MB
    const store = IndexStore.open(place(), { mostInMemory: 0, leastInFile: 0, disk })
    let least = SIZE
    for (let batch = 0; batch < 6; batch += 1) {
      store.put(Array.from({ length: 100 }, (_, at) => longNote(batch * 100 + at)))
      store.rows({ op: 'all' })
      least = Math.min(least, await leastFree(store.settled()))
    }
    const before = files()
    expect(before.length).toBeGreaterThan(0)
    others += free() - RESERVE - MB / 2
    for (let edit = 0; edit < 30; edit += 1) {
      store.put([noteOf(edit % 7, `edit${edit}`)])
      expect([...store.rows(word(`edit${edit}`))]).toEqual([edit % 7])
      least = Math.min(least, await leastFree(store.settled()))
    }
    // nothing was written for any of the edits, and what was written stands
    expect(files()).toEqual(before)
    expect(await store.save(1)).toContain('free for saving')
    expect(least).toBeGreaterThanOrEqual(RESERVE)
    expect(store.count([{ op: 'all' }])).toEqual([600])

    others = 0
    now += 10 * 60_000
    expect(await store.save(2)).toBe('')
    expect(files()).toEqual([join('derived', 'search.bin')])
    expect(store.count([{ op: 'all' }])).toEqual([600])
    await store.close()
  })

  it('keeps the file that there is when there is no room for a new one', async () => {
    const store = IndexStore.open(place(), { disk })
    store.put([noteOf(1, 'committee')])
    expect(await store.save(1)).toBe('')
    const bytes = readFileSync(place().path)
    others = SIZE - RESERVE
    store.put([noteOf(2, 'committee')])
    expect(await store.save(2)).not.toBe('')
    expect([...store.rows(word('committee'))].toSorted()).toEqual([1, 2])
    expect(readFileSync(place().path)).toEqual(bytes)
    expect(files()).toHaveLength(1)
    await store.close()
    expect(IndexStore.open(place(), { disk }).revision).toBe(1)
  })

  it('removes the file that there is when what it holds must go and there is no room for a new one', async () => {
    const store = IndexStore.open(place(), { disk })
    store.put([noteOf(1, 'committee'), noteOf(2, 'secret')])
    expect(await store.save(1)).toBe('')
    others = SIZE - RESERVE
    store.remove([2])
    expect(await store.save(2, true)).toContain('free for saving')
    expect(files()).toEqual([])
    expect([...store.rows(word('committee'))]).toEqual([1])
    await store.close()
  })

  it('writes nothing from the moment on from which the workspace may only be read', async () => {
    const store = IndexStore.open(place(), { mostInMemory: 0, leastInFile: 0, disk })
    store.put([longNote(1)])
    expect(await store.save(1)).toBe('')
    const before = files()
    store.letWrite(false)
    for (let edit = 2; edit < 30; edit += 1) {
      store.put([longNote(edit)])
      store.rows({ op: 'all' })
      await store.settled()
    }
    expect(await store.save(2, true)).toContain('only be read')
    expect(files()).toEqual(before)
    expect(store.count([{ op: 'all' }])).toEqual([29])
    store.letWrite(true)
    expect(await store.save(3)).toBe('')
    await store.close()
  })

  it('gives up a file that is being written when the workspace may only be read', async () => {
    let asked = 0
    const told = {
      room: () => {
        // in the midst of it
        if (asked++ === 1) store.letWrite(false)
        return { free: SIZE, size: SIZE }
      },
      now: () => now,
    }
    const store = IndexStore.open(place(), { disk: told })
    store.put(Array.from({ length: 1600 }, (_, row) => longNote(row)))
    expect(await store.save(1)).toContain('only be read')
    expect(asked).toBe(2)
    expect(files()).toEqual([])
    expect(store.count([{ op: 'all' }])).toEqual([1600])
  })

  it('gives up a file while it is written when others take the room, and answers all the same', async () => {
    let asked = 0
    const taken = { room: () => ({ free: asked++ === 0 ? SIZE : RESERVE, size: SIZE }), now: () => now }
    const store = IndexStore.open(place(), { disk: taken })
    store.put(Array.from({ length: 1600 }, (_, row) => longNote(row)))
    expect(await store.save(1)).toContain('free for saving')
    expect(asked).toBe(2)
    expect(files()).toEqual([])
    expect(store.count([{ op: 'all' }])).toEqual([1600])
  })

  it('has no files for small parts', async () => {
    const store = IndexStore.open(place(), { mostInMemory: 0, disk })
    for (let edit = 0; edit < 30; edit += 1) {
      store.put([noteOf(edit, 'committee')])
      store.rows({ op: 'all' })
      await store.settled()
    }
    expect(files()).toEqual([])
    expect(store.count([word('committee')])).toEqual([30])
  })

  it('stops trying for some minutes when no file can be made', async () => {
    // in the place of the folder
    writeFileSync(join(folder, 'derived'), '')
    let asked = 0
    const counted = { room: () => void (asked += 1), now: () => now }
    const store = IndexStore.open(place(), { mostInMemory: 0, leastInFile: 0, disk: counted })
    for (let edit = 0; edit < 30; edit += 1) {
      store.put([noteOf(edit, 'committee')])
      store.rows({ op: 'all' })
      await store.settled()
    }
    expect(asked).toBe(1)
    expect(store.count([word('committee')])).toEqual([30])
    now += 10 * 60_000
    store.put([noteOf(30, 'committee')])
    store.rows({ op: 'all' })
    expect(asked).toBe(2)
  })
})
