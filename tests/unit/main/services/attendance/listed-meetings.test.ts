import { expect, test } from 'vitest'
import { ListedMeetings } from '../../../../../src/main/services/attendance/listed-meetings.ts'
import { MAX_MATRIX_MEETINGS } from '../../../../../src/shared/contract/attendance.ts'
import { AppError } from '../../../../../src/shared/errors.ts'
import type { AnyRecord } from '../../../../../src/shared/model/record.ts'
import { idOf, newRecord } from '../../../../support/new-record.ts'

/** A workspace of any number of meetings, each chaired by the revision that it is at. */
class Shelf {
  readonly revs = new Map<string, number>()
  readonly damaged = new Set<string>()
  reads: string[] = []

  read(id: string): Promise<AnyRecord> {
    this.reads.push(id)
    if (this.damaged.has(id)) return Promise.reject(new AppError('DAMAGED', 'Its bytes are damaged.'))
    const rev = this.revs.get(id) ?? 1
    return Promise.resolve({ ...newRecord(1, { kind: 'meeting', title: 'M', chair: `Chair ${rev}` }), id, rev })
  }

  heads(from: number, count: number) {
    return Array.from({ length: count }, (_, at) => ({ id: idOf(from + at), rev: this.revs.get(idOf(from + at)) ?? 1 }))
  }
}

const chairs = (listed: Awaited<ReturnType<ListedMeetings['of']>>) => listed.map((meeting) => meeting?.chair ?? null)

test('what changed is read again, and what can no longer be read says nothing', async () => {
  const [shelf, listed] = [new Shelf(), new ListedMeetings()]
  expect(chairs(await listed.of(shelf, shelf.heads(1, 2)))).toEqual(['Chair 1', 'Chair 1'])
  shelf.revs.set(idOf(1), 2).set(idOf(2), 2)
  shelf.damaged.add(idOf(2))
  expect(chairs(await listed.of(shelf, shelf.heads(1, 2)))).toEqual(['Chair 2', null])
})

test('those asked for last stay', async () => {
  const [shelf, listed] = [new Shelf(), new ListedMeetings()]
  await listed.of(shelf, shelf.heads(1, MAX_MATRIX_MEETINGS))
  await listed.of(shelf, shelf.heads(1, 1))
  await listed.of(shelf, shelf.heads(MAX_MATRIX_MEETINGS + 1, 1))
  shelf.reads = []
  await listed.of(shelf, shelf.heads(1, 2))
  expect(shelf.reads).toEqual([idOf(2)])
})

test('two who ask at once do not take the answers from each other', async () => {
  const [shelf, listed] = [new Shelf(), new ListedMeetings()]
  const both = [shelf.heads(1, MAX_MATRIX_MEETINGS), shelf.heads(MAX_MATRIX_MEETINGS + 1, MAX_MATRIX_MEETINGS)]
  const answers = await Promise.all(both.map((heads) => listed.of(shelf, heads)))
  expect(answers.flat().filter((meeting) => meeting === null)).toEqual([])
})
