import { describe, expect, test } from 'vitest'
import { STEPS_KEPT, UndoLog } from '../../../../src/main/services/undo/undo-log.ts'
import { idOf, newNote } from '../../../support/new-record.ts'

const commit = (revision: number, ...numbers: readonly number[]) => ({
  revision,
  changes: numbers.map((number) => ({ before: null, after: newNote(number) })),
})

describe('the undo log', () => {
  test('keeps the last commits of each window', () => {
    const log = new UndoLog()
    log.remember('quiet', commit(1, 1))
    for (let revision = 2; revision <= STEPS_KEPT + 2; revision += 1) log.remember('busy', commit(revision, 2))
    expect(log.step(1)?.client).toBe('quiet')
    expect(log.step(2)).toBeUndefined()
    expect(log.step(3)?.revision).toBe(3)
  })

  test('lets old steps go when they hold too many records, never the last one', () => {
    const log = new UndoLog()
    const many = Array.from({ length: 15_000 }, () => 1)
    log.remember('window', commit(1, ...many))
    log.remember('window', commit(2, ...many))
    expect(log.step(1)).toBeUndefined()
    expect(log.step(2)?.records).toHaveLength(15_000)
  })

  test('forgets what was erased and windows that have gone', () => {
    const log = new UndoLog()
    log.remember('one', commit(1, 1, 2))
    log.remember('one', commit(2, 3))
    log.remember('two', commit(3, 3))
    log.forgetRecords(new Set([idOf(2)]))
    expect(log.step(1)).toBeUndefined()
    log.forgetClient('one')
    expect(log.step(2)).toBeUndefined()
    expect(log.step(3)?.client).toBe('two')
  })
})
