import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FACTS_VERSION } from '../../../../src/main/services/derived/facts-store.ts'
import { FACTS_FILE, RecordIndex } from '../../../../src/main/services/record-index.ts'
import { ListOrders } from '../../../../src/main/services/lists/list-orders.ts'
import { ActionOrder } from '../../../../src/main/services/actions/action-order.ts'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'
import { sortKeys } from '../../../../src/shared/contract/lists.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { headOf, type RecordHead } from '../../../../src/shared/model/head.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newRecord } from '../../../support/new-record.ts'
import { memoryDisk, testEnvironment } from '../../../support/workspace-disk.ts'

const TITLES = ['Alpha', 'Beta', 'Gamma', 'Delta']
const RECORDS = 6

interface Step {
  readonly number: number
  readonly how: 'put' | 'trash' | 'erase'
  readonly title: string
  readonly links: readonly string[]
  readonly meeting: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  number: fc.integer({ min: 1, max: RECORDS }),
  how: fc.constantFrom('put' as const, 'put' as const, 'put' as const, 'trash' as const, 'erase' as const),
  title: fc.constantFrom(...TITLES),
  links: fc.uniqueArray(fc.constantFrom(...TITLES), { maxLength: 2 }),
  meeting: fc.boolean(),
})

const row = (person: string) =>
  ({
    person,
    function: '',
    status: '',
    represents: { country: 'KAZ', organisation: 'Beta' },
    title: '',
    presence: '',
    replacedBy: '',
  }) as const

function recordOf({ number, title, links }: Step): AnyRecord {
  const body = `${links.map((link) => `[[${link}]]`).join(' ')}\n\n- [ ] Do it [[Beta]] 📅 20${10 + number}-02\n- [x] Done ✅ 2020\n\n> [!decision] SC/2023/1 Yes\n`
  return number % 2 === 0
    ? newRecord(number, {
        kind: 'meeting',
        title,
        body,
        start: `20${10 + number}`,
        stage: number % 4 === 0 ? 'planned' : 'draft',
        participants: links.map(row),
        countries: ['KOR'],
        tags: ['mission/2023'],
      })
    : newRecord(number, {
        kind: 'contact',
        title,
        body,
        posts: links.map((organisation) => ({ title: '', organisation, country: '', from: '', to: '', former: false })),
      })
}

/** Everything that the index answers, rows told by their ids. */
function answers(index: RecordIndex): unknown {
  const keys = TITLES.map(linkKey)
  const id = (row: number | undefined) => (row === undefined ? undefined : index.headAt(row)?.id)
  const ids = (rows: Iterable<number>) => [...rows].map(id).toSorted()
  const all = Array.from({ length: RECORDS }, (_, at) => index.rowOf(idOf(at + 1)))
  const tags: string[] = []
  for (const [tag, count] of index.tagCounts()) tags.push(`${tag} ${count}`)
  tags.push(...ids(index.rowsWithTag((tag) => tag.startsWith('mission'))).map(String))
  const found: unknown[] = []
  for (const word of [' alp', ' be', ' ga', ' old'])
    index.words.containing(word, (row) => found.push(`${word} ${index.columns.isLive(row)} ${id(row)}`))
  return {
    live: ids(index.rows()),
    trashed: [...index.rows(null, true)].length,
    meetings: ids(index.rows('meeting')),
    columns: [...index.rows()]
      .map((row) => [id(row), index.columns.date(row), index.columns.updatedAt(row), index.columns.contactType(row)])
      .toSorted(),
    drafts: [...index.rows()].filter((row) => index.columns.stage(row) === index.stageNumber('draft')).length,
    names: keys.map((key) => id(index.rowByKey(key))),
    linkers: keys.map((key) => ids(index.linkers([key]))),
    inPosts: keys.map((key) => ids(index.linkers([key], ['posts']))),
    named: all.map((row) => (row === undefined ? [] : index.named(row, 'posts').toSorted())),
    attended: keys.map((key) => ids(index.meetingsOf([key], 'attended'))),
    expected: keys.map((key) => ids(index.meetingsOf([key], 'expected'))),
    lastMet: keys.map((key) => index.lastMet([key], 2099_01_01)),
    countries: ['KAZ', 'KOR'].map((code) => [ids(index.rowsOfCountry(code, ['own'])), ids(index.rowsOfCountry(code, ['attended']))]),
    responsible: keys.map((key) => ids(index.rowsResponsible([key]))),
    texts: all.map((row) => (row === undefined ? [] : [index.tasks(row), [...index.dues(row)], index.decisions(row)])),
    withTexts: [ids(index.rowsWithTasks()), all.map((row) => (row === undefined ? 0 : index.columns.decisions(row)))],
    tags: tags.toSorted(),
    words: found.map(String).toSorted(),
  }
}

const contextOf = (index: RecordIndex) => ({
  countryName: (code: string) => index.country(code)?.title ?? code,
  lastMet: (head: RecordHead) => (head.kind === 'contact' ? index.lastMet(index.keysOf(head), 2099_01_01) : ''),
})

