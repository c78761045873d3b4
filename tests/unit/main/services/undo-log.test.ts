import { describe, expect, test } from 'vitest'
import { STEPS_KEPT, UndoLog, WEIGHT_KEPT } from '../../../../src/main/services/undo/undo-log.ts'
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

  test('lets old steps go when their texts are too long together, never the last one', () => {
    const log = new UndoLog()
    const body = 'x'.repeat(WEIGHT_KEPT / 3)
    const renamed = (revision: number) => {
      const before = { ...newNote(1, 'Old'), body }
      return { revision, changes: [{ before, after: { ...before, title: 'New', body: `${body}.` } }] }
    }
    log.remember('window', renamed(1))
    expect(log.step(1)).toBeDefined()
    log.remember('window', renamed(2))
    expect(log.step(1)).toBeUndefined()
    expect(log.step(2)?.records).toHaveLength(1)
  })

  test('keeps neither text that was typed nor whole records', () => {
    const log = new UndoLog()
    const before = newNote(1, 'Note', 'text')
    log.remember('window', { revision: 1, changes: [{ before, after: { ...before, body: 'typed' } }] })
    expect(log.step(1)).toBeUndefined()
    log.remember('window', { revision: 2, changes: [{ before, after: { ...before, rev: 2, tags: ['new'] } }] })
    expect(log.step(2)?.records[0]?.fields).toEqual([{ field: 'tags', before: [], after: ['new'] }])
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
