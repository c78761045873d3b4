import { beforeEach, describe, expect, it } from 'vitest'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'
import { bodyOf, NumberedNotes, numbers, RECORDS } from '../../../support/numbered-notes.ts'

let notes: NumberedNotes

async function all(meanwhile: (record: AnyRecord, count: number) => Promise<unknown> = async () => undefined): Promise<AnyRecord[]> {
  const found: AnyRecord[] = []
  for await (const record of notes.workspace.records()) {
    found.push(record)
    await meanwhile(record, found.length)
  }
  return found
}

const reads = () => notes.files.operations.filter((operation) => operation.startsWith('read ')).length
const titlesOf = (records: readonly AnyRecord[]) => records.map(({ title }) => title).toSorted()

beforeEach(async () => {
  notes = await NumberedNotes.make()
})

describe('all records in the order of the disk', () => {
  it('gives each once, as reading it by itself does, over several segments', async () => {
    for (const number of [3, 30, 59]) await notes.put(newNote(number, `Note ${number}`, bodyOf(number, 2)), 1)
    await notes.workspace.transact(anna, async (transaction) => transaction.erase(idOf(7), 1))
    const found = await all()
    expect(found).toHaveLength(RECORDS - 1)
    for (const record of found) expect(record).toEqual(await notes.workspace.read(record.id))
    expect(found.at(-1)?.id).toBe(idOf(59))
    expect((await notes.files.list(notes.segments)).filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(3)
  })

  it('asks the disk for neighbours together', async () => {
    await notes.reopen()
    const before = reads()
    await all()
    expect(reads() - before).toBeLessThan(RECORDS / 4)
  })

  it('gives what is changed meanwhile once, and what is erased not at all', async () => {
    const found = await all(async (_record, count) => {
      if (count !== 1) return
      await notes.put(newNote(50, 'Changed', bodyOf(50, 2)), 1)
      await notes.workspace.transact(anna, async (transaction) => transaction.erase(idOf(51), 1))
      await notes.put(newNote(100, 'New'))
    })
    const expected = numbers.filter((number) => number !== 50 && number !== 51).map((number) => `Note ${number}`)
    expect(titlesOf(found)).toEqual([...expected, 'Changed'].toSorted())
  })

  it('leaves damaged records out, and gives their neighbours', async () => {
    await notes.damage(5)
    const found = await all()
    expect(titlesOf(found)).toEqual(
      numbers
        .filter((number) => number !== 5)
        .map((number) => `Note ${number}`)
        .toSorted(),
    )
  })
})
