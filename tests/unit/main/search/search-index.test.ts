import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Plan } from '../../../../src/main/search/engine/plan.ts'
import { SearchIndex, type Progress, type SearchIndexOptions } from '../../../../src/main/search/search-index.ts'
import { WorkerEngine } from '../../../../src/main/search/worker/worker-engine.ts'
import { RecordIndex } from '../../../../src/main/services/record-index.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { searchFields } from '../../../../src/shared/search/query.ts'
import { inlineIndex } from '../../../support/inline-index.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../support/workspace-disk.ts'

let disk: Disk
let workspace: Workspace
let index: SearchIndex
let told: Progress[]
let logged: string[]

beforeEach(async () => {
  disk = await memoryDisk()
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  told = []
  logged = []
})
afterEach(async () => {
  await index.close()
  await workspace.close()
  await disk.remove()
})

const word = (text: string): Plan => ({ op: 'word', word: text, fields: searchFields })
const titles = async (text: string) => {
  const rows = [...(await index.rows(word(text)))]
  return rows.map((row) => workspace.headAt(row)?.title ?? '').toSorted()
}
const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, (await transaction.read(record.id))?.rev ?? 0)
  })
const notes = (count: number, body: string) => Array.from({ length: count }, (_, at) => newNote(at + 1, `Note ${at + 1}`, `${body} ${at}`))

async function open(over: Workspace = workspace, options: Partial<SearchIndexOptions> = {}): Promise<SearchIndex> {
  const records = await RecordIndex.of(workspace)
  index = new SearchIndex(over, {
    log: { error: ({ message }) => logged.push(message), info: () => undefined },
    onProgress: (progress) => told.push(progress),
    hold: inlineIndex,
    ...options,
  })
  workspace.onCommit((commit) => index.follow(commit, records.apply(commit)))
  return index
}
/** The workspace with some of its methods replaced. */
const but = (methods: Partial<Workspace>): Workspace => Object.assign(Object.create(workspace) as Workspace, methods)

/** The workspace on a disk that fails for a while. */
const failing = (fails: () => boolean): Workspace =>
  but({
    async *payloads(rows) {
      if (fails()) throw new AppError('IO', 'The disk failed.')
      yield* workspace.payloads(rows)
    },
  })
/** An index that refuses one of its calls for a while. */
const refusing =
  (refused: 'take' | 'put', refuses: () => boolean): NonNullable<SearchIndexOptions['hold']> =>
  () => {
    const holder = inlineIndex()
    return {
      call: (name, input, transfer) =>
        name === refused && refuses() ? (Promise.reject(new Error('No room.')) as never) : holder.call(name, input, transfer),
      close: () => holder.close(),
    }
  }

describe('in a thread of its own', () => {
  const inItsThread = (onGone: (reason: Error) => void) => new WorkerEngine(onGone)

  it('finds what was there, what is written, and no longer what is gone', async () => {
    await put(...notes(30, 'steppe'))
    await open(workspace, { hold: inItsThread })
    await index.ready
    expect(await titles('steppe')).toHaveLength(30)
    await put(newNote(1, 'Valley', 'river'))
    expect(await titles('river')).toEqual(['Valley'])
    expect(await titles('steppe')).toHaveLength(29)
    const matches = await index.match({
      plan: word('rive'),
      order: 'relevance',
      from: 0,
      count: 5,
      perKind: null,
      facets: ['kind:'],
      forgiving: true,
    })
    expect(matches).toMatchObject({ total: 1, facets: { 'kind:': [{ value: 'note', count: 1 }] } })
    const [found] = await index.snippets(word('rive'), null, matches.rows)
    expect(found).toMatchObject({ title: 'Valley', snippet: 'river 0'.slice(0, 5), snippetField: 'body' })
  })
})

describe('while it is built', () => {
  it('says how far it is, and that it is whole once', async () => {
    await put(...notes(50, 'common'))
    await open()
    expect(index.isReady).toBe(false)
    expect(index.progress.done).toBeLessThan(index.progress.total)
    await index.ready
    expect(index.isReady).toBe(true)
    expect(told.filter(({ done, total }) => done === total)).toEqual([{ done: 50, total: 50 }])
    expect(await titles('common')).toHaveLength(50)
  })

  it('follows what is committed meanwhile, in whichever order it comes', async () => {
    await put(...notes(40, 'ancient'))
    const order: string[] = []
    const slow = but({
      async *payloads(rows) {
        for await (const batch of workspace.payloads(rows)) {
          if (order.length === 0) {
            order.push('edited')
            await put(newNote(1, 'Changed', 'modern'), newNote(99, 'Added', 'modern'))
            await workspace.transact(anna, async (transaction) => transaction.erase(idOf(2), 1))
          }
          yield batch
        }
      },
    })
    await open(slow)
    await index.ready
    expect(order).toEqual(['edited'])
    expect(await titles('modern')).toEqual(['Added', 'Changed'])
    expect(await titles('ancient')).toHaveLength(38)
  })

  it('ends at once when it is closed', async () => {
    await put(...notes(50, 'common'))
    await open()
    await index.close()
    await index.ready
    await expect(index.rows(word('common'))).rejects.toThrow('ended')
  })
})

