import { array, assert, asyncProperty, boolean, constant, nat, oneof } from 'fast-check'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexDocument } from '../../../../../src/main/search/engine/document.ts'
import { IndexDamagedError } from '../../../../../src/main/search/engine/index-damaged-error.ts'
import { IndexStore } from '../../../../../src/main/search/engine/index-store.ts'
import { indexDocument } from '../../../../support/index-document.ts'
import { someDocument } from '../../../../support/index-documents.ts'

const noteOf = (row: number, body: string) => indexDocument({ row, body, updatedAt: row })
const word = (text: string) => ({ op: 'word', word: text, fields: ['body'] }) as const
/** Every part lies in a file, however small. */
const byPosition = { mostInMemory: 0, leastInFile: 0 }
const found = (store: IndexStore, text: string) => [...store.rows(word(text))].toSorted((one, other) => one - other)

describe('IndexStore', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'index-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const place = (stamp = 'a', isWritable = true) => ({ path: join(folder, 'derived', 'search.bin'), stamp, isWritable })

  it('finds what was put in last, and nothing of what was removed', () => {
    const store = IndexStore.empty()
    store.put([noteOf(1, 'steering committee'), noteOf(2, 'committee')])
    store.put([noteOf(1, 'civil service')])
    expect(found(store, 'committee')).toEqual([2])
    store.remove([2])
    expect(found(store, 'committee')).toEqual([])
    expect(store.count([word('service'), { op: 'all' }])).toEqual([1, 1])
    store.clear()
    expect(store.count([{ op: 'all' }])).toEqual([0])
  })

  it('takes up again what it saved, with the revision, and goes on from there', async () => {
    const store = IndexStore.open(place())
    expect(store.revision).toBeNull()
    store.put([noteOf(1, 'steering committee'), noteOf(2, 'committee')])
    store.put([noteOf(1, 'civil service')])
    expect(await store.save(7)).toBe('')
    expect(found(store, 'committee')).toEqual([2])
    await store.close()

    const again = IndexStore.open(place())
    expect(again.revision).toBe(7)
    expect(found(again, 'committee')).toEqual([2])
    expect(found(again, 'service')).toEqual([1])
    again.put([noteOf(3, 'committee')])
    again.remove([2])
    expect(await again.save(8)).toBe('')
    expect(found(again, 'committee')).toEqual([3])
    await again.close()
    const last = IndexStore.open(place())
    expect([last.revision, found(last, 'committee')]).toEqual([8, [3]])
    await last.close()
    expect(readdirSync(join(folder, 'derived'))).toEqual(['search.bin'])
  })

  it('counts what is put in while it saves', async () => {
    const store = IndexStore.open(place())
    store.put(Array.from({ length: 1200 }, (_, row) => noteOf(row, `committee number${row % 97} of ${row}`)))
    const saving = store.save(1)
    await Promise.resolve()
    store.put([noteOf(5, 'changed'), noteOf(5000, 'new')])
    store.remove([6])
    expect(await saving).toBe('')
    expect(found(store, 'changed')).toEqual([5])
    expect(found(store, 'new')).toEqual([5000])
    expect(store.count([word('committee')])).toEqual([1198])
    await store.close()
  })

  it('begins with nothing out of a file of another stamp, or a damaged one', async () => {
    const store = IndexStore.open(place())
    store.put([noteOf(1, 'committee')])
    await store.save(1)
    await store.close()
    expect(IndexStore.open(place('b')).revision).toBeNull()
    const bytes = readFileSync(place().path)
    for (const at of [0, 20, bytes.length - 30]) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at)
      writeFileSync(place().path, damaged)
      const opened = IndexStore.open(place())
      expect([opened.revision, found(opened, 'committee')]).toEqual([null, []])
    }
  })

  it('says why it cannot be saved, and answers all the same', async () => {
    const store = IndexStore.open(place('a', false))
    store.put([noteOf(1, 'committee')])
    expect(await store.save(1)).not.toBe('')
    rmSync(folder, { recursive: true })
    const gone = IndexStore.open(place())
    gone.put([noteOf(1, 'committee')])
    expect(await gone.save(1)).not.toBe('')
    expect([found(store, 'committee'), found(gone, 'committee')]).toEqual([[1], [1]])
  })

  it('merges what many edits leave behind, and answers the same', async () => {
    const store = IndexStore.empty()
    for (let edit = 0; edit < 60; edit += 1) {
      store.put([noteOf(edit % 20, `edit${edit} committee`)])
      expect(found(store, `edit${edit}`)).toEqual([edit % 20])
    }
    await store.settled()
    expect(store.count([word('committee')])).toEqual([20])
    expect(found(store, 'edit59')).toEqual([19])
    expect(found(store, 'edit39')).toEqual([])
  })

  it('notices damaged postings when they are read, and begins anew when it is told to', async () => {
    const store = IndexStore.open(place())
    store.put(Array.from({ length: 50 }, (_, row) => noteOf(row, 'committee')))
    await store.save(1)
    await store.close()
    const bytes = readFileSync(place().path)
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
    writeFileSync(place().path, bytes)
    const opened = IndexStore.open(place(), byPosition)
    expect(opened.revision).toBe(1)
    expect(() => found(opened, 'committee')).toThrow(IndexDamagedError)
    expect(await opened.save(2)).not.toBe('')
    opened.clear()
    opened.put([noteOf(1, 'committee')])
    expect(found(opened, 'committee')).toEqual([1])
    expect(await opened.save(3)).toBe('')
    await opened.close()
    expect(IndexStore.open(place()).revision).toBe(3)
  })

  it('leaves nothing behind when it is cleared or closed while it saves', async () => {
    const store = IndexStore.open(place(), byPosition)
    store.put(Array.from({ length: 900 }, (_, row) => noteOf(row, `committee number${row} of ${row % 7}`)))
    const saving = store.save(1)
    store.clear()
    store.put([noteOf(1, 'committee')])
    const again = store.save(2)
    await Promise.all([saving, again])
    expect(found(store, 'committee')).toEqual([1])
    await store.close()
    expect(readdirSync(join(folder, 'derived')).filter((name) => name !== 'search.bin')).toEqual([])
  })

  it('removes what a run that ended at once has left behind', () => {
    mkdirSync(join(folder, 'derived'))
    writeFileSync(`${place().path}.part-3`, 'half')
    IndexStore.open(place())
    expect(readdirSync(join(folder, 'derived'))).toEqual([])
  })

  it('is after any edits, saves and openings what is built anew, in memory and by position', async () => {
    const step = oneof(
      { weight: 5, arbitrary: array(someDocument(9), { maxLength: 3 }).map((documents) => ({ documents })) },
      { weight: 2, arbitrary: array(nat({ max: 8 }), { maxLength: 2 }).map((rows) => ({ rows })) },
      { weight: 1, arbitrary: constant({ save: true }) },
      { weight: 1, arbitrary: constant({ reopen: true }) },
    )
    await assert(
      asyncProperty(array(step, { maxLength: 8 }), boolean(), async (steps, inMemory) => {
        rmSync(join(folder, 'derived'), { recursive: true, force: true })
        const options = inMemory ? {} : byPosition
        let store = IndexStore.open(place(), options)
        const model = new Map<number, IndexDocument>()
        for (const one of steps) {
          if ('documents' in one) {
            store.put(one.documents)
            for (const document of one.documents) model.set(document.row, document)
          } else if ('rows' in one) {
            store.remove(one.rows)
            for (const row of one.rows) model.delete(row)
          } else {
            expect(await store.save(5)).toBe('')
            if (!('reopen' in one)) continue
            await store.close()
            store = IndexStore.open(place(), options)
            expect(store.revision).toBe(5)
          }
        }
        const fresh = IndexStore.empty()
        fresh.put([...model.values()])
        for (const plan of [{ op: 'all' }, word('committee'), word('siskin'), word('шишкин'), word('a')] as const) {
          expect(store.rows(plan).toSorted()).toEqual(fresh.rows(plan).toSorted())
          const request = { plan, order: 'relevance', from: 0, count: 20, perKind: null, facets: ['tag:'], forgiving: false } as const
          expect(store.match(request)).toEqual(fresh.match(request))
        }
        await store.close()
      }),
      { numRuns: 40 },
    )
  })
})
