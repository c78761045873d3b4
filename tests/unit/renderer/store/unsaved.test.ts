/** What a window says when it is asked to save before it goes, and what it shows of records that were left. */
import { describe, expect, test } from 'vitest'
import { strandedRecords, unsavedRecords } from '../../../../src/renderer/store/unsaved.ts'
import { createRecords } from '../../../../src/renderer/store/records/create-records.ts'
import { AppError } from '../../../../src/shared/errors.ts'
import { idOf } from '../../../support/new-record.ts'

const ID = idOf(1)

/** A window over a host that refuses every save with `failure`. */
async function windowOver(failure: AppError) {
  const record = { kind: 'note', id: ID, rev: 1, title: 'Minutes', body: 'old', topic: '', trashed: false }
  const records = createRecords({
    call: (async (method: string) => {
      if (method === 'records.get') return record
      throw failure
    }) as never,
    schedule: () => () => undefined,
    saved: () => undefined,
  })
  await records.open(ID)
  return { records, all: () => records.store.getState() }
}

const theirs = { kind: 'note', id: ID, rev: 2, title: 'Minutes', body: 'theirs', topic: '', trashed: false }

describe('a window that is asked to save', () => {
  test.each([
    ['failed', new AppError('DISK_FULL', 'The disk is full.')],
    ['conflict', new AppError('CONFLICT', 'Somebody was first.', { current: theirs })],
    ['refused', new AppError('INVALID_INPUT', 'No.', { issues: [{ path: 'patch.body', problem: 'tooLong', message: 'Too long.' }] })],
  ] as const)('names what it could not save: %s', async (reason, failure) => {
    const { records, all } = await windowOver(failure)
    expect(unsavedRecords(all())).toEqual([])
    records.edit(ID, { body: 'Two hours of minutes' })
    await records.flushAll()
    expect(unsavedRecords(all())).toEqual([{ id: ID, title: 'Minutes', reason }])
  })
})

test('a record that was left unsaved is named until its page is opened', async () => {
  const { records, all } = await windowOver(new AppError('DISK_FULL', 'The disk is full.'))
  records.edit(ID, { body: 'Two hours of minutes' })
  expect(strandedRecords(all(), null)).toEqual([])
  records.release(ID)
  await records.flushAll()
  expect(strandedRecords(all(), null).map(({ id }) => id)).toEqual([ID])
  expect(strandedRecords(all(), ID)).toEqual([])
})