describe('commits', () => {
  it('of many records are read back, and nothing is whole until all of it is', async () => {
    await open()
    await index.ready
    await put(...notes(100, 'imported'))
    expect(index.isReady).toBe(false)
    await vi.waitUntil(() => index.isReady)
    expect(await titles('imported')).toHaveLength(100)
    expect(told.at(-1)).toEqual({ done: 100, total: 100 })
  })

  it('take what is put into the trash or erased out, and what comes back in', async () => {
    await put(newNote(1, 'Alpha'))
    await open()
    await index.ready
    const alpha = await workspace.read(idOf(1))
    if (!alpha) return expect.fail()
    await put({ ...alpha, trashed: { at: alpha.updatedAt, by: anna } })
    expect(await titles('alpha')).toEqual([])
    await put({ ...alpha, trashed: null })
    expect(await titles('alpha')).toEqual(['Alpha'])
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), transaction.head(idOf(1))?.rev ?? 0))
    expect(await titles('alpha')).toEqual([])
  })
})

describe('the file', () => {
  let folder: string
  let read: number[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-index-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const path = () => join(folder, 'search.bin')
  /** Notes which rows are read; the stamp is that of the workspace unless given. */
  const kept = (stamp = workspace.info.id, isWritable = true) => {
    read = []
    return but({
      derived: Object.assign(Object.create(workspace.derived) as Workspace['derived'], {
        place: () => ({ path: path(), stamp, isWritable }),
      }),
      payloads(rows) {
        const asked = [...(rows ?? Array(workspace.rowCount).keys())]
        read.push(...asked)
        return workspace.payloads(asked)
      },
    })
  }
  const again = async (over: Workspace, options: Partial<SearchIndexOptions> = {}) => {
    await index.close()
    await open(over, options)
    await index.ready
  }

  it('is written when all is found, and taken up at the next opening with what has changed since', async () => {
    await put(...notes(10, 'steppe'))
    await open(kept())
    await index.ready
    expect(read).toHaveLength(10)
    await index.close()
    await put(newNote(3, 'Valley', 'river'))
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(5), 1))
    await again(kept())
    expect(read).toEqual([workspace.rowOf(idOf(3))])
    expect(await titles('river')).toEqual(['Valley'])
    expect(await titles('steppe')).toHaveLength(8)
    expect(logged).toEqual([])
  })

  it('counts for nothing when it is damaged or of something else', async () => {
    await put(...notes(10, 'steppe'))
    await open(kept())
    await index.ready
    await index.close()
    await again(kept('another'))
    expect(read).toHaveLength(10)
    await index.close()
    const bytes = await readFile(path())
    for (const damaged of [
      bytes.subarray(0, bytes.length >> 1),
      Buffer.from('?'),
      bytes.map((byte, at) => (at === 70 ? byte ^ 1 : byte)),
    ]) {
      await writeFile(path(), damaged)
      await again(kept())
      expect(read).toHaveLength(10)
      expect(await titles('steppe')).toHaveLength(10)
    }
  })

  it('holds no word of a record that was erased for good', async () => {
    await put(...notes(10, 'steppe'), newNote(77, 'Secret', 'xylophone'))
    await open(kept())
    await index.ready
    // as UTF-16, and beginnings that words share once
    const holds = async () => (await readFile(path())).includes(Buffer.from('lophone', 'utf16le'))
    await vi.waitUntil(async () => (await readdir(folder)).includes('search.bin'))
    expect(await holds()).toBe(true)
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(77), 1))
    await vi.waitUntil(async () => !(await holds()))
    expect(await titles('steppe')).toHaveLength(10)
  })

  it('is removed when it cannot be written without what was erased, which is told once until it is written again', async () => {
    const erase = (number: number) => workspace.transact(anna, async (transaction) => transaction.erase(idOf(number), 1))
    const names = () => readdir(folder)
    await put(...notes(10, 'steppe'))
    await open(kept())
    await index.ready
    await vi.waitUntil(async () => (await names()).includes('search.bin'))
    // files of these names cannot be made
    const inTheWay = Array.from({ length: 8 }, (_, at) => join(folder, `search.bin.part-${at + 2}`))
    for (const name of inTheWay) await mkdir(name)
    await erase(1)
    await vi.waitUntil(async () => !(await names()).includes('search.bin'))
    await erase(2)
    await erase(3)
    await vi.waitUntil(() => index.isReady)
    for (const name of inTheWay) await rm(name, { recursive: true })
    await erase(4)
    await vi.waitUntil(async () => (await names()).includes('search.bin'))
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('was not written')
    await again(kept())
    expect(await titles('steppe')).toHaveLength(6)
  })

  it('is written no more, nor any part of it, when the workspace may only be read', async () => {
    await put(...notes(10, 'steppe'))
    let reason: Workspace['readOnly'] = null
    let tell = () => {}
    const over = Object.defineProperty(kept(), 'readOnly', { get: () => reason })
    const called: string[] = []
    await open(
      Object.assign(over, {
        onReadOnly: (listener: (now: Workspace['readOnly']) => void) => {
          tell = () => listener(reason)
          return () => undefined
        },
      }),
      {
        worthSaving: 1,
        hold: () => {
          const holder = inlineIndex()
          return {
            call: (name, input, transfer) => {
              called.push(`${name} ${name === 'letWrite' ? String(input[0]) : ''}`.trim())
              return holder.call(name, input, transfer)
            },
            close: () => holder.close(),
          }
        },
      },
    )
    await index.ready
    await vi.waitUntil(async () => (await readdir(folder)).includes('search.bin'))
    const bytes = await readFile(path())
    reason = 'permission'
    tell()
    called.splice(0, called.lastIndexOf('letWrite false'))
    await put(newNote(3, 'Valley', 'river'))
    expect(await titles('river')).toEqual(['Valley'])
    expect(called).toEqual(['letWrite false', 'put', 'rows'])
    expect(await readFile(path())).toEqual(bytes)
  })

  it('lets go of what was erased while nobody followed, however many rows there are, before it is written anew', async () => {
    await put(...notes(1_200, 'steppe'))
    await open(kept())
    await index.ready
    await index.close()
    await workspace.transact(anna, async (transaction) => {
      for (let number = 1; number <= 1_000; number += 1) transaction.erase(idOf(number), 1)
    })
    for (let opening = 0; opening < 2; opening += 1) {
      await again(kept(), { worthSaving: 1 })
      expect(await index.count([word('steppe')])).toEqual([200])
      await index.close()
    }
    await open(kept())
  })

  it('is not written where nothing may be, and the index answers all the same', async () => {
    await put(...notes(10, 'steppe'))
    await open(kept(undefined, false))
    await index.ready
    expect(await titles('steppe')).toHaveLength(10)
    await index.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('is done without when the disk refuses it, and the log says so', async () => {
    await put(...notes(10, 'steppe'))
    await mkdir(path())
    await writeFile(join(path(), 'in the way'), '')
    await open(kept())
    await index.ready
    await vi.waitUntil(() => logged.length > 0)
    expect(logged[0]).toContain('was not written')
    expect(await titles('steppe')).toHaveLength(10)
  })
})

