import { expect, test } from 'vitest'
import { readApplied } from '../../../../src/main/workspace/applied-version.ts'
import type { MeetingStage } from '../../../../src/shared/model/meeting.ts'
import { newRecord } from '../../../support/new-record.ts'

const header = { last: true, sequence: 1, revision: 1, length: 0, link: 0, payloadCrc: 0, headerCrc: 0 }

/** How the history counts a version of a meeting that is read back from the journal. */
function readBack(stage: MeetingStage, kind: 'P' | 'C', rev: number) {
  const record = { ...newRecord(1, { kind: 'meeting', title: 'Committee', stage }), rev }
  const applied = readApplied(Buffer.from(JSON.stringify(record)), { segment: 'a', offset: 0, header: { ...header, kind } })
  return 'own' in applied ? [applied.own, applied.pinned] : undefined
}

test('the draft that circulated is kept for ever, what is typed in it afterwards is the next draft', () => {
  expect(readBack('circulated', 'C', 4)).toEqual([true, true])
  expect(readBack('circulated', 'P', 5)).toEqual([false, false])
  // it came as one, and there is none before it
  expect(readBack('circulated', 'P', 1)).toEqual([true, true])
  expect(readBack('cleared', 'C', 3)).toEqual([true, false])
})

test('every version of an adopted text is kept for ever: adopted, corrected, or its progress recorded', () => {
  expect(readBack('adopted', 'C', 6)).toEqual([true, true])
  expect(readBack('adopted', 'P', 7)).toEqual([true, true])
})
