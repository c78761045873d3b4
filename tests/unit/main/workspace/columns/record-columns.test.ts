import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppliedVersion } from '../../../../../src/main/workspace/columns/record-columns.ts'
import { RecordColumns } from '../../../../../src/main/workspace/columns/record-columns.ts'
import { headOf } from '../../../../../src/shared/model/head.ts'
import { ColumnsModel, someHeads, steps } from '../../../../support/columns-model.ts'
import { anna, idOf, newNote } from '../../../../support/new-record.ts'

/** Thousands of steps, on a machine that does other things as well. */
const LONG = 60_000

const reloaded = (columns: RecordColumns) => RecordColumns.decode(new Uint8Array(Buffer.concat(columns.encode())))

function version(number: number, sequence: number, title = `Note ${number}`): AppliedVersion {
  const head = { ...headOf(newNote(number, title)), rev: sequence }
  const place = { segment: 'a', offset: sequence * 100, length: 90, crc: sequence }
  const flags = { own: false, pinned: false, fixed: 0 }
  return { head, place, at: '2023-10-05T09:00:00.000Z', author: anna, createdBy: anna, sequence, revision: sequence, ...flags }
}

function expectSame(columns: RecordColumns, model: ColumnsModel): void {
  expect(columns.recordCount).toBe(model.records.size)
  expect(new Map(Array.from(columns.heads(), (head) => [head.id, head]))).toEqual(
    new Map(Array.from(model.records, ([id, { head }]) => [id, head])),
  )
  for (let number = 0; number < 17; number += 1) {
    const id = idOf(number)
    const record = model.records.get(id)
    expect(columns.head(id)).toEqual(record?.head)
    expect(columns.versions(id)).toEqual(record?.versions ?? [])
    expect(columns.place(id)).toEqual(record?.versions[0]?.place)
    expect(columns.createdBy(id)).toEqual(record?.createdBy)
    const row = columns.rowOf(id)
    expect(row === undefined ? undefined : columns.headAt(row)).toEqual(record?.head)
  }
  for (const claim of model.claims) {
    const holders = model.holders(claim)
    if (holders.length === 0) expect(columns.holder(claim)).toBeUndefined()
    else expect(holders).toContain(columns.holder(claim))
  }
  for (const revision of [0, model.sequence, columns.revision]) {
    const changed = [...model.changed].filter(([, at]) => at > revision).map(([id]) => id)
    expect(columns.changedSince(revision)?.toSorted()).toEqual(changed.toSorted())
  }
  const listed = Array.from(columns.allVersions()).filter(({ erased }) => !erased)
  const expected = [...model.records.values()].flatMap(({ versions }) => versions)
  expect(listed.map(({ sequence }) => sequence).toSorted()).toEqual(expected.map(({ sequence }) => sequence).toSorted())
}