describe('where a record is damaged on the disk', () => {
  /** Gives as those of a disk on which the bytes of one record have changed. */
  const damaged = (id: string, isDamaged: () => boolean = () => true) =>
    but({
      async *payloads(rows) {
        const row = workspace.rowOf(id) ?? -1
        for await (const batch of workspace.payloads(
          [...(rows ?? Array(workspace.rowCount).keys())].filter((one) => one !== row || !isDamaged()),
        ))
          yield batch
        if (isDamaged()) yield { bytes: new Uint8Array(0), places: [], damaged: [row] }
      },
    })

  it('finds all others, and the damaged one by its name, and counts it until it is written anew', async () => {
    let isDamaged = true
    await put(newNote(1, 'Mission to Batumi', 'steppe'), newNote(2, 'Visit', 'steppe'))
    await open(damaged(idOf(1), () => isDamaged))
    await index.ready
    expect(await titles('steppe')).toEqual(['Visit'])
    expect(await titles('batumi')).toEqual(['Mission to Batumi'])
    expect(index.unreadable).toBe(1)
    const [shown] = await index.snippets(word('batumi'), null, [workspace.rowOf(idOf(1)) ?? -1])
    expect(shown).toMatchObject({ title: 'Mission to Batumi', titleRanges: [[11, 17]], snippet: '' })
    isDamaged = false
    await put(newNote(1, 'Mission to Batumi', 'valley'))
    expect(await titles('valley')).toEqual(['Mission to Batumi'])
    expect(index.unreadable).toBe(0)
  })

  it('asks again for what could not be taken in, and calls nothing whole before', async () => {
    await put(...notes(50, 'steppe'))
    let refuses = true
    await open(workspace, { hold: refusing('take', () => refuses) })
    await index.ready
    refuses = false
    await expect(index.rows(word('steppe'))).rejects.toThrow('No room.')
    await index.ready
    expect(index.isReady).toBe(true)
    expect(await titles('steppe')).toHaveLength(50)
  })

  it('finds the others when nothing can be made of one, and that one by its names', async () => {
    await put(newNote(1, 'Mission to Batumi', 'steppe'), newNote(2, 'Visit', 'steppe'))
    const row = workspace.rowOf(idOf(1)) ?? -1
    await open(
      but({
        async *payloads(rows) {
          for await (const batch of workspace.payloads(rows)) {
            const at = batch.places.indexOf(row)
            // the end of a record that is none
            if (at % 3 === 0) batch.bytes.fill(0x78, (batch.places[at + 2] ?? 0) - 5, batch.places[at + 2])
            yield batch
          }
        },
      }),
    )
    await index.ready
    expect(await titles('steppe')).toEqual(['Visit'])
    expect(await titles('batumi')).toEqual(['Mission to Batumi'])
    expect(index.unreadable).toBe(1)
  })

  it('leaves it to who searches to be told of a failure, and gives no numbers until all can be found', async () => {
    let fails = true
    await put(newNote(1, 'Visit', 'steppe'))
    await open(failing(() => fails))
    expect(await index.count([word('steppe')])).toBeNull()
    await index.ready
    fails = false
    expect(await index.count([word('steppe')])).toBeNull()
    await expect(index.rows(word('steppe'), 'background')).rejects.toMatchObject({ code: 'IO' })
    await expect(index.rows(word('steppe'))).rejects.toMatchObject({ code: 'IO' })
    await index.ready
    expect(await index.count([word('steppe')])).toEqual([1])
    expect([...(await index.rows(word('steppe'), 'background'))]).toHaveLength(1)
  })

  it('gives no numbers after a change was lost, until that is mended', async () => {
    await put(newNote(1, 'Visit', 'steppe'))
    let refuses = false
    await open(workspace, { hold: refusing('put', () => refuses) })
    await index.ready
    refuses = true
    await put(newNote(2, 'Second', 'steppe'))
    await vi.waitUntil(() => logged.length > 0)
    expect(await index.count([word('steppe')])).toBeNull()
    refuses = false
    await expect(index.rows(word('steppe'))).rejects.toThrow('No room.')
    await index.ready
    expect(await index.count([word('steppe')])).toEqual([2])
  })

  it('reports a disk that fails once, and goes on when it is there again', async () => {
    let fails = true
    await put(newNote(1, 'Visit', 'steppe'))
    await open(failing(() => fails))
    await index.ready
    fails = false
    await expect(index.rows(word('steppe'))).rejects.toMatchObject({ code: 'IO' })
    // who needs all of it waits for what is read now
    await index.ready
    expect(index.isReady).toBe(true)
    expect(await titles('steppe')).toEqual(['Visit'])
    expect(logged).toHaveLength(1)
  })
})

