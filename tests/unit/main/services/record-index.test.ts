import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RecordIndex } from '../../../../src/main/services/record-index.ts'
import { ListOrders } from '../../../../src/main/services/lists/list-orders.ts'
import { createWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'
import { sortKeys } from '../../../../src/shared/contract/lists.ts'
import { headOf } from '../../../../src/shared/model/head.ts'
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
  const body = `${links.map((link) => `[[${link}]]`).join(' ')}\n\n- [ ] Do it\n\n> [!decision] SC/2023/1 Yes\n`
  return number % 2 === 0
    ? newRecord(number, {
        kind: 'meeting',
        title,
        body,
        start: `20${10 + number}`,
        stage: 'draft',
        participants: links.map(row),
        countries: ['KOR'],
      })
    : newRecord(number, {
        kind: 'contact',
        title,
        body,
        posts: links.map((organisation) => ({ title: '', organisation, country: '', from: '', to: '', former: false })),
      })
}

/** Everything that the index answers. */
function answers(index: RecordIndex): unknown {
  const keys = TITLES.map(linkKey)
  return {
    heads: [...index.heads()].map(({ id, rev }) => `${id} ${rev}`).toSorted(),
    names: TITLES.map((title) => index.names.resolve(title)),
    linkers: keys.map((key) => [...index.links.linkers([key])].toSorted()),
    inPosts: keys.map((key) => [...index.links.linkers([key], ['posts'])].toSorted()),
    meetings: keys.map((key) => [...index.participation.meetingsOf([key])].toSorted()),
    lastMet: keys.map((key) => index.participation.lastMet([key], '2099-01-01')),
    countries: ['KAZ', 'KOR'].map((code) => [
      [...index.participation.meetingsOfCountry(code)].toSorted(),
      [...index.recordsOfCountry(code)].toSorted(),
    ]),
    texts: Array.from({ length: RECORDS }, (_, at) => [index.tasks(idOf(at + 1)).length, index.decisions(idOf(at + 1)).length]),
    withTexts: [[...index.recordsWithTasks()].toSorted(), [...index.recordsWithDecisions()].toSorted()],
  }
}

describe('the record index', () => {
  let workspace: Workspace
  beforeEach(async () => {
    const disk = await memoryDisk()
    workspace = await createWorkspace(`${disk.folder}/w`, { name: 'W', sample: false }, testEnvironment(disk.files))
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

  test('kept current commit by commit says what one built anew says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (commits) => {
        const index = await RecordIndex.of(workspace)
        const orders = new ListOrders(workspace, { countryName: (code) => code, lastMet: () => '' })
        const orderOf = (from: ListOrders) =>
          sortKeys.flatMap((key) =>
            (['ascending', 'descending'] as const).map((direction) =>
              from.entries({ kind: null, trashed: false, key, direction }).map(({ head }) => `${head.id} ${head.rev}`),
            ),
          )
        orderOf(orders)
        const stop = workspace.onCommit((commit) => {
          index.apply(commit)
          orders.apply(commit)
        })
        for (const steps of commits) await apply(steps)
        stop()
        expect(answers(index)).toEqual(answers(await RecordIndex.of(workspace)))
        expect(orderOf(orders)).toEqual(orderOf(new ListOrders(workspace, { countryName: (code) => code, lastMet: () => '' })))
      }),
      { numRuns: 60 },
    )
  })

  test('a title wins over an alias, and the older record over the newer', async () => {
    const index = await RecordIndex.of(workspace)
    const change = (record: AnyRecord) => ({
      revision: 1,
      changes: [{ id: record.id, kind: record.kind, before: null, after: headOf(record), record }],
    })
    index.apply(change(newRecord(2, { kind: 'note', title: 'Second', aliases: ['Name'] })))
    index.apply(change(newRecord(1, { kind: 'note', title: 'First', aliases: ['Name'] })))
    expect(index.names.resolve('name')).toBe(idOf(1))
    index.apply(change(newRecord(3, { kind: 'note', title: 'Name' })))
    expect(index.names.resolve('name')).toBe(idOf(3))
  })
})
