import { describe, expect, test } from 'vitest'
import { RECORDS_KEPT, STEPS_KEPT, UndoLog } from '../../../../src/main/services/undo/undo-log.ts'
import { headOf } from '../../../../src/shared/model/head.ts'
import { idOf, newNote } from '../../../support/new-record.ts'

const change = (number: number, rev = 1) => {
  const record = { ...newNote(number), rev }
  const after = headOf(record)
  return { id: record.id, kind: record.kind, before: rev > 1 ? { ...after, rev: rev - 1 } : null, after, record }
}
const commit = (revision: number, ...numbers: readonly number[]) => ({ revision, changes: numbers.map((number) => change(number)) })

describe('the undo log', () => {
  test('keeps the last commits of each window', () => {
    const log = new UndoLog()
    log.remember('quiet', commit(1, 1))
    for (let revision = 2; revision <= STEPS_KEPT + 2; revision += 1) log.remember('busy', commit(revision, 2))
    expect(log.step(1)?.client).toBe('quiet')
    expect(log.step(2)).toBeUndefined()
    expect(log.step(3)?.revision).toBe(3)
  })

  test('lets old steps go when they touch too many records together, never the last one', () => {
    const log = new UndoLog()
    const one = change(1, 2)
    const renamed = (revision: number) => ({ revision, changes: Array.from({ length: RECORDS_KEPT * 0.6 }, () => one) })
    log.remember('window', renamed(1))
    expect(log.step(1)).toBeDefined()
    log.remember('window', renamed(2))
    expect(log.step(1)).toBeUndefined()
    expect(log.step(2)?.records).toHaveLength(RECORDS_KEPT * 0.6)
  })

  test('keeps versions, not what they say, and nothing of what was erased', () => {
    const log = new UndoLog()
    log.remember('window', { revision: 1, changes: [change(1, 2), change(2)] })
    expect(log.step(1)?.records).toEqual([
      { id: idOf(1), before: 1, after: 2 },
      { id: idOf(2), before: null, after: 1 },
    ])
    const { before } = change(1, 2)
    log.remember('window', { revision: 2, changes: [{ id: idOf(1), kind: 'note', before, after: null, record: null }] })
    expect(log.step(2)).toBeUndefined()
  })

  test('forgets what was erased and windows that have gone', () => {
    const log = new UndoLog()
    log.remember('one', commit(1, 1, 2))
    log.remember('one', commit(2, 3))
    log.remember('two', commit(3, 3))
    log.forgetRecords(new Set([idOf(2), idOf(3)]))
    // the other records of a step may still go back
    expect(log.step(1)?.records).toMatchObject([{ id: idOf(1) }, { id: idOf(2), erased: true }])
    expect(log.step(1)?.records[0]).not.toHaveProperty('erased')
    expect(log.step(2)).toBeUndefined()
    log.remember('one', commit(2, 3))
    log.remember('two', commit(3, 3))
    log.forgetClient('one')
    expect(log.step(1)).toBeUndefined()
    expect(log.step(2)).toBeUndefined()
    expect(log.step(3)?.client).toBe('two')
  })
})
