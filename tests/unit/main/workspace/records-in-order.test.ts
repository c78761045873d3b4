import { beforeEach, describe, expect, it } from 'vitest'
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

async function all(meanwhile: (record: AnyRecord, count: number) => Promise<unknown> = async () => undefined): Promise<AnyRecord[]> {
  const found: AnyRecord[] = []
  for await (const record of workspace.records()) {
    found.push(record)
    await meanwhile(record, found.length)
  }
  return found
}

const reads = () => files.operations.filter((operation) => operation.startsWith('read ')).length
const titlesOf = (records: readonly AnyRecord[]) => records.map(({ title }) => title).toSorted()

beforeEach(async () => {
  files = new MemoryFileSystem()
  workspace = await createWorkspace(FOLDER, { name: 'Secretariat', sample: false }, environment())
  for (const number of numbers) await put(newNote(number, `Note ${number}`, bodyOf(number)))
})

describe('all records in the order of the disk', () => {
  it('gives each once, as reading it by itself does, over several segments', async () => {
    for (const number of [3, 30, 59]) await put(newNote(number, `Note ${number}`, bodyOf(number, 2)), 1)
    await workspace.transact(anna, async (transaction) => transaction.erase(idOf(7), 1))
    const found = await all()
    expect(found).toHaveLength(RECORDS - 1)
    for (const record of found) expect(record).toEqual(await workspace.read(record.id))
    expect(found.at(-1)?.id).toBe(idOf(59))
    expect((await files.list(`${FOLDER}/segments`)).filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(3)
  })

  it('asks the disk for neighbours together', async () => {
    await workspace.close()
    workspace = await openWorkspace(FOLDER, environment())
    const before = reads()
    await all()
    expect(reads() - before).toBeLessThan(RECORDS / 4)
  })

  it('gives what is changed meanwhile once, and what is erased not at all', async () => {
    const found = await all(async (_record, count) => {
      if (count !== 1) return
      await put(newNote(50, 'Changed', bodyOf(50, 2)), 1)
      await workspace.transact(anna, async (transaction) => transaction.erase(idOf(51), 1))
      await put(newNote(100, 'New'))
    })
    const expected = numbers.filter((number) => number !== 50 && number !== 51).map((number) => `Note ${number}`)
    expect(titlesOf(found)).toEqual([...expected, 'Changed'].toSorted())
  })

  it('leaves damaged records out, and gives their neighbours', async () => {
    await workspace.close()
    const path = `${FOLDER}/segments/000000000001.g0.jsonl`
    const bytes = Buffer.from(files.bytesOf(path) ?? '')
    const at = bytes.indexOf(bodyOf(5))
    bytes.write('x', at)
    files.put(path, bytes)
    workspace = await openWorkspace(FOLDER, environment())
    const found = await all()
    expect(titlesOf(found)).toEqual(
      numbers
        .filter((number) => number !== 5)
        .map((number) => `Note ${number}`)
        .toSorted(),
    )
  })
})
