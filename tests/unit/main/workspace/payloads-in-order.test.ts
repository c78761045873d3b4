import { beforeEach, expect, it } from 'vitest'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { bodyOf, NumberedNotes, RECORDS } from '../../../support/numbered-notes.ts'

let notes: NumberedNotes

async function payloads(rows?: Iterable<number>, meanwhile: () => Promise<unknown> = async () => undefined) {
  const records = new Map<number, AnyRecord>()
  const damaged: number[] = []
  for await (const batch of notes.workspace.payloads(rows)) {
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
  notes = await NumberedNotes.make()
})

it('gives the JSON of every record under its row', async () => {
  for (const number of [3, 30, 59]) await notes.put(newNote(number, `Note ${number}`, bodyOf(number, 2)), 1)
  await notes.workspace.transact(anna, async (transaction) => transaction.erase(idOf(7), 1))
  const { records } = await payloads()
  expect(records.size).toBe(RECORDS - 1)
  for (const [row, record] of records) {
    expect(row).toBe(notes.workspace.rowOf(record.id))
    expect(record).toEqual(await notes.workspace.read(record.id))
  }
})

it('gives those that are asked for', async () => {
  const rows = [4, 40].map((number) => notes.workspace.rowOf(idOf(number)) ?? -1)
  expect([...(await payloads(rows)).records.keys()]).toEqual(rows)
})

it('gives what is changed meanwhile as it stands by then', async () => {
  let isFirst = true
  const { records } = await payloads(undefined, async () => {
    if (isFirst) await notes.put(newNote(60, 'Changed', bodyOf(60, 2)), 1)
    isFirst = false
  })
  expect(records.get(notes.workspace.rowOf(idOf(60)) ?? -1)?.title).toBe('Changed')
})

it('names the rows of damaged records, and gives their neighbours', async () => {
  await notes.damage(5)
  const { records, damaged } = await payloads()
  expect(damaged).toEqual([notes.workspace.rowOf(idOf(5))])
  expect(records.size).toBe(RECORDS - 1)
})
