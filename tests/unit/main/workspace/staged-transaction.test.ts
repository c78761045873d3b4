import { expect, it } from 'vitest'
import { Layer, type RecordView } from '../../../../src/main/workspace/record-view.ts'
import { StagedTransaction } from '../../../../src/main/workspace/staged-transaction.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'

const nothing: RecordView = { head: () => undefined, heads: () => [], createdBy: () => undefined, holder: () => undefined }
const staging = { author: anna, now: '2023-06-15T12:00:00.000Z', own: true }
const begin = () => new StagedTransaction({ view: new Layer(nothing), read: () => Promise.resolve(undefined) }, staging)

it('hands the record of a small commit over once, frozen', () => {
  const transaction = begin()
  transaction.put({ ...newNote(1), body: 'Текст' }, 0)
  const [change] = transaction.changes()
  expect(change?.record).toMatchObject({ id: idOf(1), body: 'Текст', rev: 1, createdBy: anna })
  expect(change?.record).toBe(change?.record)
  expect(Object.isFrozen(change?.record)).toBe(true)
})

it('holds the records of a large commit once, as their JSON, and makes one anew for whoever asks', () => {
  const transaction = begin()
  const body = 'Обсуждение. '.repeat(20_000)
  const count = 30
  for (let number = 1; number <= count; number += 1) transaction.put({ ...newNote(number), body: `${body}${number}` }, 0)
  const changes = transaction.changes()
  expect(changes.map(({ id, kind, before, after }) => [id, kind, before, after?.title])).toEqual(
    Array.from({ length: count }, (_none, index) => [idOf(index + 1), 'note', null, `Note ${index + 1}`]),
  )
  const last = changes.at(-1)
  expect(last?.record).toMatchObject({ id: idOf(count), body: `${body}${count}`, rev: 1, tags: [], trashed: null, createdBy: anna })
  expect(last?.record).not.toBe(last?.record)
  expect(Object.isFrozen(last?.record) && Object.isFrozen(last?.record?.tags)).toBe(true)
  // those that came first are few enough to be kept
  expect(changes.filter((change) => change.record === change.record).length).toBeLessThan(count - 5)
})
