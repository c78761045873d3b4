import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillWithSample } from '../../../../src/main/sample/index.ts'
import { createSearchIndex, type SearchIndex } from '../../../../src/main/search/index.ts'
import { createWorkspace, type WorkspaceEnvironment } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { searchMethods } from '../../../../src/shared/contract/search.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newNote, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../support/workspace-disk.ts'

let disk: Disk
let environment: WorkspaceEnvironment
let workspace: Workspace
let index: SearchIndex

beforeEach(async () => {
  disk = await memoryDisk()
  environment = testEnvironment(disk.files)
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, environment)
})
afterEach(async () => {
  index.close()
  await workspace.close()
  await disk.remove()
})

const put = (...records: readonly AnyRecord[]) =>
  workspace.transact(anna, async (transaction) => {
    for (const record of records) transaction.put(record, (await transaction.read(record.id))?.rev ?? 0)
  })
const open = async () => {
  index = createSearchIndex(workspace)
  await index.ready
}
const titles = async (text: string) => (await index.query({ text })).groups.flatMap(({ hits }) => hits.map(({ title }) => title))
/** The text with its ranges in guillemets. */
const marked = (text: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.toReversed().reduce((result, [from, to]) => `${result.slice(0, from)}«${result.slice(from, to)}»${result.slice(to)}`, text)

it('indexes the version that stands, whatever was written while it was read', async () => {
  await put(newNote(1, 'Note 1', 'ancient'))
  const letGo: (() => void)[] = []
  const slow: Workspace = Object.assign(Object.create(workspace) as Workspace, {
    async read(id: string) {
      const record = await workspace.read(id)
      if (letGo.length === 0) await new Promise<void>((resolve) => letGo.push(resolve))
      return record
    },
  })
  index = createSearchIndex(slow)
  const numbers = Array.from({ length: 30 }, (_, number) => number + 1)
  await put(...numbers.map((number) => newNote(number, `Note ${number}`, 'modern')))
  for (const go of letGo) go()
  await index.ready
  expect(await titles('ancient')).toEqual([])
  expect((await index.query({ text: 'modern' })).total).toBe(30)
})

describe('where a record is damaged on the disk', () => {
  /** Reads as one whose bytes changed, as long as `isDamaged` says so. */
  const damaged = (id: string, isDamaged = () => true): Workspace =>
    Object.assign(Object.create(workspace) as Workspace, {
      read: (asked: string) =>
        asked === id && isDamaged() ? Promise.reject(new AppError('DAMAGED', 'Its place on the disk is damaged.')) : workspace.read(asked),
    })

  it('finds all others, and the damaged one by its name, and says how many cannot be read', async () => {
    await put(newNote(1, 'Mission to Batumi', 'steppe'), newNote(2, 'Visit', 'steppe'), newNote(3, 'Letter', 'steppe'))
    index = createSearchIndex(damaged(idOf(1)))
    await index.ready
    expect((await titles('steppe')).toSorted()).toEqual(['Letter', 'Visit'])
    expect(await index.query({ text: 'batumi' })).toMatchObject({ total: 1, partial: false, unreadable: 1 })
    expect(searchMethods['search.query'].output.safeParse(await index.query({ text: 'batumi' })).error).toBeUndefined()
  })

  it('finds its text again once it is written anew', async () => {
    let isDamaged = true
    await put(newNote(1, 'Mission to Batumi', 'steppe'))
    index = createSearchIndex(damaged(idOf(1), () => isDamaged))
    await index.ready
    expect(await index.query({ text: 'steppe' })).toMatchObject({ total: 0, unreadable: 1 })
    isDamaged = false
    const written = await workspace.read(idOf(1))
    if (written) await put({ ...written, body: 'valley' })
    expect(await index.query({ text: 'valley' })).toMatchObject({ total: 1, unreadable: 0 })
  })

  it('answers also when the damage comes after the record was indexed', async () => {
    let isDamaged = false
    await put(newNote(1, 'Mission to Batumi', 'steppe'), newNote(2, 'Visit', 'steppe'))
    index = createSearchIndex(damaged(idOf(1), () => isDamaged))
    await index.ready
    isDamaged = true
    expect((await titles('steppe')).toSorted()).toEqual(['Mission to Batumi', 'Visit'])
  })

  it('reports a disk that fails', async () => {
    await put(newNote(1, 'Visit', 'steppe'))
    index = createSearchIndex(
      Object.assign(Object.create(workspace) as Workspace, { read: () => Promise.reject(new AppError('IO', 'The disk failed.')) }),
    )
    await index.ready
    await expect(index.query({ text: 'steppe' })).rejects.toMatchObject({ code: 'IO' })
  })
})

describe('on the sample', () => {
  beforeEach(async () => {
    await fillWithSample(workspace, anna, environment.newId)
    await open()
  })

  it('finds Baimenov, his own entry first', async () => {
    const { groups } = await index.query({ text: 'Baimenov' })
    expect(groups[0]).toMatchObject({
      kind: 'contact',
      hits: expect.arrayContaining([expect.objectContaining({ title: 'Alikhan Baimenov' })]),
    })
    expect(groups[0]?.hits[0]?.title).toBe('Alikhan Baimenov')
  })

  it('puts the record of exactly that name before longer names', async () => {
    expect((await titles('steering committee'))[0]).toBe('Steering Committee')
    expect((await titles('Annual conference 2023'))[0]).toBe('Annual conference: Meritocracy. Integrity. Innovation')
  })

  it('answers in the contract’s form', async () => {
    const answer = await index.query({ text: 'civil service', limit: 3 })
    expect(searchMethods['search.query'].output.safeParse(answer).error).toBeUndefined()
    expect(answer.total).toBe(answer.groups.reduce((sum, { total }) => sum + total, 0))
    expect(answer.groups.length).toBeGreaterThan(1)
    expect(answer.groups.every(({ hits, total }) => hits.length === Math.min(total, 3))).toBe(true)
    expect(answer.partial).toBe(false)
  })

  it('never throws, whatever is typed', async () => {
    const nonsense = [
      '(',
      '[a-z]+*?',
      '\\',
      '"',
      '“a',
      '* *',
      '-',
      '\u202eabc\u202c',
      '\0',
      '💣',
      '\ud800',
      'constructor __proto__ toString',
      'a'.repeat(10_000),
      'a '.repeat(5_000),
    ]
    for (const text of nonsense) expect(searchMethods['search.query'].output.safeParse(await index.query({ text })).success).toBe(true)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const { groups } = await index.query({ text })
        for (const { titleRanges, title } of groups.flatMap(({ hits }) => hits))
          for (const [from, to] of titleRanges) expect(0 <= from && from < to && to <= title.length).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(await titles(`${Array.from({ length: 2_000 }, (_, n) => `word${n}`).join(' ')}`)).toEqual([])
  })

  it('finds nothing for an empty or wordless query', async () => {
    expect(await index.query({ text: ' — ' })).toMatchObject({ total: 0, groups: [] })
  })
})

describe('words', () => {
  beforeEach(async () => {
    await put(
      newRecord(1, { kind: 'contact', title: 'Kim Pan Suk', family: 'Kim', given: 'Pan Suk', nativeName: '김판석' }),
      newRecord(2, {
        kind: 'contact',
        title: 'Алихан Байменов',
        family: 'Байменов',
        posts: [{ title: 'Төраға', organisation: 'Қазақстан агенттігі', country: 'KAZ', from: '', to: '', former: false }],
      }),
      newNote(3, 'Łódź seminar', 'Kim spoke of Ёлкино. Suk was there, and **Pan** too.'),
      newRecord(4, {
        kind: 'meeting',
        title: 'Committee',
        symbol: 'SC/2023/2',
        participants: [
          {
            person: 'Rex Facer',
            function: 'chair',
            status: '',
            represents: { country: '', organisation: '' },
            title: '',
            presence: '',
            replacedBy: '',
          },
        ],
      }),
      newRecord(5, { kind: 'country', code: 'TUR', title: 'Türkiye', aliases: ['Turkey'] }),
      newNote(6, 'Май', ''),
      newNote(7, 'Маис', ''),
    )
    await open()
  })

  it.each([
    ['kim pan suk', ['Kim Pan Suk', 'Łódź seminar']],
    ['suk pa ki', ['Kim Pan Suk', 'Łódź seminar']],
    ['kim nobody', []],
    ['lodz', ['Łódź seminar']],
    ['елкино', ['Łódź seminar']],
    ['байм', ['Алихан Байменов']],
    ['ҚАЗАҚ төр', ['Алихан Байменов']],
    ['김판', ['Kim Pan Suk']],
    ['sc/2023', ['Committee']],
    ['facer', ['Committee']],
    ['turkey', ['Türkiye']],
    ['turk', ['Türkiye']],
    ['май', ['Май']],
  ])('%s', async (text, expected) => {
    expect(await titles(text)).toEqual(expected)
  })

  it('keeps to the kinds that are asked for', async () => {
    const { groups } = await index.query({ text: 'kim', kinds: ['note'] })
    expect(groups.map(({ kind, total }) => [kind, total])).toEqual([['note', 1]])
  })

  it('marks what was typed in the original spelling', async () => {
    const hitsOf = async (text: string) => (await index.query({ text })).groups.flatMap(({ hits }) => hits)
    const [seminar] = await hitsOf('lod semi')
    expect(marked(seminar?.title ?? '', seminar?.titleRanges ?? [])).toBe('«Łód»ź «semi»nar')
    expect(seminar?.snippet).toBe('')
    const [, inBody] = await hitsOf('suk pan')
    expect(marked(inBody?.snippet ?? '', inBody?.snippetRanges ?? [])).toBe('«Suk» was there, and «Pan» too.')
    const [committee] = await hitsOf('facer')
    expect(marked(committee?.snippet ?? '', committee?.snippetRanges ?? [])).toBe('Rex «Facer»')
  })
})

describe('changes', () => {
  beforeEach(async () => {
    await put(newNote(1, 'Alpha', 'first words'), newNote(2, 'Beta'))
    await open()
  })

  it('finds a record as it now stands, at once', async () => {
    await put(newNote(1, 'Gamma', 'other words'))
    expect(await titles('gamma')).toEqual(['Gamma'])
    expect(await titles('alpha')).toEqual([])
    expect(await titles('first')).toEqual([])
    await put(newNote(3, 'Delta'))
    expect(await titles('delta')).toEqual(['Delta'])
  })

  it('does not find what is in the trash or erased, and finds what comes back', async () => {
    const alpha = await workspace.read(idOf(1))
    if (!alpha) return expect.fail()
    await put({ ...alpha, trashed: { at: alpha.updatedAt, by: anna } })
    expect(await titles('alpha')).toEqual([])
    await put({ ...alpha, trashed: null })
    expect(await titles('alpha')).toEqual(['Alpha'])
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), transaction.head(idOf(1))?.rev ?? 0))
    expect(await titles('alpha')).toEqual([])
  })

  it('prefers the newer of two that match alike', async () => {
    await put(newNote(4, 'Same name A'))
    await put(newNote(5, 'Same name B'))
    expect(await titles('same name')).toEqual(['Same name B', 'Same name A'])
    const older = await workspace.read(idOf(4))
    if (!older) return expect.fail()
    await put(older)
    expect(await titles('same name')).toEqual(['Same name A', 'Same name B'])
  })

  it('puts titles before bodies, however often a body says the word', async () => {
    await put(newNote(6, 'Other', 'Zeta '.repeat(50)), newNote(7, 'On the question of Zeta and its long, long title', ''))
    expect(await titles('zeta')).toEqual(['On the question of Zeta and its long, long title', 'Other'])
  })
})

it('is built without keeping others waiting, says that it is partial, and follows commits meanwhile', async () => {
  await put(...Array.from({ length: 400 }, (_, n) => newNote(n + 1, `Note ${n}`, `common word${n} `.repeat(200))))
  index = createSearchIndex(workspace)
  const first = await index.query({ text: 'common' })
  expect(first.partial).toBe(true)
  expect(first.total).toBeLessThan(400)
  let turns = 0
  let built = false
  const count = () => {
    turns++
    if (!built) setImmediate(count)
  }
  setImmediate(count)
  await put(newNote(1, 'Changed', 'otherwise'), newNote(2_000, 'Added', 'common'))
  await index.ready
  built = true
  expect(turns).toBeGreaterThan(3)
  const last = await index.query({ text: 'common' })
  expect(last).toMatchObject({ partial: false, total: 400 })
  expect(await titles('otherwise')).toEqual(['Changed'])
})

it('indexes a large commit in slices and finds all of it', async () => {
  await open()
  await put(...Array.from({ length: 100 }, (_, n) => newNote(n + 1, `Imported ${n}`)))
  await expect.poll(async () => (await index.query({ text: 'imported' })).partial).toBe(false)
  expect((await index.query({ text: 'imported' })).total).toBe(100)
})
