import { expect, test } from 'vitest'
import { followedThrough } from '../../../../src/shared/markdown/followed-through.ts'
import { orphansOf, standingDecisions, standingTasks } from '../../../../src/shared/markdown/standing.ts'
import type { FollowUpEntry } from '../../../../src/shared/model/follow-up.ts'
import { newNote, newRecord } from '../../../support/new-record.ts'

const body = '- [ ] Send the study\n- [ ] Print it\n\n> [!decision] SC/2023/1 Study\n> Approved.\n'
const followUp: FollowUpEntry[] = [
  { of: 'action', key: 'Send the study', nth: 0, on: '2023-07-05', change: 'state', value: 'done' },
  { of: 'decision', key: 'SC/2023/1', nth: 0, on: '2023-09', change: 'status', value: 'implemented' },
]
const meeting = (text: string, log = followUp) =>
  newRecord(1, { kind: 'meeting', title: 'Eighth session', stage: 'adopted', body: text, followUp: log })

test('what was recorded stands at its action and its decision, and nothing is left over', () => {
  expect(standingTasks(meeting(body)).map(({ state }) => state)).toEqual(['done', 'open'])
  expect(standingDecisions(meeting(body)).map(({ status }) => status)).toEqual(['implemented'])
  expect(orphansOf(meeting(body))).toEqual({ actions: [], decisions: [] })
})

test('what was recorded for those that are gone is left over, under all their words', () => {
  const after = '- [ ] Print it\n'
  expect(orphansOf(meeting(after, followedThrough(body, after, followUp)))).toMatchObject({
    actions: [{ key: 'Send the study', on: '2023-07-05', value: 'done' }],
    decisions: [{ key: 'SC/2023/1 Study Approved.', on: '2023-09', value: 'implemented' }],
  })
})

test('a text of another kind has no log', () => {
  expect(orphansOf(newNote(2, 'Letter', body))).toEqual({ actions: [], decisions: [] })
  expect(standingTasks(newNote(2, 'Letter', body))).toHaveLength(2)
})
