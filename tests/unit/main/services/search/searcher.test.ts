import { afterEach, beforeEach, expect, it } from 'vitest'
import { SearchIndex } from '../../../../../src/main/search/search-index.ts'
import type { CallName } from '../../../../../src/main/search/worker/thread-calls.ts'
import { RecordIndex } from '../../../../../src/main/services/record-index.ts'
import { QueryReader } from '../../../../../src/main/services/search/query-reader.ts'
import { Searcher } from '../../../../../src/main/services/search/searcher.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../../src/main/workspace/port.ts'
import { AppError } from '../../../../../src/shared/errors.ts'
import { inlineIndex } from '../../../../support/inline-index.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'
import { memoryDisk, testEnvironment, type Disk } from '../../../../support/workspace-disk.ts'

const filters = { kinds: [], countries: [], tags: [], years: [] }

let disk: Disk
let workspace: Workspace
let index: SearchIndex

beforeEach(async () => {
  disk = await memoryDisk()
  workspace = await createWorkspace(disk.folder, { name: 'Hub', sample: false }, testEnvironment(disk.files))
  await put(1, 'Visit', 'steppe')
  await put(2, 'Letter', 'steppe')
})
afterEach(async () => {
  await index.close()
  await workspace.close()
  await disk.remove()
})

const put = (number: number, title: string, body: string) =>
  workspace.transact(anna, async (transaction) => transaction.put(newNote(number, title, body), transaction.head(idOf(number))?.rev ?? 0))

/** @param before called before the index is asked so */
async function open(over: Workspace = workspace, before: (name: CallName) => Promise<unknown> = async () => undefined): Promise<Searcher> {
  const records = await RecordIndex.of(workspace)
  index = new SearchIndex(over, {
    log: { error: () => undefined, info: () => undefined },
    onProgress: () => undefined,
    hold: () => {
      const holder = inlineIndex()
      const call: typeof holder.call = (name, input, transfer) => {
        const answer = async () => {
          await before(name)
          return (await holder.call(name, input, transfer)) as unknown
        }
        return answer() as ReturnType<typeof holder.call<typeof name>>
      }
      return { call, close: () => holder.close() }
    },
  })
  workspace.onCommit((commit) => index.follow(commit, records.apply(commit)))
  const reader = new QueryReader({ codes: async () => () => [] }, () => '2024-01-01')
  return new Searcher({ workspace: over, index, reader, byTitle: async () => [0, 1], tags: () => [] })
}
const page = async (searcher: Searcher, text: string) => {
  const { hits } = await searcher.page({ text, filters, sort: 'relevance', from: 0, count: 10 })
  return hits.map(({ title }) => title).toSorted()
}

it('shows what was found and edited meanwhile, and neither what was erased nor what was made in its place', async () => {
  let change = async () => {}
  const searcher = await open(workspace, async (name) => {
    if (name === 'snippets') await change()
  })
  await index.ready
  change = async () => {
    change = async () => {}
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(1), 1))
    await put(3, 'Another', 'valley')
    await put(2, 'Letter', 'the steppe')
  }
  expect(await page(searcher, 'steppe')).toEqual(['Letter'])
  expect(await page(searcher, 'valley')).toEqual(['Another'])
})

it('gives all rows or none to an export, also after reading has failed, and counts nothing before', async () => {
  let fails = true
  const failing: Workspace = Object.assign(Object.create(workspace) as Workspace, {
    async *payloads(rows?: Iterable<number>) {
      if (fails) throw new AppError('IO', 'The disk failed.')
      yield* workspace.payloads(rows)
    },
  })
  const searcher = await open(failing)
  await index.ready
  fails = false
  expect(await searcher.counts([{ text: 'steppe', filters }])).toBeNull()
  await expect(searcher.rows('steppe', filters)).rejects.toMatchObject({ code: 'IO' })
  expect(await searcher.rows('steppe', filters)).toHaveLength(2)
  expect(
    await searcher.counts([
      { text: 'steppe', filters },
      { text: '', filters },
      { text: 'visit', filters },
    ]),
  ).toEqual([2, 0, 1])
})