describe('RecordColumns', () => {
  it('says the same as plain maps after any history, also when it was encoded and decoded in between', { timeout: LONG }, () => {
    fc.assert(
      fc.property(steps, someHeads, (history, shapes) => {
        let columns = new RecordColumns('rows')
        const model = new ColumnsModel(shapes)
        for (const step of history) {
          if (step.do === 'put') columns.apply([model.put(step)])
          else if (step.do === 'erase') columns.apply([model.erase(step.number)])
          else if (step.do === 'reload') columns = reloaded(columns)
          else {
            const segment = `segment-${step.segment}`
            columns.relocate(new Map([[segment, model.relocate(segment, step.dropEvery)]]))
          }
        }
        expectSame(columns, model)
        expectSame(reloaded(columns), model)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps rows, and what they mean, over encoding; an erased one stays empty', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1), version(2, 2), { erased: idOf(1), sequence: 3, revision: 3 }, version(3, 4), version(1, 5)])
    const again = reloaded(columns)
    expect(again.rowsEpoch).toBe('rows')
    expect(again.rowCount).toBe(4)
    expect([1, 2, 3].map((number) => again.rowOf(idOf(number)))).toEqual([3, 1, 2])
    expect(again.headAt(0)).toBeUndefined()
    expect(again.versions(idOf(1)).map(({ sequence }) => sequence)).toEqual([5])
  })

  it('keeps nothing but the id of an erased record, whatever it was called before', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1, 'Secret name'), version(1, 2, 'Other secret'), version(2, 3)])
    const shown = columns.encode()
    expect(Buffer.concat(shown).includes('secret')).toBe(true)
    columns.apply([{ erased: idOf(1), sequence: 4, revision: 4 }])
    expect(/secret/i.test(Buffer.concat(columns.encode()).toString('latin1'))).toBe(false)
    expect(Buffer.concat(shown).includes('Other secret')).toBe(true)
    expect(columns.head(idOf(2))?.title).toBe('Note 2')
  })

  it('lists the versions of erased records for compaction until they are dropped', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1), version(2, 2), { erased: idOf(1), sequence: 3, revision: 3 }])
    expect(columns.recordsIn('a')).toEqual([idOf(1), idOf(2)])
    expect(Array.from(columns.allVersions(), ({ id, erased, current }) => [id, erased, current])).toEqual([
      [idOf(1), true, false],
      [idOf(2), false, true],
    ])
    columns.relocate(new Map([['a', (offset) => (offset === 100 ? null : { segment: 'b', offset: 8 })]]))
    expect(columns.recordsIn('a')).toEqual([])
    expect(columns.recordsIn('b')).toEqual([idOf(2)])
    expect(columns.place(idOf(2))).toEqual({ segment: 'b', offset: 8, length: 90, crc: 2 })
  })

  it('relocates what several segments held at once, and nothing of the others', () => {
    const columns = new RecordColumns('rows')
    const lyingIn = (segment: string, one: ReturnType<typeof version>) => ({ ...one, place: { ...one.place, segment } })
    columns.apply([lyingIn('a', version(1, 1)), lyingIn('b', version(1, 2)), lyingIn('c', version(1, 3)), lyingIn('b', version(2, 4))])
    columns.relocate(
      new Map<string, (offset: number) => { segment: string; offset: number } | null>([
        ['a', () => null],
        ['b', (offset) => ({ segment: 'ab', offset: offset + 1 })],
      ]),
    )
    expect(columns.versions(idOf(1)).map(({ place: { segment, offset } }) => [segment, offset])).toEqual([
      ['c', 300],
      ['ab', 201],
    ])
    expect(columns.place(idOf(2))).toMatchObject({ segment: 'ab', offset: 401 })
    expect([columns.recordsIn('a'), columns.recordsIn('b'), columns.recordsIn('c')]).toEqual([[], [], [idOf(1)]])
  })

  it('refuses to drop a latest version, and changes nothing then', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1), version(1, 2), version(2, 3)])
    const before = columns.versions(idOf(1))
    expect(() => columns.relocate(new Map([['a', (offset) => (offset === 200 ? null : { segment: 'b', offset })]]))).toThrow(RangeError)
    expect(columns.versions(idOf(1))).toEqual(before)
  })

  it('refuses to apply anything twice, and ids that its rows cannot hold', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1)])
    expect(() => columns.apply([version(1, 1)])).toThrow(RangeError)
    const capital = { ...version(2, 2), head: { ...version(2, 2).head, id: idOf(2).replace('c', 'C').replace('8', 'A') } }
    expect(() => columns.apply([capital])).toThrow(RangeError)
  })

  it('shows in encoded pieces what was there at the call, whatever happens while they are written', () => {
    const columns = new RecordColumns('rows')
    for (let number = 1; number <= 2_000; number += 1) columns.apply([version(number, number)])
    const pieces = columns.encode()
    const expected = Buffer.concat(pieces)
    for (let number = 1; number <= 1_000; number += 1) columns.apply([version(number, 2_000 + number, `Other ${number}`)])
    columns.apply([{ erased: idOf(1_500), sequence: 3_001, revision: 3_001 }])
    columns.relocate(new Map([['a', (offset) => ({ segment: 'b', offset })]]))
    expect(Buffer.concat(pieces).equals(expected)).toBe(true)
    expect(RecordColumns.decode(new Uint8Array(expected)).head(idOf(1_500))?.title).toBe('Note 1500')
  })

  it('does not grow with versions: what heads left behind is taken back', { timeout: LONG }, () => {
    const columns = new RecordColumns('rows')
    let sequence = 0
    const round = () => {
      for (let number = 1; number <= 1_000; number += 1) columns.apply([version(number, (sequence += 1))])
      columns.relocate(new Map([['a', (offset) => (offset > (sequence - 1_000) * 100 ? { segment: 'a', offset } : null)]]))
      return columns.encode().reduce((bytes, piece) => bytes + piece.length, 0)
    }
    round()
    const second = round()
    for (let rounds = 0; rounds < 20; rounds += 1) round()
    expect(round()).toBeLessThan(second * 1.3)
  })

  it('finds every record when there are many, and none that was erased', { timeout: LONG }, () => {
    // more than a page of each column
    const count = 18_000
    const columns = new RecordColumns('rows')
    for (let number = 1; number <= count; number += 1) columns.apply([version(number, number)])
    for (let number = 2; number <= count; number += 2)
      columns.apply([{ erased: idOf(number), sequence: count + number, revision: count + number }])
    const again = reloaded(columns)
    const wrong: number[] = []
    for (let number = 1; number <= count; number += 1) {
      const expected = number % 2 === 1 ? idOf(number) : undefined
      const row = again.rowOf(idOf(number))
      const found = row === undefined ? undefined : again.headAt(row)?.id
      if (found !== expected || again.holder(`name:note ${number}`) !== expected) wrong.push(number)
    }
    expect(wrong).toEqual([])
    expect(again.recordCount).toBe(count / 2)
  })

  it('decodes nothing that is cut, longer, or changed in its header', { timeout: LONG }, () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1), version(2, 2), version(1, 3)])
    const bytes = Buffer.concat(columns.encode())
    const decoding = (changed: Uint8Array) => () => RecordColumns.decode(new Uint8Array(changed))
    expect(decoding(bytes)).not.toThrow()
    for (let length = 0; length < bytes.length; length += 1) expect(decoding(bytes.subarray(0, length))).toThrow()
    expect(decoding(Buffer.concat([bytes, Buffer.alloc(8)]))).toThrow()
    const headerEnds = 16 + bytes.readUInt32LE(8)
    for (let at = 0; at < headerEnds; at += 1) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(decoding(changed)).toThrow()
    }
  })

  it('decodes bytes that begin anywhere', () => {
    const columns = new RecordColumns('rows')
    columns.apply([version(1, 1)])
    const bytes = Buffer.concat([Buffer.alloc(3), ...columns.encode()])
    expect(RecordColumns.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + 3, bytes.length - 3)).head(idOf(1))?.title).toBe('Note 1')
  })
})
