import { beforeEach, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../../src/main/workspace/index.ts'
import type { Workspace } from '../../../../src/main/workspace/port.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { MemoryFileSystem } from '../../../support/memory-file-system.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'

const FOLDER = '/w'
/** Small, so that the records lie in several. */
const SEGMENT_BYTES = 16 * 1024
const RECORDS = 60

let files: MemoryFileSystem
let workspace: Workspace

const environment = () => testEnvironment(files, SEGMENT_BYTES)
const put = (record: AnyRecord, baseRev = 0) => workspace.transact(anna, async (transaction) => transaction.put(record, baseRev))
const numbers = Array.from({ length: RECORDS }, (_none, index) => index + 1)
const bodyOf = (number: number, version = 1) => `${number} ${version} ${'а'.repeat(400)}`

async function payloads(rows?: Iterable<number>, meanwhile: () => Promise<unknown> = async () => undefined) {
  const records = new Map<number, AnyRecord>()
  const damaged: number[] = []
  for await (const batch of workspace.payloads(rows)) {
    damaged.push(...batch.damaged)
    for (let at = 0; at < batch.places.length; at += 3) {
      const [row = 0, from, to] = batch.places.slice(at)
      expect(records.has(row)).toBe(false)
      records.set(row, JSON.parse(Buffer.from(batch.bytes.subarray(from, to)).toString()) as AnyRecord)
    }
    await meanwhile()
  }
  return { records, damaged }
}

beforeEach(async () => {
  files = new MemoryFileSystem()
  workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, environment())
  for (const number of numbers) await put(newNote(number, `Note ${number}`, bodyOf(number)))
})

it('gives the JSON of every record under its row', async () => {
  for (const number of [3, 30, 59]) await put(newNote(number, `Note ${number}`, bodyOf(number, 2)), 1)
  await workspace.transact(anna, async (transaction) => transaction.erase(idOf(7), 1))
  const { records } = await payloads()
  expect(records.size).toBe(RECORDS - 1)
  for (const [row, record] of records) {
    expect(row).toBe(workspace.rowOf(record.id))
    expect(record).toEqual(await workspace.read(record.id))
  }
})

it('gives those that are asked for', async () => {
  const rows = [4, 40].map((number) => workspace.rowOf(idOf(number)) ?? -1)
  expect([...(await payloads(rows)).records.keys()]).toEqual(rows)
})

it('gives what is changed meanwhile as it stands by then', async () => {
  let isFirst = true
  const { records } = await payloads(undefined, async () => {
    if (isFirst) await put(newNote(60, 'Changed', bodyOf(60, 2)), 1)
    isFirst = false
  })
  expect(records.get(workspace.rowOf(idOf(60)) ?? -1)?.title).toBe('Changed')
})

it('names the rows of damaged records, and gives their neighbours', async () => {
  await workspace.close()
  const path = `${FOLDER}/segments/000000000001.g0.jsonl`
  const bytes = Buffer.from(files.bytesOf(path) ?? '')
  bytes.write('x', bytes.indexOf(bodyOf(5)))
  files.put(path, bytes)
  workspace = await openWorkspace(FOLDER, environment())
  const { records, damaged } = await payloads()
  expect(damaged).toEqual([workspace.rowOf(idOf(5))])
  expect(records.size).toBe(RECORDS - 1)
})