describe('when what holds it ends by itself', () => {
  type Held = ReturnType<typeof inlineIndex> & { fall: () => void }
  let held: Held[]
  const hold: NonNullable<SearchIndexOptions['hold']> = (onGone) => {
    const one = inlineIndex()
    const fall = () => {
      one.end()
      onGone(new Error('It fell over.'))
    }
    const all = Object.assign(one, { fall })
    held.push(all)
    return all
  }
  beforeEach(() => (held = []))

  it('begins again, answers what was asked meanwhile, and says so in the log', async () => {
    await put(...notes(30, 'steppe'))
    await open(workspace, { hold })
    await index.ready
    const asked = index.rows(word('steppe'))
    held[0]?.fall()
    await put(newNote(77, 'Valley', 'steppe'))
    await asked
    await vi.waitUntil(() => index.isReady)
    expect(await titles('steppe')).toHaveLength(31)
    expect(logged).toEqual(['The thread of the search ended and is started again.'])
  })

  it('gives up when it goes on like this, saves all the same, and tries again when somebody asks', async () => {
    let isBroken = true
    await put(newNote(1, 'Visit', 'steppe'))
    await open(workspace, {
      hold: (onGone) => {
        const one = hold(onGone)
        if (isBroken) queueMicrotask(() => held.at(-1)?.fall())
        return one
      },
    })
    await vi.waitUntil(() => held.length === 4)
    await index.ready
    await put(newNote(2, 'Second', 'steppe'))
    isBroken = false
    await expect(index.rows(word('steppe'))).rejects.toMatchObject({ code: 'INTERNAL', message: expect.stringContaining('saved as ever') })
    await vi.waitUntil(() => index.isReady)
    expect(await titles('steppe')).toEqual(['Second', 'Visit'])
  })
})
