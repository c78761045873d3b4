import { expect, test } from 'vitest'
import { readApplied } from '../../../../src/main/workspace/applied-version.ts'
import { RecordColumns } from '../../../../src/main/workspace/columns/record-columns.ts'
import { withLaterFields } from '../../../../src/shared/model/later-fields.ts'
import type { MeetingRecord } from '../../../../src/shared/model/record.ts'
import { idOf, newRecord } from '../../../support/new-record.ts'

type Step = readonly ['P' | 'C', Partial<MeetingRecord>]

const hash = (letter: string) => letter.repeat(64)
const adopted = (letter: string, ...corrected: string[]): Partial<MeetingRecord> => ({
  stage: 'adopted',
  adoptedHash: hash(letter),
  corrigenda: corrected.map((sha256) => ({ on: '2019-07-01', reason: 'A name', sha256: hash(sha256) })),
})

/** Whether each version is its own and kept for ever, the latest first, of a meeting that is read back from the journal. */
function readBack(steps: readonly Step[], columns = new RecordColumns('rows')) {
  for (const [index, [kind, given]] of steps.entries()) {
    const record = { ...newRecord(1, { kind: 'meeting', title: 'Committee' }), rev: index + 1, ...given }
    const header = { last: true, sequence: index + 1, revision: index + 1, length: 0, link: 0, payloadCrc: 0, headerCrc: 0, kind }
    columns.apply([readApplied(Buffer.from(JSON.stringify(record)), { segment: 'a', offset: index, header })])
  }
  return columns.versions(idOf(1)).map(({ own, pinned }) => [own, pinned])
}

test('the draft that circulated is kept for ever, what is typed in it afterwards is the next draft', () => {
  const steps: Step[] = [
    ['P', { stage: 'draft' }],
    ['C', { stage: 'cleared' }],
    ['C', { stage: 'circulated' }],
    ['P', { stage: 'circulated' }],
  ]
  expect(readBack(steps)).toEqual([
    [false, false],
    [true, true],
    [true, false],
    [false, false],
  ])
  // it came as one, and there is none before it
  expect(readBack([['P', { stage: 'circulated' }]])).toEqual([[true, true]])
})

test('of an adopted text stay for ever what was adopted and corrected, not where progress and filing were recorded', () => {
  const steps: Step[] = [
    ['P', { stage: 'draft' }],
    ['C', adopted('a')],
    ['C', adopted('a')],
    ['P', { ...adopted('a'), tags: ['filed'] }],
    ['C', adopted('a', 'b')],
    ['C', adopted('a', 'b')],
    // the corrigendum is taken back, and another one takes its number
    ['C', adopted('a')],
    ['C', adopted('a', 'c')],
    ['P', adopted('a', 'c')],
  ]
  expect(readBack(steps).map(([, pinned]) => pinned)).toEqual([false, true, true, false, true, false, false, true, false])
  // an import brings it adopted
  expect(readBack([['P', adopted('a')]])).toEqual([[true, true]])
})

test('a text that was adopted before there were fingerprints is kept once', () => {
  // what only a record of now has
  const later = withLaterFields({ kind: 'meeting' } as MeetingRecord)
  const without = (key: string, value: unknown) => (key !== 'kind' && key in later ? undefined : value)
  const columns = new RecordColumns('rows')
  const apply = (rev: number, replacer?: typeof without) => {
    const record = { ...newRecord(1, { kind: 'meeting', title: 'Committee', stage: 'adopted' }), rev }
    const header = { last: true, sequence: rev, revision: rev, length: 0, link: 0, payloadCrc: 0, headerCrc: 0, kind: 'P' as const }
    columns.apply([readApplied(Buffer.from(JSON.stringify(record, replacer)), { segment: 'a', offset: rev, header })])
  }
  apply(1, without)
  apply(2)
  expect(columns.versions(idOf(1)).map(({ pinned }) => pinned)).toEqual([false, true])
})