/** Fewer orders than are kept, so that none of them is made anew for want of room. */
const ORDERS = [
  ...sortKeys.map((key) => ({ key, direction: 'ascending' as const })),
  ...(['title', 'date', 'updatedAt'] as const).map((key) => ({ key, direction: 'descending' as const })),
]

/** What every order says. */
async function ordersOf(orders: ListOrders, workspace: Workspace): Promise<unknown> {
  const found: unknown[] = []
  for (const order of ORDERS) {
    const rows = await orders.rows({ kind: null, trashed: false, ...order })
    found.push([...rows].map((row) => `${workspace.headAt(row)?.id} ${workspace.headAt(row)?.rev}`))
  }
  return found
}

/** What the order of actions says. */
const actionsOf = (actions: ActionOrder, index: RecordIndex) =>
  [...actions.places()].map(({ row, ordinal, packed }) => `${index.headAt(row)?.id} ${ordinal} ${packed}`)

/** As if nothing had been kept. */
const withoutDerived = (workspace: Workspace) =>
  withOwn(workspace, { derived: { read: () => Promise.resolve(undefined), write: () => Promise.resolve(), place: () => null } })

/** The workspace with some answers of our own. */
function withOwn(workspace: Workspace, own: Partial<Workspace>): Workspace {
  return new Proxy(workspace, {
    get: (target, name) => {
      if (name in own) return own[name as keyof Workspace]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

describe('the record index', () => {
  let workspace: Workspace
  let open: () => Promise<Workspace>
  beforeEach(async () => {
    const disk = await memoryDisk()
    const environment = testEnvironment(disk.files)
    open = () => openWorkspace(`${disk.folder}/w`, environment)
    workspace = await createWorkspace(`${disk.folder}/w`, { name: 'W', sample: false }, environment)
  })
  afterEach(() => workspace.close())

  const apply = async (steps: readonly Step[]) => {
    await workspace.transact(anna, async (transaction) => {
      const titles = new Set([...transaction.heads()].filter(({ trashedAt }) => trashedAt === '').map(({ title }) => title))
      const seen = new Set<number>()
      for (const one of steps) {
        const head = transaction.head(idOf(one.number))
        if (seen.has(one.number)) continue
        seen.add(one.number)
        if (one.how === 'erase' && head) transaction.erase(head.id, head.rev)
        else if (one.how !== 'erase' && !titles.has(one.title)) {
          titles.add(one.title)
          const trashed = one.how === 'trash' ? { at: '2023-01-01T00:00:00.000Z', by: anna } : null
          transaction.put({ ...recordOf(one), trashed }, head?.rev ?? 0)
        }
      }
    })
  }

  test('kept current commit by commit, and from one opening to the next, says what one built anew says', async () => {
    const ordersOver = (index: RecordIndex) => new ListOrders(workspace, index, contextOf(index))
    const commits = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(commits, commits, async (seen, unseen) => {
        const index = await RecordIndex.of(workspace)
        const orders = ordersOver(index)
        const actions = new ActionOrder(index)
        const heard: Promise<unknown>[] = []
        await ordersOf(orders, workspace)
        actionsOf(actions, index)
        const stop = workspace.onCommit((commit) => {
          const rows = index.apply(commit)
          orders.apply(rows, new Set(commit.changes.map(({ kind }) => kind)))
          actions.apply(rows)
          // some answers between the commits, so that not all of them are worked out at once
          if (commit.revision % 2 === 0) heard.push(ordersOf(orders, workspace))
        })
        for (const steps of seen) await apply(steps)
        stop()
        await Promise.all(heard)
        const anew = async () => {
          const built = await RecordIndex.of(withoutDerived(workspace))
          const fresh = ordersOver(built)
          return [answers(built), actionsOf(new ActionOrder(built), built), await ordersOf(fresh, workspace)]
        }
        expect([answers(index), actionsOf(actions, index), await ordersOf(orders, workspace)]).toEqual(await anew())

        await index.save()
        await orders.save(workspace.revision)
        for (const steps of unseen) await apply(steps)
        const kept = await RecordIndex.of(workspace)
        const keptOrders = ordersOver(kept)
        await keptOrders.load()
        // facts may be written later than orders
        await kept.save()
        const later = ordersOver(await RecordIndex.of(workspace))
        await later.load()
        expect(await ordersOf(later, workspace)).toEqual(await ordersOf(keptOrders, workspace))
        expect([answers(kept), actionsOf(new ActionOrder(kept), kept), await ordersOf(keptOrders, workspace)]).toEqual(await anew())
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('is read again from what was kept, and the names of what was erased are not in it', async () => {
    await apply([{ number: 2, how: 'put', title: 'Alpha', links: ['Beta'], meeting: true }])
    await apply([{ number: 1, how: 'put', title: 'Secret name', links: [], meeting: false }])
    const index = await RecordIndex.of(workspace)
    workspace.onCommit((commit) => index.apply(commit))
    await index.save()
    await apply([{ number: 1, how: 'erase', title: '', links: [], meeting: false }])
    await index.save()
    const file = await workspace.derived.read(FACTS_FILE, FACTS_VERSION)
    expect(file?.revision).toBe(workspace.revision)
    const text = Buffer.from(file?.bytes ?? []).toString()
    expect(text).toContain('beta')
    expect(text).not.toMatch(/secret/i)
    let read = 0
    const counting = withOwn(workspace, { read: (id) => ((read += 1), workspace.read(id)) })
    expect(answers(await RecordIndex.of(counting))).toEqual(answers(index))
    expect(read).toBe(0)
  })

  test('is made anew when what was kept cannot be used', async () => {
    await apply([{ number: 2, how: 'put', title: 'Alpha', links: ['Beta'], meeting: true }])
    const index = await RecordIndex.of(workspace)
    await index.save()
    const file = await workspace.derived.read(FACTS_FILE, FACTS_VERSION)
    const bytes = file?.bytes ?? new Uint8Array()
    for (const length of [0, 4, 40, bytes.length - 9]) {
      await workspace.derived.write(FACTS_FILE, FACTS_VERSION, workspace.revision, [bytes.slice(0, length)])
      expect(answers(await RecordIndex.of(workspace)), String(length)).toEqual(answers(index))
    }
  })

  test('a title wins over an alias, and the older record over the newer', async () => {
    const index = await RecordIndex.of(workspace)
    const rows = new Map([1, 2, 3].map((number) => [idOf(number), number]))
    const heads = new Map<number, RecordHead>()
    const seen = withOwn(withoutDerived(workspace), { rowOf: (id) => rows.get(id), headAt: (row) => heads.get(row), rowCount: 0 })
    const standing = await RecordIndex.of(seen)
    const add = (record: AnyRecord) => {
      const after = headOf(record)
      heads.set(rows.get(record.id) ?? 0, after)
      standing.apply({ revision: 1, changes: [{ id: record.id, kind: record.kind, before: null, after, record }] })
    }
    expect(index.target('name')).toBeUndefined()
    add(newRecord(2, { kind: 'note', title: 'Second', aliases: ['Name'] }))
    add(newRecord(1, { kind: 'note', title: 'First', aliases: ['Name'] }))
    expect(standing.target('name')?.id).toBe(idOf(1))
    // sorted arrays and what has changed since answer together
    await standing.save()
    add(newRecord(3, { kind: 'note', title: 'Name' }))
    expect(standing.target('name')?.id).toBe(idOf(3))
  })

  test('a record whose text cannot be read is known by its columns', async () => {
    await apply([{ number: 2, how: 'put', title: 'Alpha', links: ['Beta'], meeting: true }])
    const damaged = withOwn(withoutDerived(workspace), {
      read: () => Promise.reject(new AppError('DAMAGED', 'The bytes are not those that were written.')),
      // it leaves out what is damaged
      records: async function* () {},
    })
    const index = await RecordIndex.of(damaged)
    expect(index.target('alpha')?.id).toBe(idOf(2))
    expect(index.linkers(['beta']).size).toBe(0)
  })

  test('knows which records have files, in the trash too', async () => {
    const file = { name: 'photo.png', sha256: '0'.repeat(64), bytes: 3, mediaType: 'image/png', addedAt: '2023-10-05T09:00:00.000Z' }
    const note = (number: number, attachments: (typeof file)[] = []) =>
      newRecord(number, { kind: 'note', title: `Note ${number}`, attachments })
    const trashed = { at: '2023-01-01T00:00:00.000Z', by: anna }
    await workspace.transact(anna, async (transaction) => {
      transaction.put(note(1, [file]), 0)
      transaction.put(note(2), 0)
      transaction.put({ ...note(3, [file]), trashed }, 0)
    })
    const index = await RecordIndex.of(workspace)
    const ids = () => Array.from(index.rowsWithFiles(), (at) => workspace.headAt(at)?.id)
    expect(ids()).toEqual([idOf(1), idOf(3)])
    expect(index.columns.isTrashed(workspace.rowOf(idOf(1)) ?? 0)).toBe(false)
    const { commit } = await workspace.transact(anna, async (transaction) => {
      transaction.put(note(1), 1)
      transaction.put(note(2, [file]), 1)
      transaction.erase(idOf(3), 1)
    })
    if (commit) index.apply(commit)
    expect(ids()).toEqual([idOf(2)])
  })

  test('stands when the workspace is opened again', async () => {
    await apply([{ number: 2, how: 'put', title: 'Alpha', links: ['Beta'], meeting: true }])
    const before = answers(await RecordIndex.of(workspace))
    await workspace.close()
    workspace = await open()
    expect(answers(await RecordIndex.of(workspace))).toEqual(before)
  })
})
